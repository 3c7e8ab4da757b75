import type { Properties } from '../front-matter/front-matter';
import { nameKey } from '../front-matter/property-names';
import { sortInSteps } from '../collections/sort-in-steps';
import { forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import { DEFAULT_STATUSES, findStatus, firstOfKind, readStatus, type StatusDefinition, type StatusKind, type StatusVocabulary } from '../papers/status-vocabulary';

/** A status outside the vocabulary, in its commonest spelling, and how many papers have it. */
export interface UnknownStatus {
  readonly value: string;
  readonly papers: number;
}

/** The status habits of a vault's papers. */
export interface StatusHabits {
  readonly property: string;
  /** The vocabulary with the spellings that the notes use. */
  readonly statuses: StatusVocabulary;
  /** The vocabulary's values that occur, in its order. */
  readonly used: readonly string[];
  readonly unknown: readonly UnknownStatus[];
}

/** Names that a status property goes by, the likeliest first. `state` may mean other things, and `read` is one only as a truth value. */
const STATUS_PROPERTIES = ['status', 'reading_status', 'read_status', 'readingStatus', 'readStatus', '阅读状态', '状态', 'state', 'read'];

/** Letters and digits alone: `To Read`, `to_read`, `[[to-read]]` and `📚 to read` are one name. */
const spellingKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What else statuses are called, by spelling key. A word that many keep as a column of its own (`backlog`, `skimmed`, `paused`) is not here. */
const OTHER_NAMES: Readonly<Record<StatusKind, string>> = {
  queued: 'queued notread notstarted toberead tbr wanttoread readlater 未读 待读 未阅读 待阅读 想读 未讀 待讀',
  active: 'currentlyreading 在读 阅读中 正在读 正在阅读 在讀 閱讀中',
  done: 'complete finishedreading 已读 读完 已读完 已阅读 读过 已完成 已讀',
  dropped: 'dropped didnotfinish dnf 弃读 不读 棄讀',
};

/** Tells what the notes mean by a status, however they write it; null where nothing in the vocabulary is like it. */
export function meaningIn(vocabulary: StatusVocabulary): (spelling: string) => StatusDefinition | null {
  const meant = new Map<string, StatusDefinition>();
  const add = (name: string, status: StatusDefinition | null): void => {
    if (status && name !== '' && !meant.has(name)) meant.set(name, status);
  };
  for (const status of vocabulary) for (const name of [status.value, ...status.aliases]) add(spellingKey(name), status);
  for (const [kind, names] of Object.entries(OTHER_NAMES)) for (const name of names.split(' ')) add(name, firstOfKind(vocabulary, kind as StatusKind));
  return (spelling) => findStatus(vocabulary, spelling) ?? meant.get(spellingKey(spelling)) ?? null;
}

/**
 * The status property that most of `papers` have, and the spelling written for each status; null where none has one.
 * Names of properties and statuses are compared without case and what stands between their words, and taken as the notes write them. A
 * tie keeps what `currentProperty` and `current` say; a name that is replaced becomes an alias, so that nothing loses its meaning. Where
 * the property holds truth values, the vocabulary is `false` and `true`, since a check box can hold no more.
 */
export function* adoptStatuses(papers: readonly Properties[], currentProperty: string, current: StatusVocabulary): Steps<StatusHabits | null> {
  const base = isTruthVocabulary(current) ? DEFAULT_STATUSES : current;
  const property = yield* findStatusProperty(papers, currentProperty, base);
  if (property === null) return null;
  const { spelled, isTruth } = yield* countSpellings(papers, property);
  const statuses = isTruth ? truthVocabulary(current) : yield* respell(base, spelled);
  const used = new Set<string>();
  const unknown = new Map<string, { value: string; papers: number; most: number }>();
  yield* forEachInSteps(spelled, ([spelling, papersWithIt]) => {
    const known = findStatus(statuses, spelling);
    if (known) used.add(known.value);
    else {
      const before = unknown.get(spelling.toLowerCase()) ?? { value: spelling, papers: 0, most: 0 };
      const isCommoner = papersWithIt > before.most;
      unknown.set(spelling.toLowerCase(), {
        value: isCommoner ? spelling : before.value,
        papers: before.papers + papersWithIt,
        most: Math.max(before.most, papersWithIt),
      });
    }
  });
  const counted = yield* mapInSteps([...unknown.values()], ({ value, papers: count }): UnknownStatus => ({ value, papers: count }));
  return {
    property,
    statuses,
    used: statuses.map((status) => status.value).filter((value) => used.has(value)),
    unknown: yield* sortInSteps(counted, (a, b) => b.papers - a.papers || (a.value < b.value ? -1 : 1)),
  };
}

/** A spelling and how many papers have it. */
type Spelling = readonly [spelling: string, papers: number];

/** What stands in the property; a truth value where that is at least half of it. */
function* countSpellings(papers: readonly Properties[], property: string): Steps<{ spelled: readonly Spelling[]; isTruth: boolean }> {
  const counts = new Map<string, number>();
  let values = 0;
  let truths = 0;
  yield* forEachInSteps(papers, (properties) => {
    const value = onlyValue(properties.get(property));
    if (value === null) return;
    values += 1;
    if (typeof value === 'boolean') truths += 1;
    counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  });
  return { spelled: [...counts], isTruth: truths > 0 && truths * 2 >= values };
}

interface Tally {
  readonly name: string;
  readonly rank: number;
  papers: number;
  known: number;
}

function* findStatusProperty(papers: readonly Properties[], currentProperty: string, vocabulary: StatusVocabulary): Steps<string | null> {
  const names = [currentProperty, ...STATUS_PROPERTIES.filter((name) => name.toLowerCase() !== currentProperty.toLowerCase())];
  const meaning = meaningIn(vocabulary);
  const ranks = new Map(names.map((name, index) => [name.toLowerCase(), index]));
  const tallies = new Map<string, Tally>();
  yield* forEachInSteps(papers, (properties) => {
    for (const [name, value] of properties) {
      const rank = ranks.get(name.toLowerCase()) ?? ranks.get(nameKey(name));
      if (rank === undefined) continue;
      const only = onlyValue(value);
      if (name.toLowerCase() === 'read' && rank > 0 && typeof only !== 'boolean') continue;
      const tally = tallies.get(name) ?? { name, rank, papers: 0, known: 0 };
      tally.papers += 1;
      if (typeof only === 'boolean' || (only !== null && meaning(String(only)))) tally.known += 1;
      tallies.set(name, tally);
    }
  });
  const candidates = [...tallies.values()].filter((tally) => tally.rank === 0 || tally.name.toLowerCase() !== 'state' || tally.known > 0);
  candidates.sort((a, b) => b.papers - a.papers || b.known - a.known || a.rank - b.rank || (a.name === currentProperty ? -1 : a.name < b.name ? -1 : 1));
  return candidates[0]?.name ?? null;
}

/** Each status by its commonest spelling in the notes, and the others among its aliases; a tie, or none at all, keeps the value it has. */
function* respell(vocabulary: StatusVocabulary, spelled: readonly Spelling[]): Steps<StatusVocabulary> {
  const meaning = meaningIn(vocabulary);
  const further = new Map<StatusDefinition, string[]>();
  const commonest = new Map<StatusDefinition, { spelling: string; papers: number; isAlone: boolean }>();
  yield* forEachInSteps(spelled, ([spelling, papers]) => {
    const status = meaning(spelling);
    if (!status) return;
    if (!findStatus(vocabulary, spelling)) further.set(status, [...(further.get(status) ?? []), spelling]);
    const best = commonest.get(status);
    if (!best || papers > best.papers) commonest.set(status, { spelling, papers, isAlone: true });
    else if (papers === best.papers) best.isAlone = false;
  });
  return vocabulary.map((status) => {
    const best = commonest.get(status);
    const known = { ...status, aliases: [...status.aliases, ...(further.get(status) ?? [])] };
    return renamed(known, best?.isAlone === true ? best.spelling : status.value);
  });
}

function renamed(status: StatusDefinition, value: string): StatusDefinition {
  return { ...status, value, aliases: distinct([status.value, ...status.aliases], value) };
}

function distinct(names: readonly string[], except: string): string[] {
  const seen = new Set([except.toLowerCase()]);
  return names.filter((name) => {
    const isNew = !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isNew;
  });
}

function isTruthVocabulary(vocabulary: StatusVocabulary): boolean {
  return vocabulary.some((status) => status.value === 'true') && vocabulary.some((status) => status.value === 'false');
}

function truthVocabulary(current: StatusVocabulary): StatusVocabulary {
  if (isTruthVocabulary(current)) return current;
  const queued = firstOfKind(current, 'queued');
  const done = firstOfKind(current, 'done');
  if (!queued || !done) return current;
  return [renamed(queued, 'false'), renamed(done, 'true')];
}

/** The status that a paper has under these habits; used to tell which papers count as read. */
export function isDone(properties: Properties, property: string, statuses: StatusVocabulary): boolean {
  return readStatus(statuses, properties.get(property)).kind === 'done';
}

/** A scalar that is not empty, or the only one of a list; null for anything else. */
function onlyValue(value: unknown): string | number | boolean | null {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only === 'string') return only.trim() === '' ? null : only.trim();
  return typeof only === 'number' || typeof only === 'boolean' ? only : null;
}
