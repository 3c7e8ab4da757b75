import type { NoteLook } from '../../../src/core/adoption/look-for-papers';
import { proposePaperMarks, type ProposedMarks } from '../../../src/core/adoption/propose-paper-marks';
import { finishSteps } from '../../support/finish-steps';

const look = (path: string, more: Partial<NoteLook> = {}): NoteLook => ({ path, isMarked: false, looksLikePaper: true, tags: [], ...more });
const other = (path: string): NoteLook => look(path, { looksLikePaper: false });
const several = (folder: string, count: number, make: (path: string) => NoteLook = look): NoteLook[] =>
  Array.from({ length: count }, (_, index) => make(`${folder}/${index}.md`));
const propose = (...notes: NoteLook[][]): ProposedMarks => finishSteps(proposePaperMarks(notes.flat()));

describe('proposePaperMarks: folders', () => {
  const rows: readonly (readonly [what: string, notes: NoteLook[][], folders: string[]])[] = [
    ['nothing', [], []],
    ['a folder of three', [several('Papers', 3)], ['Papers']],
    ['none of two', [several('Papers', 2)], []],
    ['none where half of the notes are something else', [several('Papers', 3), several('Papers/x', 3, other)], []],
    ['one where most are papers', [several('Papers', 4), [other('Papers/index.md'), other('Papers/toc.md'), other('Papers/x.md')]], ['Papers']],
    ['never the root', [[look('a.md'), look('b.md'), look('c.md')]], []],
    ['the deepest that holds them', [several('a/b/c', 5), several('a/b', 1, other), several('z', 9, other)], ['a/b/c']],
    ['the deepest where nothing else is around', [several('a/b/c', 5)], ['a/b/c']],
    ['the folder above several', [several('Papers/2023', 3), several('Papers/2024', 3)], ['Papers']],
    ['the folder above several small ones', [several('Papers/2022', 1), several('Papers/2023', 2), several('Papers/2024', 2)], ['Papers']],
    ['each of several beside something else', [several('x/Papers', 3), several('x/Books', 3), several('x/Daily', 2, other)], ['x/Books', 'x/Papers']],
    ['only the folder of papers beside a stray one', [several('x/Papers', 9), several('x/Ideas', 5, other), [look('x/Ideas/stray.md')]], ['x/Papers']],
    ['only the one folder beside one that is half something else', [several('x/a', 3), several('x/a/y', 3, other), several('x/b', 4)], ['x/b']],
    ['none where the notes are marked', [several('Papers', 5, (path) => look(path, { isMarked: true }))], []],
    ['none for strays among marked ones', [several('Papers', 9, (path) => look(path, { isMarked: true })), several('Papers/new', 0), [look('Papers/a.md'), look('Papers/b.md'), look('Papers/c.md')]], []],
    ['a folder without marks beside a marked one', [several('Papers', 5, (path) => look(path, { isMarked: true })), several('Zotero', 3)], ['Zotero']],
  ];
  it.each(rows)('should propose %s', (_, notes, folders) => {
    expect(propose(...notes).folders).toEqual(folders);
  });

  it('should name the notes that would become papers', () => {
    expect(propose(several('Papers', 3), [other('Papers/index.md')], [look('x.md')]).paths).toEqual(['Papers/0.md', 'Papers/1.md', 'Papers/2.md']);
  });
});

describe('proposePaperMarks: tags', () => {
  const tagged = (folder: string, count: number, tags: string[], looksLike = true): NoteLook[] =>
    several(folder, count, (path) => look(path, { tags, looksLikePaper: looksLike }));
  const rows: readonly (readonly [what: string, notes: NoteLook[][], tags: string[]])[] = [
    ['a common name, whatever the notes look like', [tagged('a', 3, ['Literature-Note'], false)], ['Literature-Note']],
    ['none of two notes', [tagged('a', 2, ['literature-note'])], []],
    ['a tag that papers alone carry', [tagged('a', 4, ['zot']), several('b', 5, other)], ['zot']],
    ['none that other notes carry too', [tagged('a', 4, ['zot']), tagged('b', 2, ['zot'], false)], []],
    ['none that only some of the papers carry', [tagged('a', 3, ['nlp']), several('a/b', 5)], []],
    ['none that adds no note to a common name', [tagged('a', 4, ['T1D', 'literature'])], ['literature']],
    ['one that adds some', [tagged('a', 4, ['T1D', 'literature']), tagged('b', 3, ['T1D'])], ['literature', 'T1D']],
    ['none for a status', [tagged('a', 4, ['unread', 'status/to-read'])], []],
    ['a common name in Chinese', [tagged('a', 3, ['论文'], false)], ['论文']],
    ['the upper of nested ones', [tagged('a', 3, ['literature', 'literature/note'])], ['literature']],
    ['no tag of papers alone where notes are marked', [tagged('a', 3, ['zot']), [look('x.md', { isMarked: true })]], []],
    ['a common name where notes are marked', [tagged('a', 2, ['literature-note']), tagged('b', 1, ['literature-note'], false), [look('x.md', { isMarked: true })]], ['literature-note']],
    ['none whose notes look like something else where notes are marked', [tagged('a', 1, ['article']), tagged('b', 2, ['article'], false), [look('x.md', { isMarked: true })]], []],
    ['none that marked notes alone carry', [several('a', 3, (path) => look(path, { tags: ['literature'], isMarked: true }))], []],
  ];
  it.each(rows)('should propose %s', (_, notes, tags) => {
    expect(propose(...notes).tags).toEqual(tags);
  });

  it('should not propose a folder for what a proposed tag covers', () => {
    const proposed = propose(tagged('Papers', 4, ['literature-note']), several('Other', 3));
    expect(proposed).toMatchObject({ tags: ['literature-note'], folders: ['Other'] });
    expect(proposed.paths).toHaveLength(7);
    expect(proposed.counts).toEqual([{ mark: 'tag', name: 'literature-note', notes: 4 }, { mark: 'folder', name: 'Other', notes: 3 }]);
  });
});
