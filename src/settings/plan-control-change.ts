import { fail, ok, type Result } from '../core/result';
import { readCommaList, renderCommaList } from './comma-list';
import { DEFAULT_SETTINGS } from './default-settings';
import { parseSettings } from './parse-settings';
import { isRecord } from './read-setting';
import type { Settings } from './settings';

/**
 * What a control of the settings tab shows for its key: a setting's name, `fields.<field>`, `nextWeights.<part>` or `statuses.<index>.<part>`. Lists of
 * texts are one line with commas. Undefined for a key that is none of these.
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
  if (!isSettingKey(top) || current === undefined) return fail(`There is no setting ${key}.`);
  const plain = typeof value === 'string' && isListKey(top, part) ? readCommaList(value) : value;
  const whole: unknown = settings[top];
  const candidate: unknown =
    top === 'statuses'
      ? settings.statuses.map((status, index) => (index === Number(inner) ? { ...status, [part]: plain } : status))
      : inner !== '' && isRecord(whole)
        ? { ...whole, [inner]: plain }
        : plain;
  const parsed = parseSettings({ ...settings, [top]: candidate });
  const known = new Set(parseSettings(settings).notes);
  const problems = parsed.notes.filter((note) => !known.has(note));
  if (problems.length > 0) return fail(problems.join(' '));
  const patch: Patch = {};
  put(patch, top, parsed.settings[top]);
  return ok(patch);
}

type Patch = { -readonly [K in keyof Settings]?: Settings[K] };

function put<K extends keyof Settings>(patch: Patch, key: K, value: Settings[K]): void {
  patch[key] = value;
}

function isSettingKey(name: string): name is keyof Settings {
  return Object.keys(DEFAULT_SETTINGS).includes(name);
}

function isListKey(top: keyof Settings, part: string): boolean {
  return isTextList(DEFAULT_SETTINGS[top]) || part === 'aliases';
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function ownValue(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
