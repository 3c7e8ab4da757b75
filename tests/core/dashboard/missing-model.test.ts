import type { FoldedTexts } from '../../../src/core/dashboard/folded-texts';
import { KeptAnswer } from '../../../src/core/dashboard/kept-answer';
import { filterWorks, firstKeys, layOutMissing, selectedKeys } from '../../../src/core/dashboard/missing-model';
import type { MissingWork } from '../../../src/core/library/library';
import { finishSteps } from '../../support/finish-steps';
import { aMissingWork } from '../../support/a-library';

const adam = aMissingWork('Adam: a method', ['a.md', 'b.md']);
const glove = aMissingWork('GloVé', ['c.md']);
const works = [adam, glove];

describe('missing works', () => {
  it.each([
    ['', ['Adam: a method', 'GloVé']],
    ['METHOD adam', ['Adam: a method']],
    ['glove', ['GloVé']],
    ['zzz', []],
  ])('should find by %j', (search, titles) => {
    expect(finishSteps(filterWorks(works, { search, atLeast: 1, byRead: false }, new KeptAnswer())).map((work) => work.title)).toEqual(titles);
  });

  it.each([
    [{ search: '', atLeast: 2, byRead: false }, ['ReLU', 'Adam: a method']],
    [{ search: '', atLeast: 1, byRead: true }, ['ReLU', 'GloVé']],
    [{ search: 'relu', atLeast: 2, byRead: true }, ['ReLU']],
    [{ search: 'adam', atLeast: 2, byRead: true }, []],
    [{ search: '', atLeast: 3, byRead: false }, []],
  ])('should keep what %j asks for', (query, titles) => {
    const ranked = [aMissingWork('ReLU', ['a.md', 'c.md'], { readBy: 2 }), adam, { ...glove, readBy: 1 }];
    expect(finishSteps(filterWorks(ranked, query, new KeptAnswer())).map((work) => work.title)).toEqual(titles);
  });

  it('should search other works than before by their own titles', () => {
    const titles = new KeptAnswer<FoldedTexts>();
    const find = (among: readonly MissingWork[]): readonly MissingWork[] => finishSteps(filterWorks(among, { search: 'glove', atLeast: 1, byRead: false }, titles));
    expect([find(works), find([glove, adam]), find([adam])]).toEqual([[glove], [glove], []]);
  });

  it('should lay out the citing papers below the works that are expanded', () => {
    const rows = layOutMissing(works, new Set([adam.key, 'gone']));
    const names = Array.from({ length: rows.count }, (_, at) => rows.rowAt(at)).map((row) => (row?.kind === 'work' ? `${row.work.title} ${String(row.expanded)}` : row?.path));
    expect(names).toEqual([
      'Adam: a method true',
      'a.md',
      'b.md',
      'GloVé false',
    ]);
    expect([rows.details, rows.rowAt(1), rows.rowAt(4)]).toEqual([[1, 2], { kind: 'citing', work: adam, path: 'a.md', parent: 0 }, undefined]);
  });

  it.each([
    [1, 1],
    [2.9, 2],
    [99, 2],
    [0, 0],
    [-3, 0],
  ])('should take the first %d works, as far as there are any', (count, taken) => {
    expect(firstKeys(works, count)).toEqual(works.slice(0, taken).map((work) => work.key));
  });

  it('should act on selected works in their rank, and on none that went away', () => {
    expect(selectedKeys(works, new Set([glove.key, 'gone', adam.key]))).toEqual([adam.key, glove.key]);
  });
});
