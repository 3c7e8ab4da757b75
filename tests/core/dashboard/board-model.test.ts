import { layOutBoard, nextFilledColumn, nextTakingColumn } from '../../../src/core/dashboard/board-model';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { aPaper } from '../../support/a-paper';
import { finishSteps } from '../../support/finish-steps';

const papersWith = (...statuses: readonly string[]) => statuses.map((status, index) => aPaper({ title: `P${String(index)}`, status }));

describe('layOutBoard', () => {
  it('should have a column for every status in its order, then one for each other value, the most frequent first', () => {
    const papers = papersWith('odd', 'DONE', 'rare', 'odd', 'todo');
    const columns = finishSteps(layOutBoard(papers, papers, DEFAULT_STATUSES));
    expect(columns.map(({ look, papers: cards, total, takesCards }) => [look.label, cards.map((paper) => paper.title), total, takesCards])).toEqual([
      ['To read', ['P4'], 1, true],
      ['Reading', [], 0, true],
      ['Read', ['P1'], 1, true],
      ['Skipped', [], 0, true],
      ['odd', ['P0', 'P3'], 2, false],
      ['rare', ['P2'], 1, false],
    ]);
  });

  it('should keep columns and whole counts where a filter empties them, and the order of what is shown', () => {
    const [first, second, third] = papersWith('todo', 'odd', 'todo');
    if (!first || !second || !third) throw new Error('Three papers were made.');
    const columns = finishSteps(layOutBoard([third, first], [first, second, third], DEFAULT_STATUSES));
    expect(columns.map(({ look, papers, total }) => [look.value, papers.length, total])).toEqual([
      ['todo', 2, 2],
      ['reading', 0, 0],
      ['read', 0, 0],
      ['skipped', 0, 0],
      ['odd', 0, 1],
    ]);
    expect(columns[0]?.papers).toEqual([third, first]);
  });

  it('should take statuses named like members of objects for the values they are', () => {
    const papers = papersWith('__proto__', 'constructor');
    expect(finishSteps(layOutBoard(papers, papers, DEFAULT_STATUSES)).slice(4).map(({ look, papers: cards }) => [look.value, cards.length])).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
    ]);
  });
});

describe('the next column', () => {
  const papers = papersWith('todo', 'read', 'odd');
  const columns = finishSteps(layOutBoard(papers, papers, DEFAULT_STATUSES));
  it.each([
    [0, 1, 2, 1],
    [2, 1, 4, 3],
    [2, -1, 0, 1],
    [4, -1, 2, 3],
    [4, 1, -1, -1],
    [0, -1, -1, -1],
    [3, 1, 4, -1],
    [-1, 1, 0, 0],
  ] as const)('from %i by %i should be %i with cards, %i for a card', (from, step, filled, taking) => {
    expect(nextFilledColumn(columns, from, step)).toBe(filled);
    expect(nextTakingColumn(columns, from, step)).toBe(taking);
  });
});
