import fc from 'fast-check';
import { ScoreFactColumns, type ScoreFacts } from '../../../src/core/dashboard/score-facts';
import { citationsPerYear, isRecent, measureScale, SCORE_PARTS, scorer, shareOf, type ScorePart, type ScoreScale, type ScoreWeights } from '../../../src/core/dashboard/score-papers';
import { DEFAULT_SETTINGS } from '../../../src/settings/default-settings';
import { propertyRuns } from '../../support/property-runs';
import { finishSteps as finish } from '../../support/finish-steps';

const NOTHING: ScoreFacts = { citedBy: 0, readBy: 0, activeBy: 0, year: null, worldwide: null };
const facts = (given: Partial<ScoreFacts>): ScoreFacts => ({ ...NOTHING, ...given });
const scoreOf = (given: ScoreFacts, scale: ScoreScale, weights: ScoreWeights): number => scorer(scale, weights)(given);

/** Of facts, of which those in the places given are queued papers'. */
function scaleOf(all: readonly ScoreFacts[], queued: readonly number[] = all.map((_, place) => place), thisYear = 2026): ScoreScale {
  const columns = new ScoreFactColumns(all.length);
  for (const [place, each] of all.entries()) columns.set(place, each, each.year, each.worldwide);
  return finish(measureScale(columns, queued, thisYear));
}

const only = (...parts: readonly ScorePart[]): ScoreWeights => ({ cited: 0, read: 0, active: 0, recent: 0, worldwide: 0, ...Object.fromEntries(parts.map((part) => [part, 1])) });

const LIBRARY = [
  facts({ citedBy: 31, readBy: 7, activeBy: 7, year: 2020, worldwide: 900 }),
  facts({ citedBy: 3, readBy: 1, year: 2015, worldwide: 60 }),
  facts({ citedBy: 1, year: 2010, worldwide: 0 }),
  NOTHING,
];
const SCALE = scaleOf(LIBRARY);

describe('the scale of a library', () => {
  it('should go by the greatest counts, the newest year and what is known of queued papers on average', () => {
    expect(SCALE).toMatchObject({ mostCited: 31, mostRead: 7, mostActive: 7, newestYear: 2020, mostPerYear: 900, usualAge: (1 + 6 + 11) / 3 });
    expect(SCALE.usualRecent).toBeCloseTo((1 + 0.5 + 0.25) / 3);
    expect(SCALE.usualWorldwide).toBeCloseTo((1 + Math.log(11) / Math.log(901) + 0) / 3);
  });

  it('should take averages of the queued papers alone', () => {
    expect(scaleOf(LIBRARY, [0, 1])).toMatchObject({ usualAge: 3.5, usualRecent: 0.75 });
  });

  it.each([
    ['a year to come', [facts({ year: 2020 }), facts({ year: 2099 })], 2020],
    ['no year at all', [NOTHING], null],
    ['this year', [facts({ year: 2026 })], 2026],
  ])('should know the newest year with %s', (_, all, newestYear) => {
    expect(scaleOf(all).newestYear).toBe(newestYear);
  });

  it('should count nothing for sure where nothing is known, and half of what nobody knows', () => {
    const scale = scaleOf([]);
    expect(SCORE_PARTS.map((part) => scoreOf(NOTHING, scale, only(part)))).toEqual([0, 0, 0, 0.5, 0.5]);
  });
});

