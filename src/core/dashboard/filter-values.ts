import { compareTexts } from '../text/compare-texts';
import type { Paper } from '../papers/paper';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import { sortInSteps } from '../collections/sort-in-steps';
import { forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import { TextNumbers } from '../collections/text-numbers';
import { FILTER_FIELDS, type FilterField, type TableFilters } from './dashboard-state';

/** One choice of a filter menu: `value` is what is kept ('' for papers without one), `label` as the notes spell it. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/**
 * The values under which a filter finds a paper: one empty text where it has none. Tags are lower-case and come with
 * the tags above them, as in Obsidian's own tag search (`ml/vision` is found under `ml`).
 */
export function filterValues(paper: Paper, field: FilterField): readonly string[] {
  switch (field) {
    case 'status':
      return [paper.status];
    case 'year':
      return [paper.year === null ? '' : String(paper.year)];
    case 'venue':
      return [paper.venue ?? ''];
    case 'author':
      return paper.authors.length === 0 ? [''] : paper.authors;
    case 'tag':
      return paper.tags.length === 0 ? [''] : paper.tags.flatMap(tagValues);
  }
}

/** The values under which a filter finds a paper with this tag: `ml` and `ml/vision` for `ML/Vision`. */
export function tagValues(tag: string): readonly string[] {
  const parts = tag.toLowerCase().split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The filters without those of these fields. */
export function withoutFilters(filters: TableFilters, fields: readonly FilterField[]): TableFilters {
  return { ...filters, ...Object.fromEntries(fields.map((field) => [field, []])) };
}

/** What narrows the table: the search box (null where it asks for nothing) and the chosen filter values. */
export interface PaperQuery {
  readonly matches: ((paper: Paper) => boolean) | null;
  readonly filters: TableFilters;
}

/**
 * What a paper has to pass: the search, and, for each field with chosen values, to have one of them; null where everything
 * passes. A field named in `except` does not narrow: its own menu counts what choosing another value would show.
 */
export function paperFilter(query: PaperQuery, except: FilterField | null = null): ((paper: Paper) => boolean) | null {
  const { matches } = query;
  const wanted = FILTER_FIELDS.filter((field) => field !== except && query.filters[field].length > 0).map(
    (field) => [field, new Set(query.filters[field])] as const,
  );
  if (wanted.length === 0) return matches;
  const tests = wanted.map(([field, values]) => (field === 'tag' ? hasTag(values) : (paper: Paper): boolean => filterValues(paper, field).some((value) => values.has(value))));
  return (paper) => tests.every((test) => test(paper)) && matches?.(paper) !== false;
}

/** Papers are many and tags few, so each is taken apart once. */
function hasTag(values: ReadonlySet<string>): (paper: Paper) => boolean {
  const known = new Map<string, boolean>();
  const fits = (tag: string): boolean => {
    const fitting = known.get(tag) ?? tagValues(tag).some((value) => values.has(value));
    known.set(tag, fitting);
    return fitting;
  };
  return ({ tags }) => (tags.length === 0 ? values.has('') : tags.some(fits));
}

/** The papers that pass, in the order given; see `paperFilter`. */
export function filterPapers(papers: readonly Paper[], query: PaperQuery, except: FilterField | null = null): readonly Paper[] {
  const passes = paperFilter(query, except);
  return passes === null ? papers : papers.filter(passes);
}

/**
 * The choices of one filter menu with the number of papers each would show: statuses in the vocabulary's order, years
 * from the newest, the rest by count. Chosen values stay listed when no paper has them, so that they can be taken back.
 */
export function* listFilterOptions(
  papers: readonly Paper[],
  field: FilterField,
  chosen: readonly string[],
  statuses: StatusVocabulary,
): Steps<readonly FilterOption[]> {
  const numbers = new TextNumbers();
  const counts: number[] = [];
  const labels = new Map<string, string>();
  // Papers are many and tags few, so each is taken apart once.
  const valuesOfTags = new Map<string, readonly string[]>();
  const valuesOfTag = (tag: string): readonly string[] => {
    const known = valuesOfTags.get(tag);
    if (known !== undefined) return known;
    const values = tagValues(tag);
    const own = tag.toLowerCase();
    if (!labels.has(own)) labels.set(own, tag);
    valuesOfTags.set(tag, values);
    return values;
  };
  const count = (value: string, by = 1): void => {
    const number = numbers.give(value);
    counts[number] = (counts[number] ?? 0) + by;
  };
  for (const value of chosen) count(value, 0);
  yield* forEachInSteps(papers, (paper) => {
    const values = field === 'tag' && paper.tags.length > 0 ? paper.tags.flatMap(valuesOfTag) : filterValues(paper, field);
    if (values.length === 1) count(values[0] ?? '');
    else for (const [at, value] of values.entries()) if (values.indexOf(value) === at) count(value);
  });
  if (field === 'status') {
    for (const status of statuses) {
      labels.set(status.value, status.label);
      count(status.value, 0);
    }
  }
  const options = yield* mapInSteps(counts, (number, at) => {
    const value = numbers.text(at);
    return { value, label: labels.size === 0 ? value : (labels.get(value) ?? value), count: number };
  });
  return yield* sortInSteps(options, compareOptions(field, statuses));
}

function compareOptions(field: FilterField, statuses: StatusVocabulary): (a: FilterOption, b: FilterOption) => number {
  const byName = (a: FilterOption, b: FilterOption): number => compareTexts(a.label, b.label);
  const byCount = (a: FilterOption, b: FilterOption): number => b.count - a.count || byName(a, b);
  if (field === 'year') return (a, b) => Number(b.value) - Number(a.value) || byName(a, b);
  if (field !== 'status') return byCount;
  const places = new Map(statuses.map((status, index) => [status.value, index]));
  const place = (option: FilterOption): number => places.get(option.value) ?? statuses.length;
  return (a, b) => place(a) - place(b) || byCount(a, b);
}
