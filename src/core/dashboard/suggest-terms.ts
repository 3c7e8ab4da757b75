import type { Paper } from '../papers/paper';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import type { FilterField } from './dashboard-state';
import { dayNumber } from './day-number';
import { listFilterOptions, type FilterOption } from './filter-values';
import { READ_WORDS, SEARCH_FIELDS, type SearchField } from './paper-search';
import { foldText } from './search-text';
import { forEachInSteps, type Steps } from '../collections/steps';

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

/** The field whose values the last term of a search asks for; null where it asks for none. */
export function suggestedField(search: string): SearchField | null {
  const name = LAST_TERM.exec(search)?.[3];
  const field = name === undefined ? undefined : SEARCH_FIELDS.find((known) => known === name.toLowerCase());
  return field !== undefined && (field === 'read' || VALUES_OF[field] !== undefined) ? field : null;
}

/** What there is to ask of that field, in the order of its offers: for the day of reading years, their months, and words. Nothing for null. */
export function* listSuggestions(field: SearchField | null, papers: readonly Paper[], statuses: StatusVocabulary): Steps<readonly FilterOption[]> {
  if (field === null) return [];
  const values = VALUES_OF[field];
  return yield* values === undefined ? listReadPeriods(papers) : listFilterOptions(papers, values, [], statuses);
}

/**
 * Ways to go on with the last term of a search: fields whose name it begins, or values (`options`) of the field that it names; for the
 * day of reading years and, after one, its months. None where it is complete, and none that the box could not hold.
 */
export function suggestTerms(search: string, options: readonly FilterOption[]): readonly TermSuggestion[] {
  const [whole, gap = '', sign = '', , quoted, bare = '', word = ''] = LAST_TERM.exec(search) ?? [];
  if (whole === undefined) return [];
  const before = search.slice(0, search.length - whole.length) + gap + sign;
  if (word !== '') {
    return SEARCH_FIELDS.filter((field) => field.startsWith(word.toLowerCase())).map((field) => ({ search: `${before}${field}:`, label: `${sign}${field}:`, count: null }));
  }
  const field = suggestedField(search);
  if (field === null) return [];
  const typed = foldText(quoted ?? bare);
  const left = field === 'read' ? options.filter(({ value }) => !/^\d/.test(value) || value.length === (typed.length < YEAR ? YEAR : MONTH)) : options;
  const found: TermSuggestion[] = [];
  for (const { value, label, count } of left) {
    if (count === 0 || value === '' || label.includes('"') || !foldText(label).includes(typed)) continue;
    if (foldText(label) === typed && quoted === undefined) return [];
    const written = /\s/u.test(label) ? `"${label}"` : label;
    found.push({ search: `${before}${field}:${written} `, label, count });
    if (found.length === MOST) break;
  }
  return found;
}

/** Lengths of `2024` and `2024-03`. */
const YEAR = 4;
const MONTH = 7;

/** Years, their months and words, each with its papers; the newest first. */
function* listReadPeriods(papers: readonly Paper[]): Steps<readonly FilterOption[]> {
  const counts = new Map<string, number>();
  const count = (period: string): void => {
    counts.set(period, (counts.get(period) ?? 0) + 1);
  };
  yield* forEachInSteps(papers, ({ readDate }) => {
    if (readDate === null || dayNumber(readDate) === null) count(readDate === null ? 'none' : 'invalid');
    else for (const length of [YEAR, MONTH]) count(readDate.slice(0, length));
  });
  const words = READ_WORDS.filter((word) => counts.has(word));
  const periods = [...counts.keys()].filter((period) => /^\d/.test(period)).sort().reverse();
  return [...periods, ...words].map((value) => ({ value, label: value, count: counts.get(value) ?? 0 }));
}
