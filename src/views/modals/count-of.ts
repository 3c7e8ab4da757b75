import { getLanguage } from 'obsidian';

/** A number as the app's language groups its digits. */
export function number(count: number): string {
  return count.toLocaleString(getLanguage());
}

/** A count with its noun: `1 note`, `1,157 notes`. */
export function countOf(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}
