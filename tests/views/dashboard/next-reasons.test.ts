import type { ScoreFacts } from '../../../src/core/dashboard/score-facts';
import type { ScorePart, ScoreScale } from '../../../src/core/dashboard/score-papers';
import { describePart, describeReasons } from '../../../src/views/dashboard/next-reasons';

const scale: ScoreScale = { mostCited: 100, mostRead: 10, mostActive: 4, newestYear: 2022, usualAge: 4, mostPerYear: 900, usualRecent: 0.5, usualWorldwide: 0.5 };
const facts = (given: Partial<ScoreFacts>): ScoreFacts => ({ citedBy: 0, readBy: 0, activeBy: 0, year: 2010, worldwide: 0, ...given });
const formatNumber = (value: number): string => value.toLocaleString('en');

describe('the reasons in words', () => {
  it.each<[Partial<ScoreFacts>, string]>([
    [{ citedBy: 12, readBy: 4, year: 2021, worldwide: 1204 }, 'Cited by 12 papers here, 4 of them read · recent · 1,204 citations worldwide'],
    [{ citedBy: 12, readBy: 4, activeBy: 2 }, 'Cited by 12 papers here, 4 of them read, 2 being read · 0 citations worldwide'],
    [{ citedBy: 1200, activeBy: 2 }, 'Cited by 1,200 papers here, 2 of them being read · 0 citations worldwide'],
    [{ citedBy: 1, readBy: 1, worldwide: null }, 'Cited by 1 paper here, which is read · citations worldwide not known'],
    [{ citedBy: 1, activeBy: 1 }, 'Cited by 1 paper here, which is being read · 0 citations worldwide'],
    [{ citedBy: 1, worldwide: 1 }, 'Cited by 1 paper here · 1 citation worldwide'],
    [{ year: null, worldwide: 30 }, 'Cited by no paper here · no year · 30 citations worldwide'],
    [{ citedBy: 2, year: null, worldwide: null }, 'Cited by 2 papers here · year and citations worldwide not known'],
  ])('should say of %j: %s', (given, words) => {
    expect(describeReasons(facts(given), scale, formatNumber).join(' · ')).toBe(words);
  });

  it.each<[ScorePart, Partial<ScoreFacts>, string]>([
    ['cited', { citedBy: 12, readBy: 4, activeBy: 1 }, 'Cited by 12 papers here'],
    ['cited', { citedBy: 1, readBy: 1 }, 'Cited by 1 paper here'],
    ['read', { citedBy: 12, readBy: 4 }, '4 of them read'],
    ['read', { citedBy: 12 }, 'None of them read'],
    ['read', {}, 'Cited by no read paper'],
    ['active', { citedBy: 12, activeBy: 1 }, '1 of them being read'],
    ['active', { citedBy: 12 }, 'None of them being read'],
    ['active', {}, 'Cited by no paper being read'],
    ['recent', { year: 2019 }, 'From 2019'],
    ['recent', { year: null }, 'No year: counts as the average'],
    ['worldwide', { year: 2020, worldwide: 3000 }, '3,000 citations worldwide, 1,000 a year'],
    ['worldwide', { year: 2016, worldwide: 10 }, '10 citations worldwide, 1.4 a year'],
    ['worldwide', { year: null, worldwide: 10 }, '10 citations worldwide, 2.5 a year at an average age, for it has no year'],
    ['worldwide', { worldwide: null }, 'Citations worldwide not known: counts as the average'],
  ])('should say of the part %s of %j: %s', (part, given, words) => {
    expect(describePart(part, facts(given), scale, formatNumber)).toBe(words);
  });
});
