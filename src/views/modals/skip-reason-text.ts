import type { SkipReason } from '../../core/changes/skip';
import { say } from '../../language/say';

/** The reasons for leaving something as it is, as headings. */
export const SKIP_REASON_TEXT: Readonly<Record<SkipReason, string>> = {
  'no-such-note': say('There is no such note'),
  'not-a-paper': say('Not a paper'),
  'invalid-front-matter': say('Properties that cannot be read'),
  'uneditable-front-matter': say('Properties that cannot be edited safely'),
  'not-utf-8': say('Not in UTF-8'),
  'already-so': say('Nothing to do'),
  ambiguous: say('More than one paper fits'),
  unresolved: say('Leads to no note'),
  'label-unsafe': say('Text that a wikilink cannot hold'),
  'target-unsafe': say('File name that a wikilink cannot hold'),
  'link-form': say('Form that a wikilink cannot hold'),
  'resolution-differs': say('Obsidian follows the link to another note'),
  'not-in-same-folder': say('Leads to another folder'),
  'changed-meanwhile': say('Changed meanwhile'),
  'name-unusable': say('No usable file name'),
  'proof-failed': say('Failed the check before writing'),
  'write-failed': say('Could not be read or written'),
  cancelled: say('Cancelled'),
  'no-such-change': say('There is no such change'),
  'other-device': say('Begun on another device'),
};
