import type { TextEdit } from '../text/text-edits';

/** An edit that puts one link in place of something, and the destination that the link must have, as the scanner gives it. */
export interface LinkEdit {
  readonly edit: TextEdit;
  readonly destination: string;
}