describe('a score', () => {
  it.each<[ScorePart, Partial<ScoreFacts>, number]>([
    ['cited', { citedBy: 31 }, 1],
    ['cited', { citedBy: 1 }, 0.2],
    ['cited', { citedBy: 3 }, 0.4],
    ['read', { citedBy: 9, readBy: 7 }, 1],
    ['read', { citedBy: 9, readBy: 1 }, 1 / 3],
    ['active', { citedBy: 9, activeBy: 3 }, 2 / 3],
    ['recent', { year: 2020 }, 1],
    ['recent', { year: 2015 }, 0.5],
    ['recent', { year: 2005 }, 0.125],
    ['recent', { year: 2031 }, 1],
    ['recent', {}, SCALE.usualRecent],
    ['worldwide', { year: 2020, worldwide: 900 }, 1],
    ['worldwide', { year: 2011, worldwide: 9000 }, 1],
    ['worldwide', { year: 2011, worldwide: 0 }, 0],
    ['worldwide', { year: 2011, worldwide: -5 }, 0],
    ['worldwide', { worldwide: 6 * 900 }, 1],
    ['worldwide', { year: 2020 }, SCALE.usualWorldwide],
  ])('should have in the part %s for %j', (part, given, value) => {
    expect(scoreOf(facts(given), SCALE, only(part))).toBeCloseTo(value);
  });

  it('should not let one read paper decide where it is the only one', () => {
    const scale = scaleOf([facts({ citedBy: 2, readBy: 1 })]);
    expect(scoreOf(facts({ readBy: 1 }), scale, only('read'))).toBeCloseTo(Math.log(2) / Math.log(5));
  });

  it('should be the mean of its parts by their weights, and 0 where none has one', () => {
    const given = facts({ citedBy: 31, year: 2015, worldwide: null });
    const weights = { ...only(), cited: 6, recent: 2 };
    expect(scoreOf(given, SCALE, weights)).toBeCloseTo((6 * 1 + 2 * 0.5) / 8);
    expect(scoreOf(given, SCALE, only())).toBe(0);
    expect(shareOf('cited', given, SCALE, only())).toEqual({ isKnown: true, points: 0, most: 0 });
  });

  it('should say what each part brings, and where an average stands in', () => {
    const weights = { ...only('worldwide'), read: 3 };
    expect(shareOf('read', facts({ readBy: 1 }), SCALE, weights)).toEqual({ isKnown: true, points: expect.closeTo(25), most: 75 });
    expect(shareOf('worldwide', NOTHING, SCALE, weights)).toEqual({ isKnown: false, points: expect.closeTo(25 * SCALE.usualWorldwide), most: 25 });
  });

  it.each([
    [{ worldwide: null, year: 2019 }, null],
    [{ worldwide: 50, year: 2016 }, 10],
    [{ worldwide: 54, year: null }, 9],
    [{ worldwide: 7, year: 2040 }, 7],
  ])('should count citations a year: %j', (given, perYear) => {
    expect(citationsPerYear(facts(given), SCALE)).toBe(perYear);
  });

  it.each([[2020, true], [2016, true], [2015, false]])('should call a paper of %i recent: %s', (year, recent) => {
    expect(isRecent(year, SCALE)).toBe(recent);
  });
});

const count = fc.integer({ min: 0, max: 200 });
const anyFacts: fc.Arbitrary<ScoreFacts> = fc.record({
  citedBy: count, readBy: count, activeBy: count,
  year: fc.option(fc.integer({ min: 1900, max: 2030 })),
  worldwide: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
});
const weight = fc.integer({ min: 0, max: 10 });
const anyWeights: fc.Arbitrary<ScoreWeights> = fc.record({ cited: weight, read: weight, active: weight, recent: weight, worldwide: weight });

describe('any score', () => {
  it('should lie between 0 and 1, and be the sum of what its parts bring', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 8 }), anyFacts, anyWeights, (all, given, weights) => {
        const scale = scaleOf([given, ...all]);
        const score = scoreOf(given, scale, weights);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(SCORE_PARTS.reduce((sum, part) => sum + shareOf(part, given, scale, weights).points, 0)).toBeCloseTo(score * 100);
      }),
      propertyRuns(300),
    );
  });

  it('should not fall when anything rises that counts', () => {
    const rise = fc.integer({ min: 1, max: 50 });
    const which = fc.constantFrom('citedBy' as const, 'readBy' as const, 'activeBy' as const, 'year' as const, 'worldwide' as const);
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 8 }), anyFacts, anyWeights, which, rise, (all, given, weights, name, more) => {
        const known = given[name];
        fc.pre(known !== null);
        const scale = scaleOf([given, ...all]);
        expect(scoreOf({ ...given, [name]: known + more }, scale, weights)).toBeGreaterThanOrEqual(scoreOf(given, scale, weights));
      }),
      propertyRuns(500),
    );
  });

  it('should not depend on a part without a weight', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyWeights, (given, other, weights) => {
        const scale = scaleOf([given, other]);
        const without = { ...weights, read: 0, active: 0 };
        expect(scoreOf({ ...given, readBy: other.readBy, activeBy: other.activeBy }, scale, without)).toBe(scoreOf(given, scale, without));
      }),
      propertyRuns(300),
    );
  });

  it('should be the same for weights that stand in the same proportion', () => {
    const { nextWeights } = DEFAULT_SETTINGS;
    const double: ScoreWeights = { cited: nextWeights.cited * 2, read: nextWeights.read * 2, active: nextWeights.active * 2, recent: nextWeights.recent * 2, worldwide: nextWeights.worldwide * 2 };
    for (const given of LIBRARY) expect(scoreOf(given, SCALE, double)).toBeCloseTo(scoreOf(given, SCALE, nextWeights));
  });
});
