import { sumTallies } from '../../../src/core/dashboard/counts-model';
import { StatusTallies } from '../../../src/core/library/status-tallies';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { aPaper } from '../../support/a-paper';

const tally = (...statuses: readonly string[]) => {
  const tallies = new StatusTallies();
  for (const status of statuses) tallies.add(aPaper({ status }));
  return tallies.list();
};

describe('sumTallies', () => {
  it('should count every status of the vocabulary in its order, then the others by count', () => {
    const counts = sumTallies(tally('read', 'tbd', 'odd', 'rare', 'odd', 'DONE', 'reading'), DEFAULT_STATUSES);
    expect(counts.statuses.map(({ value, label, kind, color, count }) => [value, label, kind, color, count])).toEqual([
      ['todo', 'To read', 'queued', null, 1],
      ['reading', 'Reading', 'active', 'blue', 1],
      ['read', 'Read', 'done', 'green', 2],
      ['skipped', 'Skipped', 'dropped', 'orange', 0],
      ['odd', 'odd', null, null, 2],
      ['rare', 'rare', null, null, 1],
    ]);
    expect(counts).toMatchObject({ total: 7, read: 2, percent: 28 });
  });

  it.each([
    [[], 0],
    [['read'], 100],
    [[...Array<string>(999).fill('read'), 'todo'], 99],
    [[...Array<string>(999).fill('todo'), 'read'], 0],
  ])('should call nothing complete that is not', (statuses, percent) => {
    expect(sumTallies(tally(...statuses), DEFAULT_STATUSES).percent).toBe(percent);
  });

  it('should give shares that add up to the whole', () => {
    const shares = sumTallies(tally('read', 'odd', 'todo'), DEFAULT_STATUSES).statuses.map((status) => status.share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('should not take a colour that the theme does not have', () => {
    const [status] = sumTallies([], [{ value: 'a', label: '', kind: 'done', aliases: [], color: '#f00; x' }]).statuses;
    expect(status).toMatchObject({ color: null, label: 'a' });
  });
});
