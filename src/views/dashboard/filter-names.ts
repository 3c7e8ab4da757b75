import type { FilterField } from '../../core/dashboard/dashboard-state';
import { say } from '../../language/say';

interface FilterName {
  readonly name: string;
  /** What a paper without a value is listed under. */
  readonly none: string;
}

/** The words for what the table can be filtered by. */
export const FILTER_NAMES: Readonly<Record<FilterField, FilterName>> = {
  status: { name: say('Status'), none: say('No status') },
  tag: { name: say('Tags'), none: say('No tags') },
  year: { name: say('Year'), none: say('No year') },
  venue: { name: say('Venue'), none: say('No venue') },
  author: { name: say('Authors'), none: say('No authors') },
};
