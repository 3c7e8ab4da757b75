import { IntColumn } from '../collections/int-column';
import type { MissingWork, ReaderTally } from './library';
import { compareMissingWorks, isDebris } from './missing-works';
import { ReaderTallies } from './reader-tallies';
import { SortedAnswers } from '../collections/sorted-answers';

/** A missing work within the index: the number of its title key; the key itself where it is one paper's own. */
export type WorkName = number | string;

/** How far a citing paper is, as far as it is counted. */
export type Reader = 'done' | 'active' | null;

/** What the library knows of a missing work. */
export interface WorkFacts {
  keyOf(name: WorkName): string;
  nameOf(key: string): WorkName;
  titleOf(name: WorkName): string;
  citing(name: WorkName): readonly string[];
}

/** Of a million missing works hardly any is looked at: their keys, and who cites them, are told when it is asked for. */
class CountedWork implements MissingWork {
  constructor(
    private readonly facts: WorkFacts,
    private readonly name: WorkName,
    readonly title: string,
    readonly citedBy: number,
    readonly readBy: number,
    readonly hidden: MissingWork['hidden'],
    /** Kept true in place, since papers being read rank no work. */
    public activeBy: number,
  ) {}

  get key(): string {
    return this.facts.keyOf(this.name);
  }

  get citing(): readonly string[] {
    return this.facts.citing(this.name);
  }
}

/**
 * The missing works with how many papers cite them, ranked. Told of each paper that begins or ceases to cite one; `settle` then brings the
 * answers up to date, at the cost of the works that changed; ranks are made when they are asked for, or before that by `rank`.
 */
export class MissingWorkIndex {
  private readonly citing = new IntColumn();
  private readonly read = new IntColumn();
  private readonly active = new IntColumn();
  /** Works of one paper alone: how far that paper is. */
  private readonly own = new Map<string, Reader>();
  private readonly answers: (CountedWork | undefined)[] = [];
  private readonly ownAnswers = new Map<string, CountedWork>();
  /** Works that have to be told anew; true where the title may be another, too. */
  private readonly stale = new Map<WorkName, boolean>();
  private readonly shownRanks = new SortedAnswers<MissingWork>(compareMissingWorks);
  private readonly hiddenRanks = new SortedAnswers<MissingWork>(compareMissingWorks);
  /** Of those that are shown. */
  private readonly tallies = new ReaderTallies();
  private hiddenKeys: ReadonlySet<string> = new Set();
  private shownKeys: ReadonlySet<string> = new Set();

  constructor(private readonly facts: WorkFacts) {}

  /** A paper cites the work now. */
  add(name: WorkName, reader: Reader): void {
    if (typeof name === 'string') this.own.set(name, reader);
    else this.count(name, 1, reader);
    this.stale.set(name, true);
  }

  /** A paper that was told does not cite the work any more. */
  remove(name: WorkName, reader: Reader): void {
    if (typeof name === 'string') this.own.delete(name);
    else this.count(name, -1, reader);
    this.stale.set(name, true);
  }

  /** A paper that cites the work is as far as `now`, and was as far as `before`. */
  setReader(name: WorkName, before: Reader, now: Reader): void {
    if (typeof name === 'string') this.own.set(name, now);
    else {
      this.countReader(name, -1, before);
      this.countReader(name, 1, now);
    }
    if (before === 'done' || now === 'done') this.recount(name);
    const known = this.known(name);
    if (!known) return;
    if (known.hidden === null) this.tallies.remove(known);
    known.activeBy = this.activeBy(name);
    if (known.hidden === null) this.tallies.add(known);
  }

  /** The work is spelled otherwise somewhere. */
  respell(name: WorkName): void {
    this.stale.set(name, true);
  }

  /** By key: the works that the user does not want to see, and those that look like debris and are to be seen all the same. */
  setHidden(hidden: Iterable<string>, shown: Iterable<string>): void {
    const before = [this.hiddenKeys, this.shownKeys] as const;
    this.hiddenKeys = new Set(hidden);
    this.shownKeys = new Set(shown);
    for (const [at, now] of [this.hiddenKeys, this.shownKeys].entries()) {
      for (const key of new Set([...(before[at] ?? []), ...now])) {
        if (now.has(key) !== before[at]?.has(key)) this.recount(this.facts.nameOf(key));
      }
    }
  }

