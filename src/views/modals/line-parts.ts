/** A piece of a line, and whether it differs from the line it is compared with. */
export interface LinePart {
  readonly text: string;
  readonly isChanged: boolean;
}

/**
 * Cuts a line into what it shares with `other` at both ends and what differs between: `'- a b'` against `'- a c'` gives
 * `'- a '` unchanged and `'b'` changed. Without another line all of it is changed. Never cuts a character in two.
 */
export function lineParts(line: string, other: string | null): readonly LinePart[] {
  if (other === null) return line === '' ? [] : [{ text: line, isChanged: true }];
  const shorter = Math.min(line.length, other.length);
  let start = 0;
  while (start < shorter && line[start] === other[start]) start++;
  if (start > 0 && isHighSurrogate(line.charCodeAt(start - 1))) start--;
  let tail = 0;
  while (tail < shorter - start && line[line.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  if (tail > 0 && isLowSurrogate(line.charCodeAt(line.length - tail))) tail--;
  const end = line.length - tail;
  return [
    { text: line.slice(0, start), isChanged: false },
    { text: line.slice(start, end), isChanged: true },
    { text: line.slice(end), isChanged: false },
  ].filter((part) => part.text !== '');
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
