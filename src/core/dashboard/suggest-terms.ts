import type { Paper } from '../paper';
import type { StatusVocabulary } from '../status-vocabulary';
import type { FilterField } from './dashboard-state';
import { dayNumber } from './day-number';
import { listFilterOptions, type FilterOption } from './filter-values';
import { READ_WORDS, SEARCH_FIELDS, type SearchField } from './paper-search';
import { foldText } from './search-text';

/** A way to go on with a search: `search` is the whole text of the box then, `label` what is offered, `count` the papers that have it. */
export interface TermSuggestion {
  readonly search: string;
  readonly label: string;
  /** Null for a field, whose value is still to be given. */
  readonly count: number | null;
}

const MOST = 8;
/** The last term, as far as it is typed: a sign, a field with its colon, and a value, which may be in quotes that are still open. */
const LAST_TERM = /(^|\s)(-?)(?:([a-z]+):(?:"([^"]*)|([^"\s]*))|([a-z]{2,}))$/i;
const VALUES_OF: Partial<Readonly<Record<SearchField, FilterField>>> = { status: 'status', tag: 'tag', author: 'author', venue: 'venue', year: 'year' };

/**
 * Ways to go on with the last term of a search: fields whose name it begins, or values of the field that it names, the most
 * frequent first; for the day of reading years and, after one, its months, the newest first. None where it is complete, and none
 * that the box could not hold.
 */
export function suggestTerms(search: string, papers: readonly Paper[], statuses: StatusVocabulary): readonly TermSuggestion[] {
  const [whole, gap = '', sign = '', name = '', quoted, bare = '', word = ''] = LAST_TERM.exec(search) ?? [];
  if (whole === undefined) return [];
  const before = search.slice(0, search.length - whole.length) + gap + sign;
  if (word !== '') {
    return SEARCH_FIELDS.filter((field) => field.startsWith(word.toLowerCase())).map((field) => ({ search: `${before}${field}:`, label: `${sign}${field}:`, count: null }));
  }
  const field = SEARCH_FIELDS.find((known) => known === name.toLowerCase());
  const values = field === undefined ? undefined : VALUES_OF[field];
  if (field === undefined || (values === undefined && field !== 'read')) return [];
  const typed = foldText(quoted ?? bare);
  const options = values === undefined ? listReadPeriods(papers, typed) : listFilterOptions(papers, values, [], statuses);
  const found: TermSuggestion[] = [];
  for (const { value, label, count } of options) {
    if (count === 0 || value === '' || label.includes('"') || !foldText(label).includes(typed)) continue;
    if (foldText(label) === typed && quoted === undefined) return [];
    const written = /\s/u.test(label) ? `"${label}"` : label;
    found.push({ search: `${before}${field}:${written} `, label, count });
    if (found.length === MOST) break;
  }
  return found;
}

/** What a search can ask of the day of reading: years and words or, once a year is typed, the months of it. */
function listReadPeriods(papers: readonly Paper[], typed: string): readonly FilterOption[] {
  const length = typed.length < 4 ? 4 : 7;
  const counts = new Map<string, number>();
  for (const { readDate } of papers) {
    const period = readDate === null ? 'none' : dayNumber(readDate) === null ? 'invalid' : readDate.slice(0, length);
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const words = READ_WORDS.filter((word) => counts.has(word));
  const periods = [...counts.keys()].filter((period) => /^\d/.test(period)).sort().reverse();
  return [...periods, ...words].map((value) => ({ value, label: value, count: counts.get(value) ?? 0 }));
}
