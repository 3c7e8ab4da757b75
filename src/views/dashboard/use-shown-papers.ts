import { useState } from 'preact/hooks';
import { ShownPapers, type ShownRows } from '../../core/dashboard/shown-papers';
import type { Paper } from '../../core/paper';
import { useSteps, type StepsAnswer } from '../preact/use-steps';
import { useDashboard } from './dashboard-context';

const NO_PAPERS: readonly Paper[] = [];
const NO_ROWS: ShownRows = { papers: NO_PAPERS, rows: [] };

/** What is shown until a newer answer is there, and whether one is being worked out. */
type Shown<T> = Omit<StepsAnswer<T>, 'value'> & { readonly value: T };

/** The papers that search and filters leave, sorted. */
export function useShownPapers(): Shown<readonly Paper[]> {
  const scope = useDashboard();
  const { library, state, statuses, searchTexts } = scope;
  const [shown] = useState(() => new ShownPapers());
  const answer = useSteps(() => shown.papers(state, scope), [state.search, state.filters, state.sort], [library, library.revision, statuses, searchTexts]);
  return { ...answer, value: answer.value ?? NO_PAPERS };
}

/** The same papers as the rows of the table. */
export function useShownRows(): Shown<ShownRows> {
  const scope = useDashboard();
  const { library, state, statuses, searchTexts } = scope;
  const [shown] = useState(() => new ShownPapers());
  const answer = useSteps(
    () => shown.rows(state, scope),
    [state.search, state.filters, state.sort, state.group, state.collapsed],
    [library, library.revision, statuses, searchTexts],
  );
  return { ...answer, value: answer.value ?? NO_ROWS };
}
