interface KeyStepOptions {
  /** The keys of one step. */
  readonly back: string;
  readonly forth: string;
  readonly page: number;
  readonly count: number;
}

/** How many of `count` things in a row a key goes on by, back where negative; null for a key that goes nowhere. */
export function keyStep(key: string, { back, forth, page, count }: KeyStepOptions): number | null {
  switch (key) {
    case forth:
      return 1;
    case back:
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return -count;
    case 'End':
      return count;
    default:
      return null;
  }
}
