import { say } from '../../language/say';
import { fail, ok } from '../text/result';
import type { Result } from '../text/result';

/** A wikilink to be written. */
export interface WikilinkParts {
  /** Base name or vault path of the target, without `.md`. */
  readonly linktext: string;
  /** `#heading` or empty. */
  readonly subpath: string;
  /** What the reader sees; null for a link that shows its linktext. */
  readonly label: string | null;
  /** In a cell of a table, where a bare pipe would end the cell. */
  readonly inTable: boolean;
}

/** Why a wikilink cannot hold it, in words that follow "because". */
export interface WikilinkRefusal {
  readonly reason: 'label-unsafe' | 'target-unsafe';
  readonly message: string;
}

/**
 * `[[linktext#heading|label]]`, on one line. Refuses a target whose name holds `# ^ [ ] |`, a backslash or `%%`, a heading with
 * brackets or pipes, and a label that is blank, holds `[[`, `]]`, `%%` or a line break, or ends in `]` or a backslash: the app
 * would read another link, or none.
 */
export function writeWikilink({ linktext, subpath, label, inTable }: WikilinkParts): Result<string, WikilinkRefusal> {
  if (/[#^[\]|\\\r\n]|%%/.test(linktext) || linktext.trim() === '') {
    return fail({ reason: 'target-unsafe', message: say('the name of “{name}” holds characters that break wikilinks. Rename that note', { name: linktext }) });
  }
  if (subpath !== '' && /[[\]|\r\n]|%%/.test(subpath)) {
    return fail({ reason: 'target-unsafe', message: say('the heading “{heading}” holds characters that break wikilinks. Rename that heading', { heading: subpath }) });
  }
  if (label === null) return ok(`[[${linktext}${subpath}]]`);
  const fault = labelFault(label);
  if (fault !== null) return fail({ reason: 'label-unsafe', message: fault });
  const separator = inTable ? '\\|' : '|';
  return ok(`[[${linktext}${subpath}${separator}${inTable ? label.replace(/\|/g, '\\|') : label}]]`);
}

function labelFault(label: string): string | null {
  if (label.trim() === '') return say('its text is empty. Change the text, or link it by hand');
  if (!/[[\]%|\\\r\n]/.test(label)) return null;
  const held = ['[[', ']]', '%%', '\\|'].find((mark) => label.includes(mark));
  if (held !== undefined) return say('its text holds “{mark}”. Change the text, or link it by hand', { mark: held });
  if (/[\r\n]/.test(label)) return say('its text runs over a line break. Change the text, or link it by hand');
  const last = label.slice(-1);
  return last === ']' || last === '\\' ? say('its text ends in “{mark}”. Change the text, or link it by hand', { mark: last }) : null;
}
