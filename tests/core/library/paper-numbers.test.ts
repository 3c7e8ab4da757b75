import fc from 'fast-check';
import type { Paper } from '../../../src/core/papers/paper';
import { PaperNumbers } from '../../../src/core/library/paper-numbers';
import { aPaper } from '../../support/a-paper';
import { propertyRuns } from '../../support/property-runs';

const tell = (numbers: PaperNumbers, papers: readonly Paper[]): readonly (number | null)[] => papers.map((_, place) => numbers.at(papers, place));

describe('PaperNumbers', () => {
  it('should tell the number of each paper, list after list, and look for few of them', () => {
    const paths = fc.uniqueArray(fc.nat(12), { maxLength: 12 }).map((numbers) => numbers.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(paths, { maxLength: 6 }), (lists) => {
        const numbers = new PaperNumbers((path) => 100 + Number.parseInt(path, 10));
        for (const list of lists) {
          const papers = list.map((path) => aPaper({ path: `${String(path).padStart(2, '0')}.md` }));
          expect(tell(numbers, papers)).toEqual(list.map((path) => 100 + path));
          expect(numbers.at(papers, papers.length)).toBeNull();
        }
      }),
      propertyRuns(300),
    );
  });

  it('should look only for what is new, where one paper came, went or changed', () => {
    const asked: string[] = [];
    const numbers = new PaperNumbers((path) => asked.push(path));
    const papers = Array.from({ length: 9 }, (_, at) => aPaper({ path: `${String(at)}.md` }));
    const first = tell(numbers, papers);
    asked.length = 0;
    const changed = [aPaper({ path: '0.md', title: 'Another' }), ...papers.slice(1, 4), ...papers.slice(5), aPaper({ path: '9.md' })];
    expect(tell(numbers, changed)).toEqual([...first.slice(0, 4), ...first.slice(5), 1]);
    expect(tell(numbers, changed.slice(1))).toEqual([...first.slice(1, 4), ...first.slice(5), 1]);
    expect(asked).toEqual(['9.md']);
  });

  it('should tell the numbers in any order', () => {
    const papers = Array.from({ length: 5 }, (_, at) => aPaper({ path: `${String(at)}.md` }));
    const numbers = new PaperNumbers((path) => Number.parseInt(path, 10));
    const later = papers.slice(1);
    expect([numbers.at(papers, 4), numbers.at(papers, 1), numbers.at(later, 3), numbers.at(later, 0), numbers.at(later, 2)]).toEqual([4, 1, 4, 1, 3]);
  });
});
