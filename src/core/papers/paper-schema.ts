import type { StatusVocabulary } from './status-vocabulary';

/** What makes a note a paper and where its facts stand. Part of the settings. */
export interface PaperSchema {
  readonly statusProperty: string;
  readonly readDateProperty: string;
  readonly statuses: StatusVocabulary;
  /** A paper carries one of these in its front matter tags, or a tag nested below one. Without `#`. */
  readonly paperTags: readonly string[];
  /** Notes in these folders (and below) are papers. */
  readonly paperFolders: readonly string[];
  /** Properties that must be there, not empty, for a marked note to count. */
  readonly requiredProperties: readonly string[];
  /** Property names of the other fields. */
  readonly fields: {
    readonly title: string;
    readonly authors: string;
    readonly year: string;
    readonly venue: string;
    readonly tags: string;
    readonly aliases: string;
    readonly metaKey: string;
    readonly numCitedBy: string;
    readonly pdf: string;
    readonly urls: string;
  };
}

export const DEFAULT_FIELDS: PaperSchema['fields'] = {
  title: 'title',
  authors: 'authors',
  year: 'year',
  venue: 'venue',
  tags: 'tags',
  aliases: 'aliases',
  metaKey: 'meta_key',
  numCitedBy: 'numCitedBy',
  pdf: 'pdf_relpath',
  urls: 'urls',
};
