import { findReferences } from './find-references';
import type { FoundReference } from './find-references';
import { findSpan } from '../markdown/find-span';
import { scanNote } from '../markdown/scan-note';

/** Where a text holds references; made once for a text and asked for many places in it. */
export interface ReferencePlaces {
  /** The references that are links, in document order. */
  readonly links: readonly FoundReference[];
  /** Whether the line, counted from 0, begins within a references section. */
  isInSection(line: number): boolean;
  /**
   * The reference at an offset: the one whose text is there (either end counts), else the only one that begins on the same line.
   * Null where there is none, or several share the line and none is there.
   */
  at(offset: number): FoundReference | null;
}

/** The places of a note's references, below any of the given headings. */
export function findReferencePlaces(text: string, headings: readonly string[]): ReferencePlaces {
  const { sections, references } = findReferences(text, scanNote(text), headings);
  return {
    links: references.filter((reference) => reference.link !== null),
    isInSection: (line) => {
      const offset = startOfLine(text, line);
      const section = findSpan(sections, offset);
      return section !== null && section.from <= offset;
    },
    at: (offset) => {
      const there = references.find(({ from, to }) => from <= offset && offset <= to);
      if (there) return there;
      const from = text.lastIndexOf('\n', offset - 1) + 1;
      const end = text.indexOf('\n', offset);
      const onLine = references.filter((reference) => reference.from >= from && (end < 0 || reference.from < end));
      return onLine.length === 1 ? (onLine[0] ?? null) : null;
    },
  };
}

function startOfLine(text: string, line: number): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed++) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}
