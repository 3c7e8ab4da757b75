import type { Library } from '../library';
import type { Paper } from '../paper';
import type { StatusVocabulary } from '../status-vocabulary';
import { filterInSteps, mapInSteps, type Steps } from '../steps';
import type { TextOrder } from '../text-order';
import type { GroupField, TableColumn, TableFilters, TableSort } from './dashboard-state';
import { paperFilter } from './filter-values';
import { layOutBoard, type BoardColumn } from './board-model';
import { groupPapers, layOutRows, type PaperGroup, type TableRow } from './group-papers';
import { paperMatcher } from './paper-search';
import type { SearchTexts } from './search-text';
import { sortPapers } from './sort-papers';
import { TextRanks } from './text-ranks';

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
  readonly rows: readonly TableRow[];
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
  private readonly ranks = new Map<TableColumn, TextRanks>();
  private readonly sorted = new KeptAnswer<readonly Paper[]>();
  private readonly filtered = new KeptAnswer<readonly Paper[]>();
  private readonly grouped = new KeptAnswer<readonly PaperGroup[]>();
  private readonly laidOut = new KeptAnswer<ShownRows>();
  private readonly board = new KeptAnswer<readonly BoardColumn[]>();

  *papers({ search, filters, sort }: PapersQuestion, { library, statuses, searchTexts, collator, createdAt }: ShownFacts): Steps<readonly Paper[]> {
    const { revision } = library;
    const citedByCount = (path: string): number => library.citedByCount(path);
    const ranks = (column: TableColumn): TextRanks => {
      const known = this.ranks.get(column) ?? new TextRanks(collator);
      this.ranks.set(column, known);
      return known;
    };
    const sorted = yield* this.sorted.get([library, revision, statuses, sort], () =>
      sortPapers(library.papers(), sort, { statuses, ranks, citedByCount, referenceCount: (path) => library.referenceCount(path), createdAt }),
    );
    return yield* this.filtered.get([sorted, library, revision, statuses, search, filters], function* () {
      const passes = paperFilter({ matches: paperMatcher(search, { texts: searchTexts, statuses, citedByCount }), filters });
      return passes === null ? sorted : yield* filterInSteps(sorted, passes);
    });
  }

  *columns(question: PapersQuestion, facts: ShownFacts): Steps<readonly BoardColumn[]> {
    const papers = yield* this.papers(question, facts);
    const { library, statuses } = facts;
    return yield* this.board.get([papers, library, library.revision, statuses], () => layOutBoard(papers, library.papers(), statuses));
  }

  *rows(question: RowsQuestion, facts: ShownFacts): Steps<ShownRows> {
    const papers = yield* this.papers(question, facts);
    const { group, collapsed } = question;
    const groups = group === null ? null : yield* this.grouped.get([papers, group, facts.statuses], () => groupPapers(papers, group, facts.statuses, facts.collator));
    return yield* this.laidOut.get([papers, groups, collapsed], function* () {
      if (groups !== null) return { papers, rows: yield* layOutRows(groups, new Set(collapsed)) };
      return { papers, rows: yield* mapInSteps(papers, (paper): TableRow => ({ kind: 'paper', group: null, paper })) };
    });
  }
}

/** The last answer to one question, kept until what it was made from is another. */
class KeptAnswer<T> {
  private from: readonly unknown[] | null = null;
  private answer: T | undefined;

  *get(from: readonly unknown[], find: () => Steps<T>): Steps<T> {
    const { from: kept } = this;
    if (kept?.every((part, index) => part === from[index]) === true) return this.answer as T;
    const answer = yield* find();
    this.from = from;
    this.answer = answer;
    return answer;
  }
}
