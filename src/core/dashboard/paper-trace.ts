import type { StatusVocabulary } from '../papers/status-vocabulary';
import { NO_FILTERS, type BreakdownField, type TableFilters } from './dashboard-state';
import { dayNumber, dayText } from './day-number';
import { FIRST_LIKELY_DAY, type ReadPeriod } from './reading-progress';
import type { BreakdownRow } from './status-breakdown';

/** The search and the filters under which the table shows the very papers that a number counts. */
export interface PaperTrace {
  readonly search: string;
  readonly filters: TableFilters;
}

/** Which of the read papers that no day places in time. */
export type Unplaced = 'undated' | 'future' | 'early' | 'invalid';

/** To the papers read in a period. */
export function tracePeriod(period: Pick<ReadPeriod, 'from' | 'to'>, statuses: StatusVocabulary): PaperTrace {
  return traceRead(writeDays(period), statuses);
}

/** To the read papers without a day, or with a doubtful one. */
export function traceUnplaced(which: Unplaced, today: string, statuses: StatusVocabulary): PaperTrace {
  const days = { undated: 'none', future: `>${today}`, early: `<${FIRST_LIKELY_DAY}`, invalid: 'invalid' };
  return traceRead(days[which], statuses);
}

/** To the papers with a day of reading and one of these statuses, none of which is of kind done. */
export function traceUnfinished(statuses: readonly string[]): PaperTrace {
  return { search: '-read:none', filters: { ...NO_FILTERS, status: statuses } };
}

/** To the papers of a year, a venue or a tag; with statuses, to those of them that have one. */
export function traceRow(field: BreakdownField, row: Pick<BreakdownRow, 'value'>, statuses: readonly string[] = []): PaperTrace {
  return { search: '', filters: { ...NO_FILTERS, [field]: [row.value], status: statuses } };
}

/** The values of the statuses that count as read. */
export function doneStatuses(statuses: StatusVocabulary): readonly string[] {
  return statuses.filter((status) => status.kind === 'done').map((status) => status.value);
}

/** Read is what the status says: the search alone would find days on other papers too. */
function traceRead(days: string, statuses: StatusVocabulary): PaperTrace {
  return { search: `read:${days}`, filters: { ...NO_FILTERS, status: doneStatuses(statuses) } };
}

/** As short as it can be said: `2024-03` for the whole of a month. */
function writeDays({ from, to }: Pick<ReadPeriod, 'from' | 'to'>): string {
  if (from === to) return from;
  const after = dayText((dayNumber(to) ?? 0) + 1);
  const isMonth = from.endsWith('-01') && after.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7);
  return isMonth ? from.slice(0, 7) : `${from}..${to}`;
}
