import type { ReferenceCounts } from '../library/library';
import type { Paper } from '../papers/paper';
import { folderOf } from '../text/vault-path';
import { escapeMarkdown } from '../markdown/write-literal-text';
import { writeWikilink } from '../markdown/write-wikilink';
import type { TableColumn } from './dashboard-state';

/** What a table of papers is written from, beside the papers. */
export interface ExportFacts {
  citedByCount(path: string): number;
  counts(path: string): ReferenceCounts | null;
  /** Local day, `yyyy-MM-dd`; null where it is not known. */
  addedOn(path: string): string | null;
  statusLabel(value: string): string;
  /** How a link to the note is written from anywhere, without `.md`. */
  linktext(path: string): string;
}

/** The head of each column; references take three. */
export type ExportHeads = Readonly<Record<TableColumn, readonly string[]>>;

/** What the cells of a column hold, as plain texts. */
function cellTexts(paper: Paper, column: TableColumn, facts: ExportFacts): readonly string[] {
  switch (column) {
    case 'title':
      return [paper.title];
    case 'status':
      return [facts.statusLabel(paper.status)];
    case 'authors':
      return [paper.authors.join('; ')];
    case 'year':
      return [numberText(paper.year)];
    case 'venue':
      return [paper.venue ?? ''];
    case 'tags':
      return [paper.tags.join(', ')];
    case 'citedBy':
      return [numberText(facts.citedByCount(paper.path))];
    case 'numCitedBy':
      return [numberText(paper.numCitedBy)];
    case 'references': {
      const counts = facts.counts(paper.path);
      return counts === null ? ['', '', ''] : [counts.linked, counts.broken, counts.plain].map(numberText);
    }
    case 'readDate':
      return [paper.readDate ?? ''];
    case 'added':
      return [facts.addedOn(paper.path) ?? ''];
    case 'folder':
      return [folderOf(paper.path)];
  }
}

const numberText = (value: number | null): string => (value === null ? '' : String(value));

/** A Markdown table; each title is a wikilink to its note, or plain text where no wikilink can hold the note's name. */
export function writeMarkdownTable(papers: readonly Paper[], columns: readonly TableColumn[], heads: ExportHeads, facts: ExportFacts): string {
  const head = columns.flatMap((column) => heads[column]);
  const rows = papers.map((paper) => columns.flatMap((column) => (column === 'title' ? [titleLink(paper, facts)] : cellTexts(paper, column, facts).map(markdownCell))));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function titleLink(paper: Paper, facts: ExportFacts): string {
  const link = { linktext: facts.linktext(paper.path), subpath: '', inTable: true };
  const titled = writeWikilink({ ...link, label: paper.title });
  if (titled.ok) return titled.value;
  const bare = writeWikilink({ ...link, label: null });
  return bare.ok ? bare.value : markdownCell(paper.title);
}

/** Text as it is, on one line, without what would end the cell or be taken for a mark or a tag. */
const markdownCell = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ')).replace(/[|#]/g, '\\$&');

/**
 * Comma-separated values by RFC 4180: lines end in CRLF, a cell with a comma, a quote or a line break stands in quotes. The note's
 * path is the last column. A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV injection").
 */
export function writeCsv(papers: readonly Paper[], columns: readonly TableColumn[], heads: ExportHeads, pathHead: string, facts: ExportFacts): string {
  const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
  const head = line([...columns.flatMap((column) => heads[column]), pathHead]);
  return head + papers.map((paper) => line([...columns.flatMap((column) => cellTexts(paper, column, facts)), paper.path])).join('');
}

function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
