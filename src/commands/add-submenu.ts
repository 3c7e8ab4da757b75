import { Menu } from 'obsidian';

/** The section of Paperweave's entries in menus that others fill too. */
const SECTION = 'paperweave';

/**
 * Adds an entry that opens a menu of its own. Obsidian has such menus, but not in its public API: where they are not there, the entries
 * stand below one that only names them.
 */
export function addSubmenu(menu: Menu, title: string, icon: string, fill: (into: Menu) => void): void {
  let submenu: unknown = null;
  menu.addItem((item) => {
    item.setSection(SECTION).setTitle(title).setIcon(icon);
    if ('setSubmenu' in item && typeof item.setSubmenu === 'function') submenu = (item.setSubmenu as (this: unknown) => unknown).call(item);
    if (!(submenu instanceof Menu)) item.setIsLabel(true);
  });
  fill(submenu instanceof Menu ? submenu : menu);
}
