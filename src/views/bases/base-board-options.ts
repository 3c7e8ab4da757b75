import type { BasesAllOptions, BasesPropertyId, BasesViewConfig } from 'obsidian';
import { say } from '../../language/say';

/** What the options are kept under in the base. */
const STATUS = 'statusProperty';
const FIELDS = 'cardFields';

/** The view's options in the toolbar of the base. `statusProperty` is the one of the settings. */
export const baseBoardOptions = (statusProperty: string): BasesAllOptions[] => [
  { type: 'property', key: STATUS, displayName: say('Status property'), default: `note.${statusProperty}`, placeholder: statusProperty, filter: isNoteProperty },
  { type: 'multitext', key: FIELDS, displayName: say('Properties on cards (none: those of the base)'), default: [] },
];

/** The property whose values are the columns. Only a note's own can be written, so another kind counts as none chosen. */
export function statusPropertyOf(config: BasesViewConfig, statusProperty: string): BasesPropertyId {
  const chosen = config.getAsPropertyId(STATUS);
  return chosen !== null && isNoteProperty(chosen) ? chosen : `note.${statusProperty}`;
}

/** The properties that cards show: those that were named, with or without `note.`, else those of the base. */
export function cardFieldsOf(config: BasesViewConfig): readonly BasesPropertyId[] {
  const named = config.get(FIELDS);
  const names = Array.isArray(named) ? named.filter((name): name is string => typeof name === 'string' && name.trim() !== '') : [];
  return names.length > 0 ? names.map((name) => asPropertyId(name.trim())) : config.getOrder();
}

const isNoteProperty = (property: BasesPropertyId): boolean => property.startsWith('note.');

const asPropertyId = (name: string): BasesPropertyId => (/^(?:note|file|formula)\./.test(name) ? (name as BasesPropertyId) : `note.${name}`);
