import type { Library } from '../library/library';
import { isSamePaper } from '../papers/paper';
import type { Paper } from '../papers/paper';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import { forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import type { TextOrder } from '../collections/text-order';
import type { GroupField, TableColumn, TableFilters, TableSort } from './dashboard-state';
import { paperFilter } from './filter-values';
import { layOutBoard, type BoardColumn } from './board-model';
import { groupPapers, type PaperGroup } from './group-papers';
import { paperMatcher } from './paper-search';
import { KeptAnswer } from './kept-answer';
import { ReadAhead } from './read-ahead';
import type { SearchTexts } from './search-text';
import { placePapers, sortPapers, type ColumnPlaces } from './sort-papers';
import { groupedRows, paperRows, type TableRows } from './table-rows';
import { SharedTextRanks } from './shared-text-ranks';
import { TextRanks, type RankedTexts } from './text-ranks';

/** Which papers are asked for, and in which order. */
export interface PapersQuestion {
  readonly search: string;
  readonly filters: TableFilters;
  readonly sort: readonly TableSort[];
}

/** How the answer is laid out. */
export interface RowsQuestion extends PapersQuestion {
  readonly group: GroupField | null;
  /** Values of the groups that are closed. */
  readonly collapsed: readonly string[];
}

/** The papers that a table or a board shows, as rows where they are grouped. */
export interface ShownRows {
  readonly papers: readonly Paper[];
  readonly rows: TableRows;
}

/** What the answers are drawn from, at the time of asking. */
export interface ShownFacts {
  readonly library: Library;
  readonly statuses: StatusVocabulary;
  readonly searchTexts: SearchTexts;
  readonly collator: TextOrder;
  readonly createdAt: (path: string) => number | null;
}

/**
 * Answers which papers a view shows, and keeps what one answer can take over from the one before it: typing into the search
 * only filters what is sorted, closing a group only lays out what is grouped. All of it can pause, since sorting 50,000
 * papers takes longer than a frame.
 */
export class ShownPapers {
  private readonly ranks = new Map<TableColumn, RankedTexts<Paper>>();
  private readonly places = new Map<TableColumn, KeptAnswer<ColumnPlaces>>();
  private readonly texts = new KeptAnswer<readonly string[]>();
  private readonly order = new KeptAnswer<readonly number[]>();
  private readonly sorted = new KeptAnswer<readonly Paper[]>();
  private readonly filtered = new KeptAnswer<readonly Paper[]>();
  private readonly grouped = new KeptAnswer<readonly PaperGroup[]>();
  private readonly laidOut = new KeptAnswer<ShownRows>();
  private readonly board = new KeptAnswer<readonly BoardColumn[]>();

  *papers({ search, filters, sort }: PapersQuestion, facts: ShownFacts): Steps<readonly Paper[]> {
    const { library, statuses } = facts;
    const { revision } = library;
    const papers = library.papers();
    const order = yield* this.order.get([library, revision, statuses, sort], () => sortPapers(papers.length, sort, (column) => this.placesOf(column, facts)));
    const texts = (): Steps<readonly string[]> => this.makeTexts(facts);
    const sorted = yield* this.sorted.get([order, papers], () => pick(papers, order));
    return yield* this.filtered.get([sorted, library, revision, statuses, search, filters], function* () {
      const folded = search.trim() === '' ? [] : yield* texts();
      // To ask for a paper's text costs more than to look through it.
      let asked = 0;
      const matches = paperMatcher(search, { texts: { of: () => folded[asked] ?? '' }, statuses, citedByCount: (path) => library.citedByCount(path) });
      const passes = paperFilter({ matches, filters });
      if (passes === null) return sorted;
      const ahead = new ReadAhead(sorted);
      const passed: Paper[] = [];
      yield* forEachInSteps(sorted, (paper, place) => {
        ahead.reach(place);
        asked = order[place] ?? 0;
        if (passes(paper)) passed.push(paper);
      });
      return passed;
    });
  }

  /** Makes ready what a search looks through, which takes longer than one may wait for a key pressed. */
  *makeTexts({ library, searchTexts }: Pick<ShownFacts, 'library' | 'searchTexts'>): Steps<readonly string[]> {
    return yield* this.texts.get([library, library.revision], () => mapInSteps(library.papers(), (paper) => searchTexts.of(paper)));
  }

  /** Makes ready what sorting by a column goes by, which takes longest the first time. */
  *placesOf(column: TableColumn, { library, statuses, collator, createdAt }: Omit<ShownFacts, 'searchTexts'>): Steps<ColumnPlaces> {
    const places = this.places.get(column) ?? new KeptAnswer<ColumnPlaces>();
    this.places.set(column, places);
    const ranks = this.ranks.get(column) ?? (column === 'title' ? new TextRanks(collator, isSamePaper) : new SharedTextRanks(collator));
    this.ranks.set(column, ranks);
    return yield* places.get([library, library.revision, statuses], () =>
      placePapers(library.papers(), column, {
        statuses,
        ranks,
        citedByCount: (path) => library.citedByCount(path),
        referenceCount: (path) => library.referenceCount(path),
        createdAt,
      }),
    );
  }

  *columns(question: PapersQuestion, facts: ShownFacts): Steps<readonly BoardColumn[]> {
    const papers = yield* this.papers(question, facts);
    const { library, statuses } = facts;
    return yield* this.board.get([papers, library, library.revision, statuses], () => layOutBoard(papers, library.papers(), statuses));
  }

  *rows(question: RowsQuestion, facts: ShownFacts): Steps<ShownRows> {
    const papers = yield* this.papers(question, facts);
    const { group, collapsed } = question;
    const { statuses, collator } = facts;
    const { grouped } = this;
    return yield* this.laidOut.get([papers, group, statuses, collapsed], function* () {
      if (group === null) return { papers, rows: paperRows(papers) };
      const groups = yield* grouped.get([papers, group, statuses], () => groupPapers(papers, group, statuses, collator));
      return { papers, rows: groupedRows(groups, collapsed) };
    });
  }
}

function* pick(papers: readonly Paper[], places: readonly number[]): Steps<readonly Paper[]> {
  const picked: Paper[] = [];
  yield* forEachInSteps(places, (place) => {
    const paper = papers[place];
    if (paper !== undefined) picked.push(paper);
  });
  return picked;
}
