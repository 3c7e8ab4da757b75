import { firstPlace } from '../collections/first-place';
import { PlaceSet } from '../collections/place-set';
import { pickFrom, type Sequence } from '../collections/sequence';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import { forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import { zeros } from '../collections/zeros';
import type { TableFilters } from './dashboard-state';
import { paperFilter } from './filter-values';
import type { FoldedTexts } from './folded-texts';
import { KeptAnswer } from './kept-answer';
import { foldTitles } from './missing-model';
import { readSearch, termMatcher, type SearchTerm } from './paper-search';
import type { Ranking } from './rank-next';
import type { NextCandidate } from './next-candidate';
import { asPaper } from './ranked-candidates';
import type { RankedPapers } from './ranked-papers';
import { ReadAhead } from './read-ahead';
import type { SearchTexts } from './search-text';

/** What narrows the candidates. */
export interface CandidateQuery {
  readonly search: string;
  readonly filters: TableFilters;
  readonly statuses: StatusVocabulary;
  /** Whether missing works are among the candidates. */
  readonly withWorks: boolean;
}

/** The candidates to show, and how many of them are papers. */
export interface ShownCandidates {
  readonly shown: Sequence<NextCandidate>;
  readonly papers: number;
}

/**
 * Finds the candidates that search and filters let through, each in its place of the ranking. Of a missing work only its title and who cites it can
 * be asked for. What is looked through is made ready with the first search, and kept for the next ones over the same ranking.
 */
export class RankingSearch {
  private readonly paperTexts = new KeptAnswer<readonly string[]>();
  private readonly titles = new KeptAnswer<FoldedTexts>();

  constructor(private readonly texts: SearchTexts) {}

  /** Makes ready what a search looks through, which takes longer than one may wait for a key pressed. */
  *prepare(ranking: Ranking, withWorks: boolean): Steps<void> {
    yield* this.textsOf(ranking);
    if (!withWorks) return;
    yield* this.titlesOf(ranking);
    yield* ranking.works.order();
  }

  *find(ranking: Ranking, query: CandidateQuery): Steps<ShownCandidates> {
    const { papers, candidates } = ranking;
    const { search, filters, withWorks } = query;
    const terms = readSearch(search);
    if (paperFilter({ matches: terms.length === 0 ? null : () => true, filters }) === null) return { shown: withWorks ? candidates : papers, papers: papers.length };
    const passed = yield* this.findPapers(ranking, terms, query);
    if (!withWorks) return { shown: pickFrom(papers, passed), papers: passed.length };
    const works = yield* this.findWorks(ranking, terms, query);
    const places = merge(ranking, passed, yield* ranking.works.order(), works);
    const shown = { length: places.size, at: (index: number) => candidates.at(places.nth(index) ?? candidates.length) };
    return { shown, papers: passed.length };
  }

  /** The places of the papers that pass, among all of them, in the order of their scores. */
  private *findPapers(ranking: Ranking, terms: readonly SearchTerm[], { filters, statuses }: CandidateQuery): Steps<readonly number[]> {
    const { scored } = ranking.papers;
    const folded = terms.length === 0 ? [] : yield* this.textsOf(ranking);
    // To ask for a paper's text costs more than to look through it; in the order in which the texts were made that takes least.
    let asked = 0;
    const matches = termMatcher(terms, { texts: { of: () => folded[asked] ?? '' }, statuses, citedByCount: () => scored.facts(asked).citedBy });
    const passes = paperFilter({ matches, filters });
    const ahead = new ReadAhead(scored.papers);
    const passed = new PlaceSet(scored.papers.length);
    yield* forEachInSteps(scored.papers, (paper, place) => {
      ahead.reach(place);
      asked = place;
      if (passes?.(paper) !== false) passed.add(place);
    });
    return passedPapers(ranking.papers, passed);
  }

  /** The places of the works that pass. */
  private *findWorks(ranking: Ranking, terms: readonly SearchTerm[], { filters, statuses }: CandidateQuery): Steps<PlaceSet> {
    const { works } = ranking.works;
    // A work is found by its title alone.
    const isText = ({ field }: SearchTerm): boolean => field === null || field === 'title';
    const held = yield* holdTerms(works.length, terms.filter(isText), () => this.titlesOf(ranking));
    let cited = 0;
    const matches = termMatcher(terms.filter((term) => !isText(term)), { texts: this.texts, statuses, citedByCount: () => cited });
    const passes = paperFilter({ matches, filters });
    if (passes === null) return held;
    // Nothing else tells works apart, and those that as many papers cite stand beside each other, the most first.
    for (let from = 0; from < works.length; ) {
      cited = works[from]?.citedBy ?? 0;
      const to = firstPlace(works.length, (place) => (works[place]?.citedBy ?? 0) < cited);
      if (!passes(BLANK)) for (let place = from; place < to; place += 1) held.delete(place);
      from = Math.max(to, from + 1);
    }
    return held;
  }

  private *textsOf({ queued }: Ranking): Steps<readonly string[]> {
    return yield* this.paperTexts.get([queued], () => mapInSteps(queued, (paper) => this.texts.of(paper)));
  }

  private *titlesOf({ works: { works } }: Ranking): Steps<FoldedTexts> {
    return yield* foldTitles(works, this.titles);
  }
}

/** The places of the texts, so many, that meet every term, which are looked for anywhere in them. */
function* holdTerms(count: number, terms: readonly SearchTerm[], texts: () => Steps<FoldedTexts>): Steps<PlaceSet> {
  const words = terms.filter(({ isExcluded }) => !isExcluded).map(({ text }) => text);
  const held = new PlaceSet(count);
  if (words.length === 0) for (let place = 0; place < count; place += 1) held.add(place);
  if (terms.length === 0) return held;
  const folded = yield* texts();
  if (words.length > 0) {
    yield* folded.eachHolding(words, count, (place) => {
      held.add(place);
    });
  }
  for (const { text } of terms.filter(({ isExcluded }) => isExcluded)) {
    yield* folded.eachHolding([text], count, (place) => {
      held.delete(place);
    });
  }
  return held;
}

/** What all works are beside their titles. */
const BLANK = asPaper({ title: '' });

/** The places among all papers, in the order of their scores, of those that passed. */
function passedPapers({ order }: RankedPapers, passed: PlaceSet): readonly number[] {
  const places = zeros(passed.size);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) if (passed.has(order[place] ?? 0)) places[count++] = place;
  return places;
}

/** The places among all candidates of papers, by their places among all papers, and of works, by the order of all works. */
function merge({ papers, candidates }: Ranking, some: readonly number[], order: readonly number[], works: PlaceSet): PlaceSet {
  // No list: one of 250,000 places costs as much as all the rest here.
  const places = new PlaceSet(candidates.length);
  let next = 0;
  let work = 0;
  // Works behind the last paper are no candidates.
  for (let paper = 0; paper < papers.length; paper += 1) {
    for (const end = papers.worksBefore(paper); work < end; work += 1) if (works.has(order[work] ?? 0)) places.add(work + paper);
    if (some[next] !== paper) continue;
    places.add(papers.rank(paper) - 1);
    next += 1;
  }
  return places;
}
