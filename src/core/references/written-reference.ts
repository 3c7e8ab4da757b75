import type { FoundReference } from './find-references';

/** A reference as it is written, apart from where. What is no link and plain words (see `TitleLook.isPlain`) says nothing but its text. */
export type WrittenReference = Pick<FoundReference, 'text' | 'label' | 'linkpath' | 'titles' | 'ids'>;
