import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A table row as the cells' texts, by the names in the table's head. */
export type Row = Readonly<Record<string, string>>;

/** A fenced block of code: what stands after the fence, and the code. */
export interface CodeBlock {
  readonly info: string;
  readonly code: string;
}

/** A page of the documentation. */
export interface MarkdownPage {
  readonly text: string;
  /** Without code blocks, so that what looks like a heading or a link in them is none. */
  readonly prose: string;
  readonly blocks: readonly CodeBlock[];
  /** The anchors of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
  /** Rows of all tables below the heading with that text, down to the next heading of the same or a higher level; of the whole page without one. */
  rows(heading?: string): readonly Row[];
}

const FENCE = /^(`{3,}|~{3,})([^\n]*)\n([\s\S]*?)^\1[ \t]*$/gm;

/** Reads a page by its path from the root of the checkout. */
export function readPage(path: string): MarkdownPage {
  const text = readFileSync(join(process.cwd(), path), 'utf8');
  const prose = text.replace(FENCE, '');
  const blocks = [...text.matchAll(FENCE)].map((match) => ({ info: (match[2] ?? '').trim(), code: match[3] ?? '' }));
  return { text, prose, blocks, anchors: anchorsOf(prose), rows: (heading) => rowsOf(heading === undefined ? prose : sectionOf(prose, heading)) };
}

/** The code within single backticks, or the text itself. */
export const codeIn = (cell: string): string => /^`(.*)`$/.exec(cell)?.[1] ?? cell;

function sectionOf(prose: string, heading: string): string {
  const lines = prose.split('\n');
  const at = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && /^#+ /.test(line));
  if (at < 0) throw new Error(`There is no heading “${heading}”.`);
  const level = /^#+/.exec(lines[at] ?? '')?.[0].length ?? 0;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^#+ /.test(line) && (/^#+/.exec(line)?.[0].length ?? 0) <= level);
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

function rowsOf(prose: string): Row[] {
  const rows: Row[] = [];
  let head: string[] | null = null;
  for (const line of prose.split('\n')) {
    if (!line.startsWith('|')) head = null;
    else if (head === null) head = cellsOf(line);
    else if (!/^[|\s:-]+$/.test(line)) {
      const cells = cellsOf(line);
      if (cells.length !== head.length) throw new Error(`A row of ${cells.length} cells in a table of ${head.length}: ${line}`);
      rows.push(Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
    }
  }
  return rows;
}

const cellsOf = (line: string): string[] => line.replace(/^\||\|\s*$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim());

function anchorsOf(prose: string): Set<string> {
  const anchors = new Set<string>();
  for (const match of prose.matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const plain = (match[1] ?? '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
    const slug = plain.toLowerCase().replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').replace(/ /g, '-');
    let anchor = slug;
    for (let times = 1; anchors.has(anchor); times += 1) anchor = `${slug}-${times}`;
    anchors.add(anchor);
  }
  return anchors;
}
