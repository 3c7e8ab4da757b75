import { say } from '../../language/say';
import { provePropertyEdits } from '../front-matter/edit-front-matter';
import type { PropertyEdit } from '../front-matter/edit-front-matter';
import { findFrontMatter } from '../front-matter/front-matter';
import type { ReadProperties } from '../front-matter/front-matter';
import type { TextEdit } from '../text/text-edits';

/**
 * The last check before a text is written: null when it holds, else the reason. Property edits must leave every other
 * property and the whole body as they were; edits of the body must leave the front matter byte for byte, so every edit
 * has to lie behind it. A text that is among the `known` ones is not parsed again.
 */
export function provePlan(
  before: string,
  after: string,
  edits: readonly TextEdit[],
  properties: readonly PropertyEdit[],
  known: readonly ReadProperties[] = [],
): string | null {
  if (properties.length > 0) return provePropertyEdits(before, after, properties, known);
  const found = findFrontMatter(before);
  const end = found.kind === 'block' ? found.block.end : 0;
  if (edits.some((edit) => edit.from < end)) return say('an edit of the body reaches into the front matter');
  return before.slice(0, end) === after.slice(0, end) ? null : say('the front matter would change');
}
