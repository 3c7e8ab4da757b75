import type { GroupField } from '../../core/dashboard/dashboard-state';

interface GroupName {
  readonly name: string;
  /** The head of the papers without a value. */
  readonly none: string;
}

/** The words for what the table can be grouped by. */
export const GROUP_NAMES: Readonly<Record<GroupField, GroupName>> = {
  status: { name: 'Status', none: 'No status' },
  year: { name: 'Year', none: 'No year' },
  venue: { name: 'Venue', none: 'No venue' },
  tag: { name: 'Tag', none: 'No tags' },
  author: { name: 'Author', none: 'No authors' },
  folder: { name: 'Folder', none: 'Top of the vault' },
};
