import { forEachInSteps, sortInSteps, type Steps } from './steps';
import type { TextOrder } from './text-order';

/** What the bytes of a key are below; how many are compared at once, as one number; and what that is multiplied by to make room for a place. */
const BASE = 128;
const BYTES_AT_ONCE = 4;
const ROOM = 2 ** 25;

/** Fewer texts that begin alike are compared one with another. */
const FEW = 24;

/** Longer numbers are left to the order itself; of shorter ones the length is a byte. */
const LONGEST_NUMBER = 120;

const DIGIT_0 = 48;
const DIGIT_9 = 57;

/**
 * Texts, each there once, in their order; equal ones by code point. The same as sorting by `compare`, which takes several times as long for tens of
 * thousands in no order: texts that have weights are sorted by four weights at a time, as numbers, which the engine does by itself. What is nearly
 * sorted, as titles of notes are that bear their names, `sortInSteps` sorts sooner.
 */
export function* sortTexts(texts: readonly string[], order: TextOrder): Steps<readonly string[]> {
  const compare = (a: string, b: string): number => order.compare(a, b) || compareCodes(a, b);
  const { weights } = order;
  if (weights === undefined || texts.length >= ROOM) return yield* sortInSteps(texts, compare);
  const keys = new TextKeys(weights);
  const others: string[] = [];
  yield* forEachInSteps(texts, (text) => {
    if (!keys.add(text)) others.push(text);
  });
  const sorted = yield* keys.sorted();
  return others.length === 0 ? sorted : yield* mergeTexts(sorted, yield* sortInSteps(others, compare), compare);
}

function* mergeTexts(texts: readonly string[], others: readonly string[], compare: (a: string, b: string) => number): Steps<readonly string[]> {
  const merged: string[] = [];
  let at = 0;
  yield* forEachInSteps(texts, (text) => {
    for (let other = others[at]; other !== undefined && compare(other, text) < 0; other = others[at]) {
      merged.push(other);
      at += 1;
    }
    merged.push(text);
  });
  return merged.concat(others.slice(at));
}

/** Texts as rows of bytes that compare as the texts do, each ended by 0. */
class TextKeys {
  private readonly texts: string[] = [];
  private readonly starts: number[] = [];
  private bytes = new Uint8Array(4096);
  private end = 0;

  constructor(private readonly weights: Uint8Array) {}

  /** False for a text that has no such key. */
  add(text: string): boolean {
    const { weights, end: start } = this;
    // A digit takes at most three bytes: weight, length and the digit itself.
    this.reserve(3 * text.length + 1);
    const { bytes } = this;
    let end = start;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= BASE) return false;
      const weight = weights[code] ?? 0;
      if (weight === 0) continue;
      bytes[end++] = weight;
      if (code < DIGIT_0 || code > DIGIT_9) continue;
      const lengthAt = end++;
      let digit = code;
      for (; digit >= DIGIT_0 && digit <= DIGIT_9; digit = text.charCodeAt(++at)) {
        if (digit > DIGIT_0 || end > lengthAt + 1) bytes[end++] = digit;
      }
      at--;
      if (end - lengthAt > LONGEST_NUMBER) return false;
      bytes[lengthAt] = end - lengthAt;
    }
    bytes[end++] = 0;
    this.texts.push(text);
    this.starts.push(start);
    this.end = end;
    return true;
  }

  *sorted(): Steps<readonly string[]> {
    const places = Array.from(this.texts, (_, place) => place);
    yield;
    yield* this.sortRun(places, 0, places.length, 0);
    const sorted: string[] = [];
    yield* forEachInSteps(places, (place) => {
      sorted.push(this.texts[place] ?? '');
    });
    return sorted;
  }

  /** Sorts the places from `from` to before `to`, whose keys are equal up to `depth`. */
  private *sortRun(places: number[], from: number, to: number, depth: number): Steps<void> {
    if (to - from < FEW) {
      const run = places.slice(from, to).sort((a, b) => this.compareFrom(a, b, depth));
      for (const [at, place] of run.entries()) places[from + at] = place;
      return;
    }
    const run = places.slice(from, to);
    const numbers = Float64Array.from(run, (place, at) => this.numberAt(place, depth) * ROOM + at).sort();
    yield;
    for (let at = 0; at < run.length; at++) places[from + at] = run[(numbers[at] ?? 0) % ROOM] ?? 0;
    for (let begin = 0; begin < run.length; ) {
      const number = Math.floor((numbers[begin] ?? 0) / ROOM);
      let end = begin + 1;
      while (end < run.length && Math.floor((numbers[end] ?? 0) / ROOM) === number) end++;
      if (end > begin + 1) {
        // A number that ends with 0 holds the end of its key: these texts are equal.
        if (number % BASE === 0) this.sortEqual(places, from + begin, from + end);
        else yield* this.sortRun(places, from + begin, from + end, depth + BYTES_AT_ONCE);
      }
      begin = end;
      if (end % FEW === 0) yield;
    }
  }

  private sortEqual(places: number[], from: number, to: number): void {
    const run = places.slice(from, to).sort((a, b) => compareCodes(this.texts[a] ?? '', this.texts[b] ?? ''));
    for (const [at, place] of run.entries()) places[from + at] = place;
  }

  /** The next bytes of a key as one number; behind its end there are zeros. */
  private numberAt(place: number, depth: number): number {
    const { bytes } = this;
    let number = 0;
    let at = (this.starts[place] ?? 0) + depth;
    for (let count = 0; count < BYTES_AT_ONCE; count++) {
      const byte = bytes[at] ?? 0;
      number = number * BASE + byte;
      if (byte > 0) at++;
    }
    return number;
  }

  private compareFrom(a: number, b: number, depth: number): number {
    const { bytes } = this;
    let atA = (this.starts[a] ?? 0) + depth;
    let atB = (this.starts[b] ?? 0) + depth;
    for (; ; atA++, atB++) {
      const [byteA, byteB] = [bytes[atA] ?? 0, bytes[atB] ?? 0];
      if (byteA !== byteB) return byteA - byteB;
      if (byteA === 0) return compareCodes(this.texts[a] ?? '', this.texts[b] ?? '');
    }
  }

  private reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.end + more, this.bytes.length * 2));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
