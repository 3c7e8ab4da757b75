/** Neither empty nor a day. */
const UNFINISHED = '?';

/** The text of a field, with `?` for a day that is not whole: the browser shows that, but reports it as if nothing stood there. */
export function typedText(input: HTMLInputElement | null | undefined, text: string): string {
  return input?.validity.badInput === true ? UNFINISHED : text;
}
