import { Component, reportHandlerError } from './events';
import { setIcon } from './icons';
import { Keymap, Scope } from './keymap';

export class MenuItem {
  dom: HTMLElement;
  section = '';
  disabled = false;
  checked: boolean | null = null;
  isLabel = false;
  submenu: Menu | null = null;
  callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  readonly titleEl: HTMLElement;
  readonly iconEl: HTMLElement;

  constructor(readonly menu: Menu) {
    this.dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem', tabindex: '-1' } });
    this.iconEl = this.dom.createDiv({ cls: 'menu-item-icon' });
    this.titleEl = this.dom.createDiv({ cls: 'menu-item-title' });
    this.dom.addEventListener('click', (event) => {
      event.stopPropagation();
      this.choose(event);
    });
    this.dom.addEventListener('mouseenter', () => {
      menu.select(this);
    });
  }

  get title(): string {
    return this.titleEl.textContent ?? '';
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    setIcon(this.iconEl, icon ?? '');
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.checked = checked;
    this.dom.toggleClass('mod-checked', checked === true);
    if (checked === null) this.dom.removeAttribute('aria-checked');
    else this.dom.setAttrs({ role: 'menuitemcheckbox', 'aria-checked': String(checked) });
    return this;
  }

  setActive(active: boolean): this {
    return this.setChecked(active);
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled ? 'true' : null);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  /** Internal in the app, used by many plugins. */
  setSubmenu(): Menu {
    this.submenu = new Menu();
    this.dom.addClass('has-submenu');
    return this.submenu;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    if (this.disabled || this.isLabel) return;
    if (this.submenu) {
      const box = this.dom.getBoundingClientRect();
      this.submenu.showAtPosition({ x: box.right, y: box.top });
      this.menu.openSubmenu = this.submenu;
      this.submenu.parentMenu = this.menu;
      return;
    }
    this.menu.hideAll();
    try {
      const result = this.callback?.(event);
      if (result instanceof Promise) result.catch(reportHandlerError);
    } catch (error) {
      reportHandlerError(error);
    }
  }
}

export class MenuSeparator {
  dom: HTMLElement;

  constructor() {
    this.dom = createDiv({ cls: 'menu-separator', attr: { role: 'separator' } });
  }
}

/** Menus that are on screen, and what they need of the running app. */
export const menus: { open: Menu[]; keymap: Keymap | null } = { open: [], keymap: null };
const byEvent = new WeakMap<Event, Menu>();

export class Menu extends Component {
  dom: HTMLElement;
  items: (MenuItem | MenuSeparator)[] = [];
  scope = new Scope();
  openSubmenu: Menu | null = null;
  parentMenu: Menu | null = null;
  private selected = -1;
  private hideCallback: (() => unknown) | null = null;
  private returnFocus: HTMLElement | null = null;
  private readonly outside = (event: Event): void => {
    const target = event.target;
    if (target instanceof Node && menus.open.some((menu) => menu.dom.contains(target))) return;
    this.hide();
  };

  /** One menu per event, shown by itself after the handlers of that event, so that several parties can add items. */
  static forEvent(event: MouseEvent): Menu {
    const known = byEvent.get(event);
    if (known) return known;
    const menu = new Menu();
    byEvent.set(event, menu);
    event.preventDefault();
    window.setTimeout(() => menu.items.length > 0 && menu.showAtMouseEvent(event), 0);
    return menu;
  }

  constructor() {
    super();
    this.dom = createDiv({ cls: 'menu', attr: { role: 'menu', tabindex: '-1' } });
    this.scope.register([], 'Escape', () => {
      this.hide();
      return false;
    });
    this.scope.register([], 'ArrowDown', () => this.move(1));
    this.scope.register([], 'ArrowUp', () => this.move(-1));
    this.scope.register([], 'Enter', (event) => {
      const item = this.choosable[this.selected];
      item?.choose(event);
      return false;
    });
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  setUseNativeMenu(): this {
    return this;
  }

  setParentElement(): this {
    return this;
  }

  addItem(cb: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    cb(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  addSections(): this {
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }

  showAtPosition(position: { x: number; y: number }, doc: Document = document): this {
    if (menus.open.includes(this)) return this;
    this.returnFocus = doc.activeElement instanceof HTMLElement ? doc.activeElement : null;
    this.dom.empty();
    for (const item of this.inSections()) this.dom.appendChild(item.dom);
    doc.body.appendChild(this.dom);
    const box = this.dom.getBoundingClientRect();
    const left = Math.max(4, Math.min(position.x, doc.documentElement.clientWidth - box.width - 4));
    const top = Math.max(4, Math.min(position.y, doc.documentElement.clientHeight - box.height - 4));
    this.dom.setCssStyles({ left: `${String(left)}px`, top: `${String(top)}px` });
    menus.open.push(this);
    menus.keymap?.pushScope(this.scope);
    this.dom.focus();
    this.load();
    doc.addEventListener('mousedown', this.outside, true);
    this.register(() => {
      doc.removeEventListener('mousedown', this.outside, true);
    });
    return this;
  }

  hide(): this {
    const at = menus.open.indexOf(this);
    if (at < 0) return this;
    menus.open.splice(at, 1);
    menus.keymap?.popScope(this.scope);
    this.openSubmenu?.hide();
    this.dom.remove();
    this.unload();
    this.returnFocus?.focus();
    this.hideCallback?.();
    return this;
  }

  hideAll(): void {
    this.hide();
    this.parentMenu?.hideAll();
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hideCallback = callback;
  }

  select(item: MenuItem): void {
    this.selected = this.choosable.indexOf(item);
    this.choosable.forEach((each, i) => {
      each.dom.toggleClass('selected', i === this.selected);
    });
    item.dom.focus();
  }

  private get choosable(): MenuItem[] {
    return this.inSections().filter((item): item is MenuItem => item instanceof MenuItem && !item.isLabel && !item.disabled);
  }

  private move(by: number): false {
    const items = this.choosable;
    const at = this.selected < 0 && by < 0 ? items.length - 1 : (this.selected + by + items.length) % Math.max(1, items.length);
    const item = items[at];
    if (item) this.select(item);
    return false;
  }

  /** Items without a section stay where they are; the others are gathered by section in order of first appearance. */
  private inSections(): (MenuItem | MenuSeparator)[] {
    const sections = new Map<string, (MenuItem | MenuSeparator)[]>();
    for (const item of this.items) {
      const key = item instanceof MenuItem ? item.section : '';
      const list = sections.get(key);
      if (list) list.push(item);
      else sections.set(key, [item]);
    }
    return [...sections.values()].flatMap((list, i) => (i === 0 ? list : [new MenuSeparator(), ...list]));
  }
}
