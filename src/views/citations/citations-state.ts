import { REFERENCE_FILTERS, type ReferenceFilter } from '../../core/library/citations-model';

/** The parts of the view that fold away. */
export const CITATION_SECTIONS = ['references', 'cited-by', 'related'] as const;
export type CitationSection = (typeof CITATION_SECTIONS)[number];

/** What the view keeps over a restart. */
export interface CitationsState {
  readonly filter: ReferenceFilter;
  readonly collapsed: readonly CitationSection[];
}

export const INITIAL_CITATIONS_STATE: CitationsState = { filter: 'all', collapsed: [] };

/** Reads the state from a workspace layout: whatever is unknown or of an older shape is taken as not said. */
export function readCitationsState(data: unknown): CitationsState {
  if (typeof data !== 'object' || data === null) return INITIAL_CITATIONS_STATE;
  const filter: unknown = 'filter' in data ? data.filter : null;
  const collapsed: unknown = 'collapsed' in data ? data.collapsed : null;
  return {
    filter: REFERENCE_FILTERS.find((known) => known === filter) ?? INITIAL_CITATIONS_STATE.filter,
    collapsed: Array.isArray(collapsed) ? CITATION_SECTIONS.filter((section) => collapsed.includes(section)) : INITIAL_CITATIONS_STATE.collapsed,
  };
}
