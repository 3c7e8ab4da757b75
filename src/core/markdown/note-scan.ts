/** A half-open range of UTF-16 offsets into the note's text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A heading, `#` or underlined. `from` is its first `#` or the first character of its text, `to` the end of its last line; `line` counts from 0. */
export interface Heading {
  readonly level: number;
  /** Trimmed, without closing `#`; the lines of an underlined heading are joined by a space. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

/** An item of a bullet or numbered list, at any depth, in quotes and callouts too. */
export interface ListItem {
  /** The marker's offset. */
  readonly from: number;
  /** First character of the content, after marker and task box. */
  readonly contentFrom: number;
  /** End of the item's own content, trailing white space off: before its first nested item or the next item. */
  readonly contentTo: number;
  /** End of the paragraph that the content begins with, trailing white space off; -1 where it begins with something else. */
  readonly paragraphTo: number;
  /** Counts from 0. */
  readonly line: number;
  /** Index of the enclosing item in `items`, -1 at the root. */
  readonly parent: number;
  readonly ordered: boolean;
  readonly task: boolean;
}

/** A link or an embed as it stands in the text; where it leads is not the scanner's matter. */
export interface NoteLink {
  /** `[a](b)`; `[a][b]`, `[a][]` and `[a]` with a definition; `[[a|b]]`. */
  readonly kind: 'inline' | 'reference' | 'wikilink';
  /** `![…](…)` or `![[…]]`. */
  readonly image: boolean;
  /** The whole link, an image's `!` included. */
  readonly from: number;
  readonly to: number;
  /** Inside the brackets; of a wikilink the alias, or the target where there is none. */
  readonly labelFrom: number;
  readonly labelTo: number;
  /** Backslash escapes and the common entities resolved, angle brackets off, not percent-decoded; of a wikilink the trimmed linktext. */
  readonly destination: string;
  /** Whether it (or its definition) carries a title attribute. */
  readonly hasTitle: boolean;
  /** Line of `from`, counted from 0. */
  readonly line: number;
  /** Index in `items` of the innermost item holding it, or -1. */
  readonly item: number;
  /** In a cell of a table. */
  readonly inTable: boolean;
}

/** What one pass over a note found. Lists are in document order; all offsets are UTF-16 offsets into the full text. */
export interface NoteScan {
  /** Where the text after the front matter (and a byte-order mark) begins. */
  readonly bodyFrom: number;
  readonly headings: readonly Heading[];
  readonly items: readonly ListItem[];
  readonly links: readonly NoteLink[];
  /**
   * Where no links are looked for: front matter, code, math, HTML with its attributes and comments, Obsidian comments,
   * and definitions of reference links.
   */
  readonly protectedSpans: readonly Span[];
}
