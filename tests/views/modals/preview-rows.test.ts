import type { PlannedNote } from '../../../src/core/changes/planned-change';
import type { Skip } from '../../../src/core/changes/skip';
import { countChanges, notesOfKind, previewRows, skipRows, type OnlyKind, type PreviewRow } from '../../../src/views/modals/preview-rows';

const noteOf = (path: string, changes: Partial<PlannedNote> = {}): PlannedNote => ({
  path, isNew: false, hunks: [], repairs: 0, restyles: 0, ...changes,
});

const short = (row: PreviewRow): string => {
  if (row.type === 'note') return `${row.isOpen ? 'open' : 'closed'} ${row.note.path}`;
  return row.type === 'place' ? `line ${String(row.line)}` : `${row.side === 'removed' ? '-' : '+'}${row.text} (${row.other ?? 'alone'})`;
};

describe('notesOfKind and countChanges', () => {
  const notes = [
    noteOf('a', { repairs: 2 }),
    noteOf('b', { restyles: 3 }),
    noteOf('c', { repairs: 1, restyles: 1 }),
    noteOf('d', { isNew: true }),
  ];
  it.each<[OnlyKind, readonly string[], object]>([
    [null, ['a', 'b', 'c', 'd'], { created: 1, changed: 3, repairs: 3, restyles: 4 }],
    ['repairs', ['a', 'c', 'd'], { created: 1, changed: 2, repairs: 3, restyles: 0 }],
    ['restyling', ['b', 'c', 'd'], { created: 1, changed: 2, repairs: 0, restyles: 4 }],
  ])('should take only what belongs to %s', (only, paths, counts) => {
    const chosen = notesOfKind(notes, only);
    expect(chosen.map((note) => note.path)).toEqual(paths);
    expect(countChanges(chosen, only)).toEqual(counts);
  });
});

describe('previewRows', () => {
  it.each<[string, PlannedNote, readonly string[]]>([
    [
      'lines that were replaced one by one, each beside its counterpart',
      noteOf('n', { hunks: [{ line: 7, before: ['a', 'b'], after: ['A', 'B'] }] }),
      ['open n', 'line 7', '-a (A)', '-b (B)', '+A (a)', '+B (b)'],
    ],
    [
      'lines without counterpart on their own',
      noteOf('n', { hunks: [{ line: 2, before: ['a'], after: ['A', 'B'] }] }),
      ['open n', 'line 2', '-a (alone)', '+A (alone)', '+B (alone)'],
    ],
    ['a line that only goes', noteOf('n', { hunks: [{ line: 3, before: ['gone'], after: [] }] }), ['open n', 'line 3', '-gone (alone)']],
    [
      'every place of a note',
      noteOf('n', { hunks: [{ line: 1, before: [], after: ['x'] }, { line: 9, before: [], after: ['y'] }] }),
      ['open n', 'line 1', '+x (alone)', 'line 9', '+y (alone)'],
    ],
    ['the lines of a new note', noteOf('n', { isNew: true, hunks: [{ line: 1, before: [], after: ['---', '---', '', '# T'] }] }), ['open n', '+--- (alone)', '+--- (alone)', '+ (alone)', '+# T (alone)']],
  ])('should show %s', (_name, note, expected) => {
    expect(previewRows([note], new Set(['n'])).map(short)).toEqual(expected);
  });

  it('should show no line of a note that is closed, and give every row a key of its own', () => {
    const hunks = [{ line: 1, before: ['a'], after: ['b'] }, { line: 5, before: ['a'], after: ['b'] }];
    const rows = previewRows([noteOf('a', { hunks }), noteOf('b', { hunks })], new Set(['b']));
    expect(rows.map(short).slice(0, 3)).toEqual(['closed a', 'open b', 'line 1']);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });
});

describe('skipRows', () => {
  const skipped: Skip[] = [
    { path: 'a', reason: 'unresolved', message: '1' },
    { path: 'b', reason: 'ambiguous', message: '2' },
    { path: 'c', reason: 'ambiguous', message: '3' },
  ];

  it('should group by reason, the most frequent first, and show the cases of open ones in their order', () => {
    const rows = skipRows(skipped, new Set(['ambiguous']));
    expect(rows.map((row) => (row.type === 'reason' ? `${row.reason} ${String(row.count)}` : row.skip.message))).toEqual(['ambiguous 2', '2', '3', 'unresolved 1']);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });
});
