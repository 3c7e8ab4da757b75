import { StatusTallies } from '../../../src/core/library/status-tallies';
import { aPaper } from '../../support/a-paper';

const paper = (status: string) => aPaper({ title: status, status });

describe('StatusTallies', () => {
  it('should count papers by status as they come and go, and forget a status without papers', () => {
    const tallies = new StatusTallies();
    for (const status of ['read', 'odd', 'read', 'todo', '__proto__']) tallies.add(paper(status));
    tallies.remove(paper('todo'));
    tallies.remove(paper('read'));
    expect([...tallies.list()].sort((a, b) => (a.status < b.status ? -1 : 1))).toEqual([
      { status: '__proto__', statusKind: null, count: 1 },
      { status: 'odd', statusKind: null, count: 1 },
      { status: 'read', statusKind: 'done', count: 1 },
    ]);
  });

  it('should keep one status apart by the kinds that it had when papers were read', () => {
    const tallies = new StatusTallies();
    tallies.add({ status: 'read', statusKind: 'done' });
    tallies.add({ status: 'read', statusKind: null });
    expect(tallies.list()).toHaveLength(2);
  });
});
