import { IntColumn } from '../collections/int-column';
import type { Readers } from './library';
import type { Reader } from './missing-work-index';
import { Postings } from '../collections/postings';

/** Which papers cite a paper, and how many of those are read or being read; papers by their numbers. */
export class Citations {
  private readonly sources = new Postings();
  private readonly read = new IntColumn();
  private readonly active = new IntColumn();

  /** `source`, which is as far as `reader`, cites `target` now; it did not before. */
  add(target: number, source: number, reader: Reader): void {
    this.sources.add(target, source);
    this.count(target, reader, 1);
  }

  /** `source`, which was told with the same `reader`, cites `target` no longer. */
  remove(target: number, source: number, reader: Reader): void {
    this.sources.remove(target, source);
    this.count(target, reader, -1);
  }

  /** One that cites `target` is as far as `now`, and was as far as `before`. */
  setReader(target: number, before: Reader, now: Reader): void {
    this.count(target, before, -1);
    this.count(target, now, 1);
  }

  /** The papers that cite `target`. Not to be kept while citations come and go. */
  of(target: number): readonly number[] {
    return this.sources.of(target);
  }

  /** How many those are. */
  size(target: number): number {
    return this.sources.size(target);
  }

  readersOf(target: number): Readers {
    return { citedBy: this.sources.size(target), readBy: this.read.get(target), activeBy: this.active.get(target) };
  }

  private count(target: number, reader: Reader, change: 1 | -1): void {
    const column = reader === 'done' ? this.read : reader === 'active' ? this.active : null;
    column?.set(target, column.get(target) + change);
  }
}
