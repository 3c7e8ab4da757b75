import type { GroupField } from '../../core/dashboard/dashboard-state';
import { say } from '../../language/say';

interface GroupName {
  readonly name: string;
  /** The head of the papers without a value. */
  readonly none: string;
}

/** The words for what the table can be grouped by. */
export const GROUP_NAMES: Readonly<Record<GroupField, GroupName>> = {
  status: { name: say('Status'), none: say('No status') },
  year: { name: say('Year'), none: say('No year') },
  venue: { name: say('Venue'), none: say('No venue') },
  tag: { name: say('Tag'), none: say('No tags') },
  author: { name: say('Author'), none: say('No authors') },
  folder: { name: say('Folder'), none: say('Top of the vault') },
};
