/** So few are on V8's heap, where making them costs nothing (see `zeros`). The next table has many more. */
const FEW_PLACES = 8;
const MANY_PLACES = 512;

/**
 * Finds numbers by hashes: they count from 0 in the order in which they come, and each has one hash. What a number stands for is for
 * whoever asks to compare. A `Map` with strings for keys would have V8 put each of them into its table of all such strings, which it
 * walks through in every large garbage collection while everything else waits.
 */
export class HashPlaces {
  /** Hash, and number and 1, of each place; 0 where there is none. Half as many places as that, a power of two. */
  private places = new Int32Array(2 * FEW_PLACES);
  private count = 0;
  private hash = 0;
  private place = 0;

  /** The first number with the hash, which `next` goes on from; negative where there is none. */
  first(hash: number): number {
    this.hash = hash;
    this.place = hash & (this.places.length / 2 - 1);
    return this.seek();
  }

  /** The next number with the hash that was asked for; negative where there is no other, and then not to be asked again. */
  next(): number {
    this.step();
    return this.seek();
  }

  /** The number of something new with the hash that was asked for, when the search for it has come to its end. */
  add(): number {
    const number = this.count++;
    this.places[this.place * 2] = this.hash;
    this.places[this.place * 2 + 1] = this.count;
    if (this.count * 3 > this.places.length) this.grow();
    return number;
  }

  private seek(): number {
    for (;;) {
      const number = (this.places[this.place * 2 + 1] ?? 0) - 1;
      if (number < 0 || this.places[this.place * 2] === this.hash) return number;
      this.step();
    }
  }

  private step(): void {
    this.place = (this.place + 1) & (this.places.length / 2 - 1);
  }

  private grow(): void {
    const before = this.places;
    this.places = new Int32Array(Math.max(before.length, 2 * MANY_PLACES) * 2);
    // From an empty place on, so that numbers of one hash stay in their order where a run of places goes over the end.
    let start = 0;
    while ((before[start + 1] ?? 0) > 0) start += 2;
    for (let step = 0; step < before.length; step += 2) {
      const at = (start + step) & (before.length - 1);
      const known = before[at + 1] ?? 0;
      if (known === 0) continue;
      this.place = (before[at] ?? 0) & (this.places.length / 2 - 1);
      while ((this.places[this.place * 2 + 1] ?? 0) > 0) this.step();
      this.places[this.place * 2] = before[at] ?? 0;
      this.places[this.place * 2 + 1] = known;
    }
  }
}