  /** Brings what is known of each work up to date, until done or until `mayGoOn` says stop (asked every 16 works); true when nothing is left. */
  settle(mayGoOn: () => boolean): boolean {
    let count = 0;
    for (const [name, isRespelled] of this.stale) {
      if (++count % 16 === 0 && !mayGoOn()) return false;
      this.stale.delete(name);
      this.answer(name, isRespelled);
    }
    return true;
  }

  /** Ranks what `settle` brought, until done or until `mayGoOn` says stop; true when nothing is left. */
  rank(mayGoOn: () => boolean): boolean {
    return this.shownRanks.settle(mayGoOn) && this.hiddenRanks.settle(mayGoOn);
  }

  /** How many works wait to be ranked. */
  get unranked(): number {
    return this.shownRanks.waiting + this.hiddenRanks.waiting;
  }

  /** Ranked, without the hidden ones. */
  shown(): readonly MissingWork[] {
    this.settle(() => true);
    return this.shownRanks.values();
  }

  /** How many those are, without ranking them. */
  shownCount(): number {
    this.settle(() => true);
    return this.shownRanks.size;
  }

  /** What cites the shown ones, and how many works that is, in their order. */
  shownTallies(): readonly ReaderTally[] {
    this.settle(() => true);
    return this.tallies.list();
  }

  hidden(): readonly MissingWork[] {
    this.settle(() => true);
    return this.hiddenRanks.values();
  }

  /** Its title stays, unless that is stale, too. */
  private recount(name: WorkName): void {
    if (!this.stale.has(name)) this.stale.set(name, false);
  }

  /** The work with that key, hidden or not; null where no paper cites it. */
  withKey(key: string): MissingWork | null {
    this.settle(() => true);
    return this.known(this.facts.nameOf(key)) ?? null;
  }

  private known(name: WorkName): CountedWork | undefined {
    return typeof name === 'number' ? this.answers[name] : this.ownAnswers.get(name);
  }

  private activeBy(name: WorkName): number {
    return typeof name === 'number' ? this.active.get(name) : Number(this.own.get(name) === 'active');
  }

  private count(name: number, change: 1 | -1, reader: Reader): void {
    this.citing.set(name, this.citing.get(name) + change);
    this.countReader(name, change, reader);
  }

  private countReader(name: number, change: 1 | -1, reader: Reader): void {
    const column = reader === 'done' ? this.read : reader === 'active' ? this.active : null;
    column?.set(name, column.get(name) + change);
  }

  private answer(name: WorkName, isRespelled: boolean): void {
    const before = this.known(name);
    const now = this.tell(name, isRespelled ? undefined : before?.title);
    if (before) this.ranksOf(before).remove(before);
    if (before?.hidden === null) this.tallies.remove(before);
    if (now) this.ranksOf(now).add(now);
    if (now?.hidden === null) this.tallies.add(now);
    if (typeof name === 'number') {
      while (this.answers.length <= name) this.answers.push(undefined);
      this.answers[name] = now;
    } else if (now) this.ownAnswers.set(name, now);
    else this.ownAnswers.delete(name);
  }

  private tell(name: WorkName, knownTitle: string | undefined): CountedWork | undefined {
    const isOwn = typeof name === 'string';
    const citedBy = isOwn ? Number(this.own.has(name)) : this.citing.get(name);
    if (citedBy === 0) return undefined;
    const readBy = isOwn ? Number(this.own.get(name) === 'done') : this.read.get(name);
    const title = knownTitle ?? this.facts.titleOf(name);
    const key = this.hiddenKeys.size + this.shownKeys.size === 0 ? '' : this.facts.keyOf(name);
    const hidden = this.hiddenKeys.has(key) ? 'user' : !this.shownKeys.has(key) && isDebris(title) ? 'debris' : null;
    return new CountedWork(this.facts, name, title, citedBy, readBy, hidden, this.activeBy(name));
  }

  private ranksOf(work: MissingWork): SortedAnswers<MissingWork> {
    return work.hidden === null ? this.shownRanks : this.hiddenRanks;
  }
}
