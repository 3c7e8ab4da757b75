/**
 * Why a note, or one place in it, was left as it is. The codes are part of the public API: they are documented in
 * docs/api.md and never renamed.
 */
export type SkipReason =
  | 'no-such-note' // the path leads to no note, or the note went away meanwhile
  | 'not-a-paper'
  | 'invalid-front-matter' // YAML that cannot be read, or front matter in another language than YAML
  | 'uneditable-front-matter' // readable, but the key's lines cannot be edited with certainty
  | 'not-utf-8' // the file holds bytes that are no UTF-8, which writing it would lose
  | 'already-so' // nothing to do
  | 'ambiguous' // more than one candidate
  | 'unresolved' // leads to no note: listed under missing works
  | 'label-unsafe' // a wikilink cannot hold this label
  | 'target-unsafe' // a wikilink cannot hold this target's name
  | 'link-form' // a link form that a wikilink cannot hold: title attribute, image or formatting in the label, line break
  | 'resolution-differs' // the app resolves the link to another note than Paperweave does
  | 'not-in-same-folder' // restoring: the target lies in another folder
  | 'changed-meanwhile' // the note kept changing while it was being written, or is no longer as the change left it
  | 'name-unusable' // no legal file name could be made, or every one of them is taken
  | 'proof-failed' // the planned text did not pass its check; nothing was written
  | 'write-failed' // the vault refused to read or write
  | 'cancelled'
  | 'no-such-change' // undoing: the change is not kept (any more), or its record cannot be read
  | 'other-device'; // undoing: another device has not finished the change

/** One thing left as it is, in words for the user: what, why, and what can be done. `line` counts from 1. */
export interface Skip {
  readonly path: string;
  readonly reason: SkipReason;
  readonly message: string;
  readonly line?: number;
}

/** Whether something was left as it is for a reason that concerns the user: not where there was nothing to do, or nothing to lead to. */
export const concernsUser = ({ reason }: Skip): boolean => reason !== 'already-so' && reason !== 'unresolved';
