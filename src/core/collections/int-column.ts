/** A growing list of whole numbers of 32 bits, four bytes each; 0 where nothing was set. */
export class IntColumn {
  private values = new Int32Array(1024);

  get(at: number): number {
    return this.values[at] ?? 0;
  }

  set(at: number, value: number): void {
    if (at >= this.values.length) {
      // By a quarter: doubling would leave half of a large column empty.
      const grown = new Int32Array(Math.max(at + 1, Math.ceil(this.values.length * 1.25)));
      grown.set(this.values);
      this.values = grown;
    }
    this.values[at] = value;
  }
}
