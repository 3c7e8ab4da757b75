import { DEFAULT_SETTINGS } from './default-settings';
import { renderCommaList } from './comma-list';
import { parseSettings, SETTING_NAMES } from './parse-settings';
import { SETTING_SECTIONS, type SettingSection } from './setting-sections';
import type { Settings } from './settings';

/** What a reset of a section does. */
export interface SectionReset {
  readonly patch: Partial<Settings>;
  /** Names of the settings that become other ones, as the tab shows them. None: there is nothing to reset. */
  readonly changed: readonly string[];
  /** Of what was typed or chosen in the vault and would have to be found again: the setting's name and its value in words. */
  readonly lost: readonly { readonly name: string; readonly value: string }[];
}

/** Plans to give the settings of one section their defaults again, and no others. Changes nothing by itself. */
export function planSectionReset(settings: Settings, section: SettingSection): SectionReset {
  const defaults = parseSettings(null).settings;
  const keys: readonly (keyof Settings)[] = SETTING_SECTIONS[section];
  const changed = keys.filter((key) => JSON.stringify(settings[key]) !== JSON.stringify(DEFAULT_SETTINGS[key]));
  const patch: Partial<Settings> = Object.fromEntries(changed.map((key) => [key, defaults[key]]));
  return {
    patch,
    changed: changed.map((key) => SETTING_NAMES[key]),
    lost: changed.flatMap((key) => {
      const value = typedValue(settings, key);
      return value === '' ? [] : [{ name: SETTING_NAMES[key], value }];
    }),
  };
}

/** Empty for what is a matter of one click: switches, choices, numbers. */
function typedValue(settings: Settings, key: keyof Settings): string {
  switch (key) {
    case 'statuses':
      return settings.statuses.map((status) => (status.label === status.value ? status.value : `${status.label} (${status.value})`)).join(', ');
    case 'fields':
      return renderCommaList(Object.entries(settings.fields).flatMap(([field, name]) => (Object.entries(DEFAULT_SETTINGS.fields).some(([known, usual]) => known === field && usual === name) ? [] : [name])));
    case 'paperTags':
    case 'paperFolders':
    case 'requiredProperties':
    case 'referenceHeadings':
    case 'newNoteTags':
      return renderCommaList(settings[key]);
    case 'statusProperty':
    case 'readDateProperty':
    case 'newNoteFolder':
    case 'newNoteTemplate':
      return settings[key];
    default:
      return '';
  }
}
