import type { Paper } from '../papers/paper';
import { findStatus, type StatusVocabulary } from '../papers/status-vocabulary';
import { dayNumber } from './day-number';
import { filterValues } from './filter-values';
import { rarePart } from './rare-part';
import { readDayRange } from './read-day-range';
import { foldText, partHolds, type SearchTexts } from './search-text';

/**
 * What a term of a search may name before its colon. `cited` counts papers of this library, `worldwide` what the note says; `read`
 * is the day of reading, whatever the status.
 */
export const SEARCH_FIELDS = ['status', 'year', 'tag', 'author', 'venue', 'title', 'read', 'cited', 'worldwide'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** What `read:` can ask for beside days: papers without a day of reading, and those with one that the calendar does not have. */
export const READ_WORDS = ['none', 'invalid'] as const;

/** One term of a search: a folded word that may stand anywhere (`field` null), or a value that one property has to have. */
export interface SearchTerm {
  readonly field: SearchField | null;
  /** Folded; for words and texts. */
  readonly text: string;
  /** Bounds, both included, of a number that is asked for (of a day, for `read`); null where none is. */
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly isExcluded: boolean;
}

/** A term with a sign, a field, and a value in quotes or without: `-tag:survey`, `author:"van den Oord"`, `"deep learning"`. */
const TERM = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S*))\s*/giu;
const RANGE = /^(?:(\d+)\.\.(\d+)|(>=|<=|>|<|=?)(\d+))$/;
const NUMBERS: ReadonlySet<SearchField> = new Set<SearchField>(['year', 'cited', 'worldwide']);

/**
 * What a search box asks for. Every term has to be met, in any order: `status:reading year:>2018 cited:10..50 -tag:survey bert`. Days
 * of reading go by year, month or day: `read:2024`, `read:2024-03`, `read:>=2024-03-05`, `read:2024-03-04..2024-03-10`, `read:none`. A
 * field that is not known is text like any other, so that a title with a colon is found; a term that is only begun (`year:`,
 * `cited:>`, `read:20`) asks for nothing yet.
 */
export function readSearch(search: string): readonly SearchTerm[] {
  return readTerms(search).terms;
}

/** The terms that `readSearch` leaves out, as they are written: for what acts at once, where fewer terms would find more papers than were meant. */
export function unreadTerms(search: string): readonly string[] {
  return readTerms(search).unread;
}

function readTerms(search: string): { readonly terms: readonly SearchTerm[]; readonly unread: readonly string[] } {
  const terms: SearchTerm[] = [];
  const unread: string[] = [];
  for (const [whole, sign = '', name = '', quoted, bare = ''] of search.matchAll(TERM)) {
    if (whole.trim() === '') continue;
    const field = SEARCH_FIELDS.find((known) => known === name.toLowerCase()) ?? null;
    const value = quoted ?? bare;
    const isExcluded = sign !== '' && (field !== null || quoted !== undefined || value !== '');
    const known = terms.length;
    if (field === null) {
      const text = foldText(name === '' ? value : `${name}:${value}`);
      if (text !== '') terms.push({ field, text, range: null, isExcluded });
    } else if (NUMBERS.has(field)) {
      const range = readRange(value);
      if (range !== null) terms.push({ field, text: '', range, isExcluded });
    } else if (field === 'read') {
      const text = READ_WORDS.find((word) => word === value.toLowerCase()) ?? '';
      const range = readDayRange(value);
      if (text !== '' || range !== null) terms.push({ field, text, range, isExcluded });
    } else {
      // A tag of which only the sign was typed asks for nothing yet.
      const text = foldText(field === 'tag' ? value.replace(/^#/, '') : value);
      if (text !== '') terms.push({ field, text, range: null, isExcluded });
    }
    if (terms.length === known) unread.push(whole.trim());
  }
  return { terms, unread };
}

function readRange(value: string): SearchTerm['range'] {
  const [whole, from, to, sign, number] = RANGE.exec(value) ?? [];
  if (whole === undefined) return null;
  if (from !== undefined) return { from: Number(from), to: Number(to) };
  const asked = Number(number);
  switch (sign) {
    case '>':
      return { from: asked + 1, to: Infinity };
    case '>=':
      return { from: asked, to: Infinity };
    case '<':
      return { from: -Infinity, to: asked - 1 };
    case '<=':
      return { from: -Infinity, to: asked };
    default:
      return { from: asked, to: asked };
  }
}

/** What matching needs beside the papers. */
export interface SearchFacts {
  readonly texts: SearchTexts;
  readonly statuses: StatusVocabulary;
  citedByCount(path: string): number;
}

/**
 * Whether a paper meets every term; null for a search that asks for nothing. A status goes by its value, its label or an alias; a
 * tag by itself or one above it, as in Obsidian's own search; the other texts by any part of them. A paper without a value
 * meets no term about it (but for `read:none`), and every one that excludes.
 */
export function paperMatcher(search: string, facts: SearchFacts): ((paper: Paper) => boolean) | null {
  return termMatcher(readSearch(search), facts);
}

/** The same for terms of a search that was read before. */
export function termMatcher(terms: readonly SearchTerm[], facts: SearchFacts): ((paper: Paper) => boolean) | null {
  if (terms.length === 0) return null;
  const { texts, statuses } = facts;
  // Numbers first: what they leave out needs no look into its texts.
  const ordered = [...terms].sort((a, b) => Number(b.range !== null) - Number(a.range !== null));
  const tests = ordered.map(({ field, text, range, isExcluded }) => {
    const meets = meetsTerm();
    return isExcluded ? (paper: Paper): boolean => !meets(paper) : meets;

    function meetsTerm(): (paper: Paper) => boolean {
      const within = (number: number | null): boolean => number !== null && range !== null && number >= range.from && number <= range.to;
      switch (field) {
        case null: {
          const part = rarePart(text);
          if (part === text) return (paper) => texts.of(paper).includes(text);
          return (paper) => texts.of(paper).includes(part) && texts.of(paper).includes(text);
        }
        case 'status': {
          const asked = findStatus(statuses, text) ?? statuses.find(({ label, value, aliases }) => [label, value, ...aliases].some((name) => foldText(name) === text));
          return asked ? (paper) => paper.status === asked.value : (paper) => foldText(paper.status) === text;
        }
        case 'tag':
          return (paper) => filterValues(paper, 'tag').some((own) => foldText(own) === text);
        case 'author':
        case 'venue':
        case 'title':
          return (paper) => partHolds(texts.of(paper), field, text);
        case 'year':
          return (paper) => within(paper.year);
        case 'cited':
          return (paper) => within(facts.citedByCount(paper.path));
        case 'worldwide':
          return (paper) => within(paper.numCitedBy);
        case 'read':
          if (text === 'none') return (paper) => paper.readDate === null;
          if (text === 'invalid') return (paper) => paper.readDate !== null && dayNumber(paper.readDate) === null;
          return (paper) => paper.readDate !== null && within(dayNumber(paper.readDate));
      }
    }
  });
  return (paper) => tests.every((test) => test(paper));
}

/** The columns whose text is shown with its matched parts. */
export type MatchedField = 'title' | 'author' | 'venue';

/** The folded texts to mark in each of these columns: words that may stand anywhere, and what was asked of that column. */
export function matchedTexts(search: string): Readonly<Record<MatchedField, readonly string[]>> {
  const terms = readSearch(search).filter((term) => !term.isExcluded && term.text !== '');
  const of = (field: MatchedField): readonly string[] => terms.filter((term) => term.field === null || term.field === field).map((term) => term.text);
  return { title: of('title'), author: of('author'), venue: of('venue') };
}
