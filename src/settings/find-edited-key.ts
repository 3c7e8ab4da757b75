import { renderControlValue } from './plan-control-change';
import type { Settings } from './settings';

/** A control that somebody is typing in: its key, what it showed at first, and what was last stored from it. */
export interface Edit {
  readonly key: string;
  readonly original: unknown;
  readonly value: unknown;
}

/**
 * The key by which the edited entry goes in settings that came from elsewhere: an entry of a list may stand at another place there. Null where
 * it is gone.
 */
export function findEditedKey({ key, original }: Edit, before: Settings, now: Settings): string | null {
  const [top = '', inner = '', part = ''] = key.split('.');
  const at = Number(inner);
  if (top === 'statuses') {
    const names = [before.statuses[at]?.value, ...(part === 'value' ? [original] : [])];
    const index = now.statuses.findIndex((status) => names.includes(status.value));
    return index < 0 ? null : `statuses.${index}.${part}`;
  }
  if (top === 'paperFolders' && inner !== '') {
    const names = [before.paperFolders[at], original];
    const index = now.paperFolders.findIndex((folder) => names.includes(folder));
    return index < 0 ? null : `paperFolders.${index}`;
  }
  return renderControlValue(now, key) === undefined ? null : key;
}
