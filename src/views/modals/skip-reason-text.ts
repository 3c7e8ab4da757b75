import type { SkipReason } from '../../core/skip';

/** The reasons for leaving something as it is, as headings. */
export const SKIP_REASON_TEXT: Readonly<Record<SkipReason, string>> = {
  'no-such-note': 'There is no such note',
  'not-a-paper': 'Not a paper',
  'invalid-front-matter': 'Properties that cannot be read',
  'uneditable-front-matter': 'Properties that cannot be edited safely',
  'already-so': 'Nothing to do',
  ambiguous: 'More than one paper fits',
  unresolved: 'Leads to no note',
  'label-unsafe': 'Text that a wikilink cannot hold',
  'target-unsafe': 'File name that a wikilink cannot hold',
  'link-form': 'Form that a wikilink cannot hold',
  'resolution-differs': 'Obsidian follows the link to another note',
  'not-in-same-folder': 'Leads to another folder',
  'changed-meanwhile': 'Changed meanwhile',
  'name-unusable': 'No usable file name',
  'proof-failed': 'Failed the check before writing',
  'write-failed': 'Could not be read or written',
  cancelled: 'Cancelled',
  'no-such-change': 'There is no such change',
  'other-device': 'Begun on another device',
};
