import { citationsPerYear, isRecent, type ScoreFacts, type ScorePart, type ScoreScale } from '../../core/dashboard/score-papers';

const TEXT = {
  citedByNone: 'Cited by no paper here',
  citedByOne: 'Cited by 1 paper here',
  citedBy: (count: string) => `Cited by ${count} papers here`,
  whichIsRead: 'which is read',
  whichIsActive: 'which is being read',
  read: (count: string) => `${count} of them read`,
  active: (count: string) => `${count} of them being read`,
  alsoActive: (count: string) => `${count} being read`,
  noneRead: 'None of them read',
  noneActive: 'None of them being read',
  noReader: 'Cited by no read paper',
  noActiveReader: 'Cited by no paper being read',
  recent: 'recent',
  from: (year: number) => `From ${String(year)}`,
  noYear: 'no year',
  noYearCounts: 'No year: counts as the average',
  worldwideOne: '1 citation worldwide',
  worldwide: (count: string) => `${count} citations worldwide`,
  perYear: (worldwide: string, perYear: string) => `${worldwide}, ${perYear} a year`,
  perUsualYear: (worldwide: string, perYear: string) => `${worldwide}, ${perYear} a year at an average age, for it has no year`,
  worldwideUnknown: 'citations worldwide not known',
  worldwideCounts: 'Citations worldwide not known: counts as the average',
  neitherKnown: 'year and citations worldwide not known',
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
  if (citedBy === 1) return [TEXT.citedByOne, ...(readBy > 0 ? [TEXT.whichIsRead] : activeBy > 0 ? [TEXT.whichIsActive] : [])].join(', ');
  return [
    TEXT.citedBy(formatNumber(citedBy)),
    ...(readBy > 0 ? [TEXT.read(formatNumber(readBy))] : []),
    ...(activeBy > 0 ? [(readBy > 0 ? TEXT.alsoActive : TEXT.active)(formatNumber(activeBy))] : []),
  ].join(', ');
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
      return words(describeWorldwide(facts.worldwide, formatNumber), formatNumber(perYear < 10 ? Math.round(perYear * 10) / 10 : Math.round(perYear)));
    }
  }
}
