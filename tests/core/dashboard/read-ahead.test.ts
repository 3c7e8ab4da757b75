import { ReadAhead } from '../../../src/core/dashboard/read-ahead';
import { aPaper } from '../../support/a-paper';

describe('ReadAhead', () => {
  it('should read each paper once, and before it is asked', () => {
    const read: number[] = [];
    const papers = Array.from({ length: 300 }, (_, at) => Object.defineProperty({ ...aPaper({}) }, 'year', { get: () => read.push(at) }));
    const ahead = new ReadAhead(papers);
    for (let place = 0; place < papers.length; place += 1) {
      ahead.reach(place);
      expect(read.at(-1)).toBeGreaterThanOrEqual(place);
    }
    expect(read).toEqual(papers.map((_, at) => at));
  });
});
