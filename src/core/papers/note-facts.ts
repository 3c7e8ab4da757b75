import type { Properties } from '../front-matter/front-matter';

/** What adoption looks at in a note. Template folders and excluded files are not to be among the notes. */
export interface NoteFacts {
  readonly path: string;
  /** Null where the note has no front matter, or none that can be read. */
  readonly properties: Properties | null;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Paths of the links in the note's references sections, without subpath; needed of notes without a paper's mark only. */
  readonly cites?: readonly string[];
  /** The front matter's text where it is known; a sample of the papers is enough. */
  readonly yaml: string | null;
  /** Overrules the judgement by properties, headings and links. */
  readonly looksLikePaper?: boolean;
}
