import { countStatuses } from '../../../src/core/dashboard/counts-model';
import { DEFAULT_STATUSES } from '../../../src/core/status-vocabulary';
import { aPaper } from '../../support/a-paper';

const papersWith = (...statuses: readonly string[]) => statuses.map((status, index) => aPaper({ title: `P${String(index)}`, status }));

describe('countStatuses', () => {
  it('should count every status of the vocabulary in its order, then the others by count', () => {
    const counts = countStatuses(papersWith('read', 'tbd', 'odd', 'rare', 'odd', 'DONE', 'reading'), DEFAULT_STATUSES);
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
    expect(countStatuses(papersWith(...statuses), DEFAULT_STATUSES).percent).toBe(percent);
  });

  it('should give shares that add up to the whole', () => {
    const shares = countStatuses(papersWith('read', 'odd', 'todo'), DEFAULT_STATUSES).statuses.map((status) => status.share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('should not take a colour that the theme does not have', () => {
    const [status] = countStatuses([], [{ value: 'a', label: '', kind: 'done', aliases: [], color: '#f00; x' }]).statuses;
    expect(status).toMatchObject({ color: null, label: 'a' });
  });
});
