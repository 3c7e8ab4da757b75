import fc from 'fast-check';
import { sortByScore } from '../../../src/core/dashboard/sort-by-score';
import { finishSteps as finish } from '../../support/finish-steps';
import { propertyRuns } from '../../support/property-runs';

/** Anywhere, close together, and the same for many. */
const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.5, max: 0.5001, noNaN: true }), fc.constantFrom(0, 0.25, 1));
const scores = fc.oneof(fc.array(score, { maxLength: 12 }), fc.array(score, { minLength: 100, maxLength: 600 }));

describe('sortByScore', () => {
  it('should give the order that sorting gives, equal scores in the order asked for', () => {
    fc.assert(
      fc.property(scores, (given) => {
        // Backwards, so that it is not the order in which they are given.
        const compare = (a: number, b: number): number => b - a;
        const sorted = given.map((_, place) => place).sort((a, b) => (given[b] ?? 0) - (given[a] ?? 0) || compare(a, b));
        expect(finish(sortByScore(given, compare))).toEqual(sorted);
      }),
      propertyRuns(300),
    );
  });
});
