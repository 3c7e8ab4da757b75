import { ReaderTallies } from '../../../src/core/library/reader-tallies';

const work = (citedBy: number, readBy: number, activeBy: number) => ({ citedBy, readBy, activeBy });

describe('ReaderTallies', () => {
  it('should count works that are alike in all three, while they come and go, those first that most papers cite and have read', () => {
    const tallies = new ReaderTallies();
    for (const each of [work(2, 1, 0), work(3, 0, 1), work(3, 1, 0), work(10, 0, 0), work(3, 1, 2), work(3, 0, 0), work(3, 1, 0)]) tallies.add(each);
    tallies.remove(work(3, 0, 0));
    tallies.remove(work(3, 1, 0));
    const listed = tallies.list().map(({ citedBy, readBy, activeBy, count }) => [citedBy, readBy, activeBy, count].join(' '));
    expect(listed).toEqual(['10 0 0 1', '3 1 0 1', '3 1 2 1', '3 0 1 1', '2 1 0 1']);
  });
});
