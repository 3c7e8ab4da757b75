import type { KeptChange } from '../../core/changes/change-record';

/** One row of the list of changes: the heading of a group, a change, or a note of an opened one. */
export type KeptChangesRow =
  | { readonly type: 'group'; readonly key: string; readonly group: 'many' | 'one'; readonly count: number }
  | { readonly type: 'change'; readonly key: string; readonly change: KeptChange; readonly isOpen: boolean }
  | { readonly type: 'note'; readonly key: string; readonly path: string; readonly isNew: boolean };

/** The changes of many notes, then those of one, since they are kept apart; each in the order given, opened ones with their notes. */
export function keptChangesRows(changes: readonly KeptChange[], open: ReadonlySet<string>): readonly KeptChangesRow[] {
  const groups = [
    { group: 'many' as const, changes: changes.filter((change) => change.count !== 1) },
    { group: 'one' as const, changes: changes.filter((change) => change.count === 1) },
  ].filter((group) => group.changes.length > 0);
  return groups.flatMap(({ group, changes: members }): KeptChangesRow[] => [
    { type: 'group', key: group, group, count: members.length },
    ...members.flatMap((change): KeptChangesRow[] => {
      const isOpen = open.has(change.id);
      const row: KeptChangesRow = { type: 'change', key: change.id, change, isOpen };
      return isOpen ? [row, ...noteRows(change)] : [row];
    }),
  ]);
}

function noteRows({ id, changed, created }: KeptChange): readonly KeptChangesRow[] {
  const isNew = new Set(created);
  return [...changed, ...created].sort().map((path) => ({ type: 'note', key: `${id}\n${path}`, path, isNew: isNew.has(path) }));
}
