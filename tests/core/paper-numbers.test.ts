import fc from 'fast-check';
import { PaperNumbers } from '../../src/core/paper-numbers';
import { aPaper } from '../support/a-paper';
import { propertyRuns } from '../support/property-runs';

describe('PaperNumbers', () => {
  it('should tell the number of each paper, list after list, and look for few of them', () => {
    const paths = fc.uniqueArray(fc.nat(12), { maxLength: 12 }).map((numbers) => numbers.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(paths, { maxLength: 6 }), (lists) => {
        const numbers = new PaperNumbers((path) => 100 + Number.parseInt(path, 10));
        for (const list of lists) {
          const papers = list.map((path) => aPaper({ path: `${String(path).padStart(2, '0')}.md` }));
          expect([...numbers.of(papers)]).toEqual(list.map((path) => 100 + path));
        }
      }),
      propertyRuns(300),
    );
  });

  it('should look only for what is new, where one paper came, went or changed', () => {
    const asked: string[] = [];
    const numbers = new PaperNumbers((path) => asked.push(path));
    const papers = Array.from({ length: 9 }, (_, at) => aPaper({ path: `${String(at)}.md` }));
    const first = [...numbers.of(papers)];
    asked.length = 0;
    expect([...numbers.of([aPaper({ path: '0.md', title: 'Another' }), ...papers.slice(1, 4), ...papers.slice(5), aPaper({ path: '9.md' })])]).toEqual([...first.slice(0, 4), ...first.slice(5), 1]);
    expect(asked).toEqual(['9.md']);
  });
});
