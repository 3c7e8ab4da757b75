import type { MissingWork } from './library';
import type { KeyedQuestion } from './identity-index';
import { asciiSlug, slug } from './slug';
import { titleKey } from './title-key';
import { baseNameOf } from './vault-path';

/** Shorter keys are abbreviations and debris: equal ones need not be one work. */
const LEAST_MERGING_KEY = 8;

/**
 * The key of the missing work that a reference without a target stands for. Plain references go by their label; a broken
 * link by its label where the label's slug is the link's base name, else by the base name. Keys too short to be
 * sure of never merge works of different papers: they carry the citing paper's path. Null where nothing is left to compare.
 */
export function missingWorkKey(source: string, reference: KeyedQuestion): string | null {
  const key = sharedKey(reference);
  if (key === '') return null;
  return key.length >= LEAST_MERGING_KEY ? key : `${key} @ ${source}`;
}

function sharedKey(reference: KeyedQuestion): string {
  const byLabel = reference.labelKey;
  if (reference.linkpath === null) return byLabel;
  const base = baseNameOf(reference.linkpath);
  if (asciiSlug(reference.label) === base.toLowerCase() || slug(reference.label) === base.toLowerCase()) return byLabel;
  const byName = titleKey(base);
  return byName === '' ? byLabel : byName;
}

/** How the reference spells the work's title: its label, or, where the label is about something else, the link's name in words. */
export function missingWorkSpelling(reference: KeyedQuestion): string {
  if (reference.linkpath === null || reference.labelKey === sharedKey(reference)) return reference.label;
  const words = baseNameOf(reference.linkpath).replace(/[-_\s]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Leftovers of text recognition: too few letters to be a title, `Et al.`, or one word in capitals (`IEEE`). */
export function isDebris(title: string): boolean {
  const key = titleKey(title);
  if (key === 'etal') return true;
  if ((key.match(/\p{L}/gu)?.length ?? 0) < 4) return true;
  return /^\S+$/.test(title.trim()) && title === title.toUpperCase() && title !== title.toLowerCase();
}

/** What the user said of a work: to hide it, or to show it although it looks like debris. */
export interface WorkSight {
  readonly isHidden: boolean;
  readonly isShown: boolean;
}

/** Who cites one missing work, under which spellings. Fed reference by reference, so that a changed note costs only its own. */
export class MissingWorkTally {
  private readonly counts = new Map<string, number>();
  private readonly spellings = new Map<string, number>();

  constructor(readonly key: string) {}

  add(source: string, spelling: string): void {
    this.counts.set(source, (this.counts.get(source) ?? 0) + 1);
    this.spellings.set(spelling, (this.spellings.get(spelling) ?? 0) + 1);
  }

  remove(source: string, spelling: string): void {
    decrease(this.counts, source);
    decrease(this.spellings, spelling);
  }

  get isEmpty(): boolean {
    return this.counts.size === 0;
  }

  sources(): IterableIterator<string> {
    return this.counts.keys();
  }

  /** The commonest spelling, ties by code point. */
  title(): string {
    let best = '';
    let most = 0;
    for (const [spelling, count] of this.spellings) {
      if (count > most || (count === most && spelling < best)) {
        best = spelling;
        most = count;
      }
    }
    return best;
  }

  toWork(isRead: (path: string) => boolean, { isHidden, isShown }: WorkSight): MissingWork {
    const citing = [...this.counts.keys()].sort();
    const title = this.title();
    return {
      key: this.key,
      title,
      citedBy: citing.length,
      readBy: citing.reduce((sum, path) => sum + (isRead(path) ? 1 : 0), 0),
      citing,
      hidden: isHidden ? 'user' : !isShown && isDebris(title) ? 'debris' : null,
    };
  }
}

/** Most citing papers first, then most of them read, then by title. */
export function compareMissingWorks(a: MissingWork, b: MissingWork): number {
  return b.citedBy - a.citedBy || b.readBy - a.readBy || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.key < b.key ? -1 : 1);
}

function decrease(counts: Map<string, number>, key: string): void {
  const left = (counts.get(key) ?? 0) - 1;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}
