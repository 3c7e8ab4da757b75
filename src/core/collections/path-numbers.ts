/**
 * A number for every path that was ever named, so that lists of papers cost four bytes an entry. A number stays its path's for good,
 * also when the file is gone, so that nothing that still holds it can come to mean another file.
 */
export class PathNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly paths: string[] = [];

  /** The path's number, a new one where it has none. Numbers count from 0. */
  give(path: string): number {
    const known = this.numbers.get(path);
    if (known !== undefined) return known;
    const number = this.paths.length;
    this.numbers.set(path, number);
    this.paths.push(path);
    return number;
  }

  find(path: string): number | null {
    return this.numbers.get(path) ?? null;
  }

  path(number: number): string {
    return this.paths[number] ?? '';
  }
}
