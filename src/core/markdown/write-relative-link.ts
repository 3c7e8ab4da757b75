import { writeLiteralText } from './write-literal-text';

/** A relative Markdown link to a note of the same folder. */
export interface RelativeLinkParts {
  /** File name without `.md`. */
  readonly baseName: string;
  /** `#heading` or empty. */
  readonly subpath: string;
  /** What the reader sees, as plain text. */
  readonly label: string;
  /** In a cell of a table, where a bare pipe would end the cell. */
  readonly inTable: boolean;
}

/**
 * `[label](./name.md#heading)`. In the destination only what would end or change it is percent-encoded (spaces, control
 * characters, angle brackets, percent signs, parentheses that do not match); letters of every script stay as they are.
 */
export function writeRelativeLink({ baseName, subpath, label, inTable }: RelativeLinkParts): string {
  const written = writeLiteralText(label);
  return `[${inTable ? written.replace(/\|/g, '\\|') : written}](./${encodeDestination(`${baseName}.md${subpath}`)})`;
}

function encodeDestination(path: string): string {
  const encoded = path.replace(/[^!-\uffff]|[\u007f<>%\\`|]/g, percentEncoded).replace(/&(?=#?\w+;)/g, '%26');
  return parenthesesMatch(encoded) ? encoded : encoded.replace(/[()]/g, percentEncoded);
}

const percentEncoded = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Deeper nesting is legal Markdown that readers give up on. */
const DEEPEST_PARENTHESES = 8;

function parenthesesMatch(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(' && ++depth > DEEPEST_PARENTHESES) return false;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
