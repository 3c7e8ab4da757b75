import { compareTexts } from '../text/compare-texts';
import type { LibraryEntry } from './library-entry';
import type { WorkFacts, WorkName } from './missing-work-index';
import { ownWorkKey, readOwnWorkKey } from './missing-works';
import { MEANS_MISSING, hasRow } from './reference-rows';
import type { ReferenceWordings } from './reference-wordings';
import { NO_KEY } from './title-keys';

/** What has to be known of the library. */
interface LibraryFacts {
  readonly wordings: ReferenceWordings;
  /** The note with that number. */
  entryAt(number: number): LibraryEntry | undefined;
  /** Whether a paper has the title, by the number of its key. */
  isTitled(key: number): boolean;
}

/** The missing works behind the references: what a work is called, how it is spelled, and who cites it. */
export class ReferencedWorks implements WorkFacts {
  constructor(private readonly facts: LibraryFacts) {}

  /** The missing work that a wording stands for in a note. */
  workOf(entry: LibraryEntry, wording: number): WorkName {
    const number = this.facts.wordings.workKey(wording);
    const key = this.facts.wordings.shortWorkKey(wording);
    return key === null ? number : ownWorkKey(key, entry.path);
  }

  keyOf(name: WorkName): string {
    return typeof name === 'string' ? name : this.facts.wordings.keys.key(name);
  }

  nameOf(key: string): WorkName {
    const number = this.facts.wordings.keys.find(key);
    return number === NO_KEY ? key : number;
  }

  citing(name: WorkName): readonly string[] {
    return Array.from(this.citersOf(name), (entry) => entry.path).sort();
  }

  /** The missing works that wordings stand for in a note, each once. */
  worksOf(entry: LibraryEntry, wordings: ReadonlySet<number>): ReadonlySet<WorkName> {
    if (wordings.size === 0) return NO_WORKS;
    const works = new Set<WorkName>();
    for (const wording of wordings) works.add(this.workOf(entry, wording));
    return works;
  }

  /** Tells each paper that misses a work, once for each wording that it has for it. */
  private eachMiss(name: WorkName, tell: (entry: LibraryEntry, wording: number) => void): void {
    const [key, own] = typeof name === 'string' ? readOwnWorkKey(name) : [null, null];
    const number = typeof name === 'number' ? name : this.facts.wordings.keys.find(key ?? '');
    if (number === NO_KEY) return;
    for (const wording of this.facts.wordings.withKey(number)) {
      if (this.facts.wordings.workKey(wording) !== number) continue;
      // A plain title without a paper means the same in every paper.
      const isMissingEverywhere = this.facts.wordings.isPlainTitle(wording) && !this.facts.isTitled(number);
      for (const source of this.facts.wordings.holders.of(wording)) {
        const entry = this.facts.entryAt(source);
        if (!entry || entry.rows === null || (own !== null && entry.path !== own)) continue;
        // What was given counts once it is settled, as everything else that is asked does.
        if (isMissingEverywhere && entry.given === undefined ? entry.paper !== null : hasRow(entry.rows, (row, meaning) => row === wording && meaning === MEANS_MISSING)) tell(entry, wording);
      }
    }
  }

  /** The one wording that a work has; null where there are several. */
  private onlyWordingOf(key: number): number | null {
    const only = this.facts.wordings.onlyWithKey(key);
    if (only !== null) return only;
    const held = this.facts.wordings.withKey(key).filter((wording) => this.facts.wordings.workKey(wording) === key && this.facts.wordings.holders.size(wording) > 0);
    return held.length === 1 ? (held[0] ?? null) : null;
  }

  /** Tells the numbers of the papers that cite a work, each once. */
  eachCiter(name: WorkName, tell: (source: number) => void): void {
    // Nearly every work is always spelled the same, and no paper holds a wording twice.
    if (typeof name === 'number' && this.facts.wordings.onlyWithKey(name) !== null) {
      this.eachMiss(name, ({ number }) => {
        tell(number);
      });
    } else for (const { number } of this.citersOf(name)) tell(number);
  }

  private citersOf(name: WorkName): ReadonlySet<LibraryEntry> {
    const citers = new Set<LibraryEntry>();
    this.eachMiss(name, (entry) => citers.add(entry));
    return citers;
  }

  /** The spelling that most papers have, ties by code point. */
  titleOf(name: WorkName): string {
    const only = typeof name === 'number' ? this.onlyWordingOf(name) : null;
    if (only !== null) return this.facts.wordings.spelling(only);
    const tallies: { readonly wording: number; readonly spelling: string; count: number }[] = [];
    this.eachMiss(name, (_, wording) => {
      const last = tallies.at(-1);
      if (last?.wording === wording) last.count += 1;
      else tallies.push({ wording, spelling: this.facts.wordings.spelling(wording), count: 1 });
    });
    // Several wordings can spell it alike. Sorted, since a map would make keys of all spellings (see `HashPlaces`).
    tallies.sort((a, b) => compareTexts(a.spelling, b.spelling));
    let best = '';
    let most = 0;
    let count = 0;
    for (const [at, tally] of tallies.entries()) {
      count = tally.spelling === tallies[at - 1]?.spelling ? count + tally.count : tally.count;
      if (count > most) [best, most] = [tally.spelling, count];
    }
    return best;
  }
}

const NO_WORKS: ReadonlySet<WorkName> = new Set();
