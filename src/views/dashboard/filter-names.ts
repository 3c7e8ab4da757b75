import type { FilterField } from '../../core/dashboard/dashboard-state';

interface FilterName {
  readonly name: string;
  /** What a paper without a value is listed under. */
  readonly none: string;
}

/** The words for what the table can be filtered by. */
export const FILTER_NAMES: Readonly<Record<FilterField, FilterName>> = {
  status: { name: 'Status', none: 'No status' },
  tag: { name: 'Tags', none: 'No tags' },
  year: { name: 'Year', none: 'No year' },
  venue: { name: 'Venue', none: 'No venue' },
  author: { name: 'Authors', none: 'No authors' },
};
