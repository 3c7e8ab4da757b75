import { useRef } from 'preact/hooks';
import type { BoardColumn } from '../../core/dashboard/board-model';
import type { ShownFacts, ShownPapers, ShownRows } from '../../core/dashboard/shown-papers';
import { paperRows } from '../../core/dashboard/table-rows';
import type { Steps } from '../../core/collections/steps';
import { useSlicedWork, type SlicedAnswer, type SlicedResult } from '../preact/use-sliced-work';
import { useDashboard, type DashboardScope } from './dashboard-context';

const NO_COLUMNS: readonly BoardColumn[] = [];
const NO_ROWS: ShownRows = { papers: [], rows: paperRows([]) };

/** What is shown until a newer answer is there, and whether one is being worked out. */
type Shown<T> = Omit<SlicedAnswer<T>, 'value'> & { readonly value: T };

/** The papers that search and filters leave, sorted, in the columns of the board. */
export function useShownColumns(): Shown<readonly BoardColumn[]> {
  const { search, filters, sort } = useDashboard().state;
  return useShown(NO_COLUMNS, [search, filters, sort], (shown, { state, ...facts }) => shown.columns(state, facts));
}

/** What a list goes back to its top for, of what `useShownRows` answered: everything but closing and opening groups. */
export const orderKey = (question: readonly unknown[]): string => JSON.stringify(question.slice(0, 4));

/** The same papers as the rows of the table. */
export function useShownRows(): Shown<ShownRows> {
  const { search, filters, sort, group, collapsed } = useDashboard().state;
  return useShown(NO_ROWS, [search, filters, sort, group, collapsed], (shown, { state, ...facts }) => shown.rows(state, facts));
}

function useShown<T>(nothing: T, question: readonly unknown[], find: (shown: ShownPapers, asked: ShownFacts & Pick<DashboardScope, 'state'>) => Steps<T>): Shown<T> {
  const scope = useDashboard();
  const { library, statuses, searchTexts, shownPapers } = scope;
  const kept = useRef<SlicedResult<T>>(null);
  const answer = useSlicedWork({ kept, question, facts: [library, library.revision, statuses, searchTexts], items: library.papers().length, begin: () => find(shownPapers, scope) });
  return { ...answer, value: answer.value ?? nothing };
}
