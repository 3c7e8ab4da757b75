import fc from 'fast-check';
import { RankedWorks } from '../../../src/core/dashboard/ranked-works';
import type { ScoreFacts } from '../../../src/core/dashboard/score-facts';
import { compareMissingWorks } from '../../../src/core/library/missing-works';
import type { MissingWork } from '../../../src/core/library/library';
import { aMissingWork, tallyReaders } from '../../support/a-library';
import { finishSteps as finish } from '../../support/finish-steps';
import { propertyRuns } from '../../support/property-runs';

const readers = fc.record({ citedBy: fc.integer({ min: 1, max: 4 }), readBy: fc.nat(2), activeBy: fc.nat(2) });
const someWorks = fc.array(readers, { maxLength: 40 }).map((all) => all.map((each, at) => aMissingWork(`W ${String(at)}`, [], each)).sort(compareMissingWorks));
const weight = fc.nat(2);

const rank = (works: readonly MissingWork[], scoreOf: (facts: ScoreFacts) => number): RankedWorks => finish(RankedWorks.rank(works, tallyReaders(works), scoreOf));

describe('missing works by their scores', () => {
  it('should stand as sorting them would put them, asked for in any order, and papers among them', () => {
    fc.assert(
      fc.property(someWorks, fc.tuple(weight, weight, weight), fc.boolean(), (works, [cited, read, active], isBackwards) => {
        const scoreOf = (facts: Pick<ScoreFacts, 'citedBy' | 'readBy' | 'activeBy'>): number => (cited * facts.citedBy + read * facts.readBy + active * facts.activeBy) / 99;
        const ranked = rank(works, scoreOf);
        const sorted = [...works].sort((a, b) => scoreOf(b) - scoreOf(a));
        const places = sorted.map((_, place) => place);
        const asked = new Map((isBackwards ? places.reverse() : places).map((place) => [place, ranked.at(place)] as const));
        for (const [place, work] of sorted.entries()) {
          const { citedBy, readBy, activeBy } = work;
          expect(asked.get(place)).toEqual({ work, score: scoreOf(work), facts: { citedBy, readBy, activeBy, year: null, worldwide: null } });
        }
        expect(ranked.at(works.length)).toBeUndefined();
        const scores = [0, ...sorted.map(scoreOf), 0.1, 1];
        const order = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
        expect(ranked.ranksOfPapers(scores, order)).toEqual(order.map((at, rank) => works.filter((work) => scoreOf(work) > (scores[at] ?? 0)).length + rank + 1));
      }),
      propertyRuns(300),
    );
  });

  it('should look at no work before it is asked for', () => {
    const works = [aMissingWork('Often', ['x.md', 'y.md']), aMissingWork('Once')];
    const unseen = works.map((work) => new Proxy(work, { get: () => expect('a work').toBe('not looked at') }));
    expect(finish(RankedWorks.rank(unseen, tallyReaders(works), ({ citedBy }) => citedBy / 2)).ranksOfPapers([0.7], [0])).toEqual([2]);
  });

  it('should tell some work or none, and never fail, where other papers are being read meanwhile', () => {
    const works = [0, 0, 1, 1].map((activeBy, at) => ({ ...aMissingWork(`W ${String(at)}`, ['x.md', 'y.md']), activeBy }));
    const ranked = rank(works, ({ activeBy }) => activeBy / 2);
    for (const work of works) work.activeBy = 1;
    const told = works.map((_, place) => ranked.at(place)?.work);
    expect(told.map((work) => work?.title)).toEqual(['W 0', 'W 1', undefined, undefined]);
    expect(finish(ranked.order())).toHaveLength(works.length);
  });

  it('should have none where there are none', () => {
    expect(rank([], () => 1).at(0)).toBeUndefined();
    expect(rank([], () => 1).ranksOfPapers([0, 1], [1, 0])).toEqual([1, 2]);
  });
});
