import type { Paper } from '../paper';
import type { StatusVocabulary } from '../status-vocabulary';
import type { FilterField } from './dashboard-state';
import { listFilterOptions } from './filter-values';
import { SEARCH_FIELDS, type SearchField } from './paper-search';
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
 * frequent first. None where it is complete, and none that the box could not hold.
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
  if (field === undefined || values === undefined) return [];
  const typed = foldText(quoted ?? bare);
  const found: TermSuggestion[] = [];
  for (const { value, label, count } of listFilterOptions(papers, values, [], statuses)) {
    if (count === 0 || value === '' || label.includes('"') || !foldText(label).includes(typed)) continue;
    if (foldText(label) === typed && quoted === undefined) return [];
    const written = /\s/u.test(label) ? `"${label}"` : label;
    found.push({ search: `${before}${field}:${written} `, label, count });
    if (found.length === MOST) break;
  }
  return found;
}
