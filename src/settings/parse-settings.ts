import { findView, LONGEST_VIEW_NAME, readLook, type SavedView } from '../core/dashboard/saved-views';
import { SCORE_PARTS } from '../core/dashboard/score-papers';
import { say } from '../language/say';
import { DEFAULT_SETTINGS } from './default-settings';
import { migrateSettings } from './migrate-settings';
import { parseStatuses } from './parse-statuses';
import {
  isRecord, readFolder, readHeading, readLine, readList, readOneOf, readPropertyName, readTag, readVaultPath, readable, unreadable, type ReadSetting,
} from './read-setting';
import type { AdoptedHabits, Settings } from './settings';

/** Settings that can be relied on, and what had to be repaired. */
export interface ParsedSettings {
  readonly settings: Settings;
  /** What was wrong, one sentence each, beginning with the setting's name. */
  readonly notes: readonly string[];
  /**
   * Top-level keys that this version does not know, to be written back with the settings: where `data.json` is synced between
   * devices, an older version would otherwise delete what a newer one keeps there. Their values are plain JSON copies.
   */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** What each setting is called, in the notes above and in the settings tab. */
export const SETTING_NAMES: Readonly<Record<keyof Settings, string>> = {
  version: say('Version'),
  statusProperty: say('Status property'),
  readDateProperty: say('Read date property'),
  statuses: say('Statuses'),
  paperTags: say('Paper tags'),
  paperFolders: say('Paper folders'),
  requiredProperties: say('Required properties'),
  fields: say('Field names'),
  referenceHeadings: say('Reference headings'),
  linkScope: say('Where to link'),
  linkAutomatically: say('Link automatically'),
  markReferences: say('Marks beside references'),
  markReferencesInEditor: say('Marks in live preview'),
  newNoteFolder: say('Folder for new notes'),
  newNoteName: say('File name'),
  newNoteTemplate: say('Template'),
  newNoteTags: say('Further tags'),
  yamlListStyle: say('Lists in front matter'),
  activeLimit: say('Papers at a time'),
  savedViews: say('Saved views'),
  defaultView: say('First view'),
  nextWeights: say('What to read next'),
  hiddenWorks: say('Hidden works'),
  shownWorks: say('Shown works'),
  keptChangesMb: say('Space for undo'),
  adopted: say('Adopted habits'),
};

/** Bounds of `activeLimit`. */
export const ACTIVE_LIMIT = { min: 0, max: 999 } as const;

/** Bounds of each of the `nextWeights`. */
export const NEXT_WEIGHT = { min: 0, max: 10 } as const;

/** Bounds of `keptChangesMb`, in megabytes. */
export const KEPT_CHANGES_MB = { min: 1, max: 1000 } as const;

const boundsIn = ({ min, max }: { readonly min: number; readonly max: number }): { min: string; max: string } => ({ min: String(min), max: String(max) });

/**
 * Settings from whatever `data.json` held; null and undefined give the defaults without a note. Every field is read on its
 * own: one that cannot be used falls back to its default and is noted. Never throws, changes neither `data` nor the defaults, and
 * shares no list or object with either; reading its own result again gives the same settings.
 */
export function parseSettings(data: unknown): ParsedSettings {
  if (data !== null && data !== undefined && !isRecord(data)) {
    return { ...parseSettings(null), notes: [say('The stored settings are unreadable; the defaults are used.')] };
  }
  const migrated = migrateSettings(isRecord(data) ? data : {});
  const stored = migrated.data;
  const notes = [...migrated.notes];

  const settle = <K extends keyof Settings>(key: K, fallback: Settings[K], read: (value: unknown) => ReadSetting<Settings[K]>): Settings[K] => {
    const value = stored[key];
    if (value === undefined) return fallback;
    const result = read(value);
    notes.push(...result.problems.map((problem) => say('{name}: {problem}', { name: SETTING_NAMES[key], problem })));
    return result.value ?? fallback;
  };
  const list = (key: ListSetting): readonly string[] => settle(key, [...DEFAULT_SETTINGS[key]], LIST_READERS[key]);

  const fields: Record<keyof Settings['fields'], string> = { ...settle('fields', { ...DEFAULT_SETTINGS.fields }, readFields) };
  // What setting a status or a day would overwrite.
  const isField = (name: string): boolean => [...Object.values<string>(fields), ...ALWAYS_READ].some((field) => field.toLowerCase() === name.toLowerCase());
  const statusProperty = settle('statusProperty', DEFAULT_SETTINGS.statusProperty, (value) => {
    const name = readPropertyName(value);
    // The default always stands, so that there is one to fall back to: a field with its name goes back to its own.
    return name.value !== null && isField(name.value) && name.value.toLowerCase() !== DEFAULT_SETTINGS.statusProperty ? unreadable(overwrites(name.value)) : name;
  });
  const isStatusProperty = (name: string): boolean => name.toLowerCase() === statusProperty.toLowerCase();
  for (const key of Object.keys(DEFAULT_SETTINGS.fields) as (keyof Settings['fields'])[]) {
    if (!isStatusProperty(fields[key])) continue;
    notes.push(say('{name}: {problem}', { name: SETTING_NAMES.fields, problem: say('{name}: {problem}', { name: key, problem: overwrites(fields[key]) }) }));
    fields[key] = DEFAULT_SETTINGS.fields[key];
  }
  const isTaken = (name: string): boolean => isStatusProperty(name) || isField(name);
  const freeReadDate = isTaken(DEFAULT_SETTINGS.readDateProperty) ? '' : DEFAULT_SETTINGS.readDateProperty;
  const settings: Settings = {
    version: migrated.version,
    statusProperty,
    readDateProperty: settle('readDateProperty', freeReadDate, (value) => {
      if (typeof value === 'string' && value.trim() === '') return readable('');
      const name = readPropertyName(value);
      if (name.value === null || !isTaken(name.value)) return name;
      return unreadable(isStatusProperty(name.value) ? say('the status property cannot hold the day too.') : overwrites(name.value));
    }),
    statuses: settle('statuses', DEFAULT_SETTINGS.statuses.map((status) => ({ ...status, aliases: [...status.aliases] })), parseStatuses),
    paperTags: list('paperTags'),
    paperFolders: list('paperFolders'),
    requiredProperties: list('requiredProperties'),
    fields,
    referenceHeadings: list('referenceHeadings'),
    linkScope: settle('linkScope', DEFAULT_SETTINGS.linkScope, (value) => readOneOf(['section', 'note'], value)),
    linkAutomatically: settle('linkAutomatically', DEFAULT_SETTINGS.linkAutomatically, readSwitch),
    markReferences: settle('markReferences', DEFAULT_SETTINGS.markReferences, readSwitch),
    markReferencesInEditor: settle('markReferencesInEditor', DEFAULT_SETTINGS.markReferencesInEditor, readSwitch),
    newNoteFolder: settle('newNoteFolder', DEFAULT_SETTINGS.newNoteFolder, readVaultPath),
    newNoteName: settle('newNoteName', DEFAULT_SETTINGS.newNoteName, (value) => readOneOf(['slug', 'title', 'year-slug'], value)),
    newNoteTemplate: settle('newNoteTemplate', DEFAULT_SETTINGS.newNoteTemplate, readVaultPath),
    newNoteTags: list('newNoteTags'),
    yamlListStyle: settle('yamlListStyle', DEFAULT_SETTINGS.yamlListStyle, (value) => readOneOf(['block', 'indented', 'flow'], value)),
    activeLimit: settle('activeLimit', DEFAULT_SETTINGS.activeLimit, (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= ACTIVE_LIMIT.min && value <= ACTIVE_LIMIT.max
        ? readable(value)
        : unreadable(say('a whole number from {min} to {max} is needed.', boundsIn(ACTIVE_LIMIT))),
    ),
    savedViews: settle('savedViews', [], readViews),
    defaultView: settle('defaultView', DEFAULT_SETTINGS.defaultView, readLine),
    nextWeights: settle('nextWeights', { ...DEFAULT_SETTINGS.nextWeights }, readWeights),
    hiddenWorks: list('hiddenWorks'),
    shownWorks: list('shownWorks'),
    keptChangesMb: settle('keptChangesMb', DEFAULT_SETTINGS.keptChangesMb, (value) =>
      typeof value === 'number' && value >= KEPT_CHANGES_MB.min && value <= KEPT_CHANGES_MB.max
        ? readable(value)
        : unreadable(say('a number from {min} to {max} is needed.', boundsIn(KEPT_CHANGES_MB))),
    ),
    adopted: settle('adopted', null, readAdopted),
  };
  return { settings, notes, rest: unknownKeys(stored) };
}

/** Read of every note, whatever the fields are called; the first is the app's own. */
const ALWAYS_READ: readonly string[] = ['tags', 'alias', 'aliases'];

const overwrites = (name: string): string => say('“{name}” holds something else already, which would be overwritten.', { name });

/** The settings that are lists of texts. */
export type ListSetting = 'paperTags' | 'paperFolders' | 'requiredProperties' | 'referenceHeadings' | 'newNoteTags' | 'hiddenWorks' | 'shownWorks';

const sameText = (item: string): string => item;
const sameCaseless = (item: string): string => item.toLowerCase();

const LIST_READERS: Readonly<Record<ListSetting, (value: unknown) => ReadSetting<readonly string[]>>> = {
  paperTags: (value) => readList(value, readTag, sameCaseless),
  paperFolders: (value) => readList(value, readFolder, sameText),
  requiredProperties: (value) => readList(value, readPropertyName, sameText),
  referenceHeadings: (value) => {
    const headings = readList(value, readHeading, sameCaseless);
    return headings.value?.length === 0 ? { value: null, problems: [...headings.problems, say('at least one heading is needed.')] } : headings;
  },
  newNoteTags: (value) => readList(value, readTag, sameCaseless),
  hiddenWorks: readKeys,
  shownWorks: readKeys,
};

function readSwitch(value: unknown): ReadSetting<boolean> {
  return typeof value === 'boolean' ? readable(value) : unreadable(say('on or off is needed.'));
}

function readKeys(value: unknown): ReadSetting<readonly string[]> {
  return readList(value, (key) => (typeof key === 'string' ? readable(key) : unreadable(say('not a text.'))), sameText);
}

function readFields(value: unknown): ReadSetting<Settings['fields']> {
  if (!isRecord(value)) return unreadable(say('not a set of names.'));
  const problems: string[] = [];
  const field = (key: keyof Settings['fields']): string => {
    const given = value[key];
    if (given === undefined) return DEFAULT_SETTINGS.fields[key];
    const name = readPropertyName(given);
    problems.push(...name.problems.map((problem) => say('{name}: {problem}', { name: key, problem })));
    return name.value ?? DEFAULT_SETTINGS.fields[key];
  };
  const fields: Settings['fields'] = {
    title: field('title'),
    authors: field('authors'),
    year: field('year'),
    venue: field('venue'),
    tags: field('tags'),
    aliases: field('aliases'),
    metaKey: field('metaKey'),
    numCitedBy: field('numCitedBy'),
    pdf: field('pdf'),
    urls: field('urls'),
  };
  return { value: fields, problems };
}

/** A view is left out where it has no name, or the name of one before it. What its look holds is read as the state of the dashboard is. */
function readViews(value: unknown): ReadSetting<readonly SavedView[]> {
  if (!Array.isArray(value)) return unreadable(say('not a list.'));
  const problems: string[] = [];
  const views: SavedView[] = [];
  for (const [index, entry] of value.entries()) {
    const name = isRecord(entry) ? readLine(entry.name) : unreadable(say('not a view.'));
    const known = name.value === null || name.value === '' || name.value.length > LONGEST_VIEW_NAME ? null : name.value;
    if (known === null || !isRecord(entry)) {
      const problem = say('a view needs a name of at most {count} characters.', { count: String(LONGEST_VIEW_NAME) });
      problems.push(say('entry {number}: {problem}', { number: String(index + 1), problem }));
    } else if (!findView(views, known)) views.push({ name: known, look: readLook(entry.look) });
  }
  return { value: views, problems };
}

function readWeights(value: unknown): ReadSetting<Settings['nextWeights']> {
  if (!isRecord(value)) return unreadable(say('not a set of weights.'));
  const weights = { ...DEFAULT_SETTINGS.nextWeights };
  const problems: string[] = [];
  for (const part of SCORE_PARTS) {
    const given = value[part];
    if (given === undefined) continue;
    if (typeof given === 'number' && given >= NEXT_WEIGHT.min && given <= NEXT_WEIGHT.max) weights[part] = given;
    else problems.push(say('{name}: {problem}', { name: part, problem: say('a number from {min} to {max} is needed.', boundsIn(NEXT_WEIGHT)) }));
  }
  return { value: weights, problems };
}

function readAdopted(value: unknown): ReadSetting<AdoptedHabits> {
  if (value === null) return { value: null, problems: [] };
  if (!isRecord(value)) return unreadable(say('not readable; adopt again to renew it.'));
  const { day, papers } = value;
  const findings = readList(value.findings, readLine, sameText);
  const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
  const isCount = typeof papers === 'number' && Number.isSafeInteger(papers) && papers >= 0;
  if (!isDay || !isCount || findings.value === null) return unreadable(say('not readable; adopt again to renew it.'));
  return { value: { day, papers, findings: findings.value }, problems: findings.problems };
}

function unknownKeys(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // Object.fromEntries defines its keys, so that a stored `__proto__` stays an ordinary key.
  return Object.fromEntries(
    Object.entries(stored)
      .filter(([key]) => !Object.keys(SETTING_NAMES).includes(key))
      .flatMap(([key, value]): [string, unknown][] => {
        const copy = jsonCopy(value);
        return copy === undefined ? [] : [[key, copy]];
      }),
  );
}

function jsonCopy(value: unknown): unknown {
  try {
    // Saving would do the same; what JSON cannot hold (cycles, functions) never came from the file and is let go.
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}
