import type { ScoreFacts } from '../../core/dashboard/score-facts';
import { citationsPerYear, isRecent, type ScorePart, type ScoreScale } from '../../core/dashboard/score-papers';
import { say } from '../../language/say';

const TEXT = {
  citedByNone: say('Cited by no paper here'),
  citedByOne: say('Cited by 1 paper here'),
  citedByOneRead: say('Cited by 1 paper here, which is read'),
  citedByOneActive: say('Cited by 1 paper here, which is being read'),
  citedBy: (count: string) => say('Cited by {count} papers here', { count }),
  citedByRead: (count: string, read: string) => say('Cited by {count} papers here, {read} of them read', { count, read }),
  citedByActive: (count: string, active: string) => say('Cited by {count} papers here, {active} of them being read', { count, active }),
  citedByBoth: (count: string, read: string, active: string) =>
    say('Cited by {count} papers here, {read} of them read, {active} being read', { count, read, active }),
  read: (count: string) => say('{count} of them read', { count }),
  active: (count: string) => say('{count} of them being read', { count }),
  noneRead: say('None of them read'),
  noneActive: say('None of them being read'),
  noReader: say('Cited by no read paper'),
  noActiveReader: say('Cited by no paper being read'),
  recent: say('recent'),
  from: (year: number) => say('From {year}', { year: String(year) }),
  noYear: say('no year'),
  noYearCounts: say('No year: counts as the average'),
  worldwideOne: say('1 citation worldwide'),
  worldwide: (count: string) => say('{count} citations worldwide', { count }),
  perYear: (isOne: boolean, count: string, perYear: string) =>
    say(isOne ? '1 citation worldwide, {perYear} a year' : '{count} citations worldwide, {perYear} a year', { count, perYear }),
  perUsualYear: (isOne: boolean, count: string, perYear: string) =>
    say(
      isOne
        ? '1 citation worldwide, {perYear} a year at an average age, for it has no year'
        : '{count} citations worldwide, {perYear} a year at an average age, for it has no year',
      { count, perYear },
    ),
  worldwideUnknown: say('citations worldwide not known'),
  worldwideCounts: say('Citations worldwide not known: counts as the average'),
  neitherKnown: say('year and citations worldwide not known'),
};

type FormatNumber = (value: number) => string;

/** Why a paper or work stands where it does, in words: who cites it, whether it is recent, how often it is cited worldwide; and what is not known. */
export function describeReasons(facts: ScoreFacts, scale: ScoreScale, formatNumber: FormatNumber): readonly string[] {
  const { year, worldwide } = facts;
  const cited = describeCiting(facts, formatNumber);
  if (year === null && worldwide === null) return [cited, TEXT.neitherKnown];
  return [
    cited,
    ...(year === null ? [TEXT.noYear] : isRecent(year, scale) ? [TEXT.recent] : []),
    worldwide === null ? TEXT.worldwideUnknown : describeWorldwide(worldwide, formatNumber),
  ];
}

function describeWorldwide(count: number, formatNumber: FormatNumber): string {
  return count === 1 ? TEXT.worldwideOne : TEXT.worldwide(formatNumber(count));
}

function describeCiting({ citedBy, readBy, activeBy }: ScoreFacts, formatNumber: FormatNumber): string {
  if (citedBy === 0) return TEXT.citedByNone;
  if (citedBy === 1) return readBy > 0 ? TEXT.citedByOneRead : activeBy > 0 ? TEXT.citedByOneActive : TEXT.citedByOne;
  const count = formatNumber(citedBy);
  if (readBy > 0 && activeBy > 0) return TEXT.citedByBoth(count, formatNumber(readBy), formatNumber(activeBy));
  if (readBy > 0) return TEXT.citedByRead(count, formatNumber(readBy));
  return activeBy > 0 ? TEXT.citedByActive(count, formatNumber(activeBy)) : TEXT.citedBy(count);
}

/** What a part of the score goes by, in words. */
export function describePart(part: ScorePart, facts: ScoreFacts, scale: ScoreScale, formatNumber: FormatNumber): string {
  switch (part) {
    case 'cited':
      return describeCiting({ ...facts, readBy: 0, activeBy: 0 }, formatNumber);
    case 'read':
      return facts.readBy > 0 ? TEXT.read(formatNumber(facts.readBy)) : facts.citedBy > 0 ? TEXT.noneRead : TEXT.noReader;
    case 'active':
      return facts.activeBy > 0 ? TEXT.active(formatNumber(facts.activeBy)) : facts.citedBy > 0 ? TEXT.noneActive : TEXT.noActiveReader;
    case 'recent':
      return facts.year === null ? TEXT.noYearCounts : TEXT.from(facts.year);
    case 'worldwide': {
      const perYear = citationsPerYear(facts, scale);
      if (facts.worldwide === null || perYear === null) return TEXT.worldwideCounts;
      const words = facts.year === null ? TEXT.perUsualYear : TEXT.perYear;
      return words(facts.worldwide === 1, formatNumber(facts.worldwide), formatNumber(perYear < 10 ? Math.round(perYear * 10) / 10 : Math.round(perYear)));
    }
  }
}
