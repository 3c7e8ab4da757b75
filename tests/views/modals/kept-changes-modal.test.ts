/** @jest-environment jsdom */
import './fake-obsidian';
import { act } from 'preact/test-utils';
import type { KeptChange } from '../../../src/core/changes/change-record';
import { showKeptChanges } from '../../../src/views/modals/kept-changes-modal';
import { keptChangesRows } from '../../../src/views/modals/kept-changes-rows';
import { click, find, textsOf } from './press';

const changeOf = (id: string, given: Partial<KeptChange> = {}): KeptChange => {
  const changed = given.changed ?? ['papers/a.md', 'papers/b.md'];
  const created = given.created ?? [];
  return { id, isOwn: true, time: new Date(2026, 0, 4, 10, 15), title: `Change ${id}`, state: 'done', changed, created, count: changed.length + created.length, ...given };
};

afterEach(() => {
  document.body.replaceChildren();
});

async function open(changes: () => readonly KeptChange[]) {
  const calls: string[] = [];
  const does = (what: string) => (id: string) => {
    calls.push(`${what} ${id}`);
    return Promise.resolve();
  };
  await act(async () => {
    showKeptChanges({} as never, { load: () => Promise.resolve(changes()), undo: does('undo'), finish: does('finish'), leave: does('leave') });
    await Promise.resolve();
  });
  return calls;
}

describe('the rows of the list of changes', () => {
  it('should keep changes of many notes and of one apart, and show the notes of opened ones', () => {
    const rows = keptChangesRows(
      [changeOf('3', { changed: ['z.md'], created: ['n.md'] }), changeOf('2', { changed: ['a.md'] }), changeOf('1')],
      new Set(['3']),
    );
    expect(rows.map((row) => (row.type === 'group' ? `${row.group}: ${String(row.count)}` : row.type === 'change' ? row.change.id : `${row.path}${row.isNew ? ' new' : ''}`))).toEqual([
      'many: 2', '3', 'n.md new', 'z.md', '1', 'one: 1', '2',
    ]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });
});

describe('the list of changes', () => {
  it.each<[string, Partial<KeptChange>, readonly string[], string]>([
    ['a change that is done', { created: ['n.md'] }, ['Undo'], '2 notes changed · 1 created · Jan 4, 2026'],
    ['one of another device', { isOwn: false }, ['Undo'], 'On another device'],
    ['one that was interrupted', { state: 'interrupted', changed: [], count: 1146 }, ['Finish', 'Undo', 'Leave'], 'Interrupted · 1,146 notes'],
    ['one that cannot be read now', { state: 'locked', title: null, time: null, changed: [], count: 0 }, [], 'It cannot be read at the moment'],
    ['one that was undone in part', { state: 'half-undone', changed: [], count: 3 }, ['Undo', 'Leave'], 'Undone in part · 3 notes'],
    ['one that another device has not finished', { state: 'interrupted', isOwn: false, changed: [], count: 3 }, [], 'Not finished on another device'],
    ['a record that cannot be read', { state: 'unreadable', title: null, time: null, changed: [], count: 0 }, [], 'no note was touched'],
  ])('should say of %s what it is and what can be done', async (_name, given, acts, facts) => {
    await open(() => [changeOf('7', given)]);
    expect(textsOf('.paperweave-changes-row > button:not(.paperweave-preview-toggle)')).toEqual(acts);
    expect(find('.paperweave-changes-facts').textContent).toContain(facts);
  });

  it('should show the notes of a change on request', async () => {
    await open(() => [changeOf('7')]);
    expect(textsOf('.paperweave-changes-note')).toEqual([]);
    await click(find('.paperweave-preview-toggle'));
    expect(textsOf('.paperweave-changes-note')).toEqual(['apapers', 'bpapers']);
  });

  it('should carry out what is chosen, and then show what is kept', async () => {
    let changes: readonly KeptChange[] = [changeOf('7'), changeOf('6', { state: 'interrupted' })];
    const calls = await open(() => changes);
    changes = changes.slice(1);
    await click(find('button[aria-label="Undo: Change 7"]'));
    expect(calls).toEqual(['undo 7']);
    expect(textsOf('.paperweave-changes-title')).toEqual(['Change 6']);
    await click(find('button[aria-label="Finish: Change 6"]'));
    changes = [];
    await click(find('button[aria-label="Leave: Change 6"]'));
    expect(calls).toEqual(['undo 7', 'finish 6', 'leave 6']);
    expect(document.body.textContent).toContain('No change is kept.');
  });

  it('should say why the changes cannot be read', async () => {
    await open(() => {
      throw new Error('EIO');
    });
    expect(document.body.textContent).toContain('The changes could not be read: EIO');
  });
});
