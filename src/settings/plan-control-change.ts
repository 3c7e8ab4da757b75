import { fail, ok, type Result } from '../core/text/result';
import { say } from '../language/say';
import { readCommaList, renderCommaList } from './comma-list';
import { DEFAULT_SETTINGS } from './default-settings';
import { parseSettings } from './parse-settings';
import { isRecord } from './read-setting';
import type { Settings } from './settings';

/**
 * What a control of the settings tab shows for its key: a setting's name, `fields.<field>`, `nextWeights.<part>`, `statuses.<index>.<part>` or
 * `<list>.<index>`. Lists of texts are one line with commas. Undefined for a key that is none of these.
 */
export function renderControlValue(settings: Settings, key: string): unknown {
  const [top = '', inner = '', part = ''] = key.split('.');
  if (!isSettingKey(top)) return undefined;
  const value = top === 'statuses' ? ownValue(settings.statuses[Number(inner)], part) : inner === '' ? settings[top] : ownValue(settings[top], inner);
  return isTextList(value) ? renderCommaList(value) : value;
}

/**
 * The change of settings that a control's new value means, or why it cannot be stored. The value goes the way of stored data:
 * what `parseSettings` would have to repair is refused.
 */
export function planControlChange(settings: Settings, key: string, value: unknown): Result<Partial<Settings>, string> {
  const [top = '', inner = '', part = ''] = key.split('.');
  const current = renderControlValue(settings, key);
  if (!isSettingKey(top) || current === undefined) return fail(say('There is no setting {key}.', { key }));
  const plain = typeof value === 'string' && isListKey(top, inner, part) ? readCommaList(value) : value;
  const whole: unknown = settings[top];
  if (top === 'statuses') return planSetting(settings, top, settings.statuses.map((status, index) => (index === Number(inner) ? { ...status, [part]: plain } : status)));
  if (inner !== '' && isTextList(whole)) return planEntry(settings, top, whole.map((item, index) => (index === Number(inner) ? plain : item)));
  return planSetting(settings, top, inner !== '' && isRecord(whole) ? { ...whole, [inner]: plain } : plain);
}

/** The change that gives one setting a new value as a whole, or why it cannot be stored. */
export function planSetting(settings: Settings, key: keyof Settings, value: unknown): Result<Partial<Settings>, string> {
  const parsed = parseSettings({ ...settings, [key]: value });
  const known = new Set(parseSettings(settings).notes);
  const problems = parsed.notes.filter((note) => !known.has(note));
  if (problems.length > 0) return fail(problems.join(' '));
  const patch: Patch = {};
  put(patch, key, parsed.settings[key]);
  return ok(patch);
}

/** As `planSetting`, for a list of which one entry was edited: a repeated entry would be left out in silence, and the others move up. */
function planEntry(settings: Settings, key: keyof Settings, entries: readonly unknown[]): Result<Partial<Settings>, string> {
  const planned = planSetting(settings, key, entries);
  const list = planned.ok ? planned.value[key] : null;
  return Array.isArray(list) && list.length < entries.length ? fail(say('It is in the list already.')) : planned;
}

type Patch = { -readonly [K in keyof Settings]?: Settings[K] };

function put<K extends keyof Settings>(patch: Patch, key: K, value: Settings[K]): void {
  patch[key] = value;
}

function isSettingKey(name: string): name is keyof Settings {
  return Object.keys(DEFAULT_SETTINGS).includes(name);
}

function isListKey(top: keyof Settings, inner: string, part: string): boolean {
  return (inner === '' && isTextList(DEFAULT_SETTINGS[top])) || part === 'aliases';
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function ownValue(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
