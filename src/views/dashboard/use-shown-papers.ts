import { useMemo, useRef } from 'preact/hooks';
import { filterPapers } from '../../core/dashboard/filter-values';
import { paperMatcher } from '../../core/dashboard/paper-search';
import { sortPapers } from '../../core/dashboard/sort-papers';
import { orderTitles, type TitleOrder } from '../../core/dashboard/title-order';
import type { Paper } from '../../core/paper';
import { useDashboard } from './dashboard-context';

/** The papers to show. Sorting is done once a revision and filtering goes through what is sorted, so typing only filters. */
export function useShownPapers(): readonly Paper[] {
  const { library, state, statuses, searchTexts, collator } = useDashboard();
  const { revision } = library;
  const { search, filters, sort } = state;
  const lastTitles = useRef<TitleOrder | null>(null);
  const titles = useMemo(() => {
    lastTitles.current = orderTitles(library.papers(), lastTitles.current, collator);
    return lastTitles.current;
  }, [library, revision, collator]);
  const sorted = useMemo(
    () =>
      sortPapers(sort, {
        titles,
        statuses,
        collator,
        citedByCount: (path) => library.citedByCount(path),
        counts: (path) => library.counts(path),
      }),
    [library, revision, titles, statuses, collator, sort],
  );
  return useMemo(
    () => filterPapers(sorted, { matches: paperMatcher(search, { texts: searchTexts, statuses, citedByCount: (path) => library.citedByCount(path) }), filters }),
    [sorted, search, filters, searchTexts, statuses, library, revision],
  );
}
