import { layOutBoard, type BoardColumn, type BoardItem } from './board-model';
import type { PaperStatus, StatusKind, StatusVocabulary } from '../papers/status-vocabulary';
import { runSteps } from '../collections/steps';

/** An entry of a base: its note, its status, and the text of its status property as the base has it (null for none). */
export interface BaseEntry {
  readonly path: string;
  readonly title: string;
  readonly status: PaperStatus;
  readonly statusText: string | null;
}

/** The entries that the base itself puts together; `key` is null where it does not group, or where the note has no value. */
export interface BaseGroup<Entry extends BaseEntry> {
  readonly key: string | null;
  readonly entries: readonly Entry[];
}

/** A card over an entry. `status` is the value of its column. */
export interface BaseCard<Entry extends BaseEntry> extends BoardItem {
  readonly statusKind: StatusKind | null;
  readonly entry: Entry;
}

export interface BaseColumns<Entry extends BaseEntry> {
  readonly columns: readonly BoardColumn<BaseCard<Entry>>[];
  /** Whether the columns are statuses, so that moving a card sets one. */
  readonly isByStatus: boolean;
  /** Groups beyond those that are shown. */
  readonly left: number;
}

/** More columns than these are none to look through, and too many for a page. */
const MOST_COLUMNS = 100;

/**
 * The columns of a board over a base. Without groups, and where the base groups by the very status property, a column a status, in the order of
 * the vocabulary; else a column a group, in the order of the base, none of which takes cards. Entries keep the base's order.
 */
export function layOutBase<Entry extends BaseEntry>(groups: readonly BaseGroup<Entry>[], vocabulary: StatusVocabulary, noValue: string): BaseColumns<Entry> {
  const isGrouped = groups.length > 1 || groups.some(({ key }) => key !== null);
  const isByStatus = !isGrouped || groups.every(({ key, entries }) => entries.every((entry) => entry.statusText === key));
  const cards = groups.map(({ key, entries }) => entries.map((entry) => cardOf(entry, isByStatus ? null : (key ?? ''))));
  if (isByStatus) {
    const all = cards.flat();
    return { columns: runSteps(layOutBoard(all, all, vocabulary)), isByStatus, left: 0 };
  }
  const columns = groups.slice(0, MOST_COLUMNS).map(({ key }, at): BoardColumn<BaseCard<Entry>> => {
    const papers = cards[at] ?? [];
    return { look: { value: key ?? '', label: key ?? noValue, kind: null, color: null }, papers, total: papers.length, takesCards: false };
  });
  return { columns, isByStatus, left: groups.length - columns.length };
}

function cardOf<Entry extends BaseEntry>(entry: Entry, column: string | null): BaseCard<Entry> {
  const { path, title, status } = entry;
  return { path, title, status: column ?? status.value, statusKind: column === null ? status.kind : null, entry };
}
