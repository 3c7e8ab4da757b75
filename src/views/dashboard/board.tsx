import { useRef } from 'preact/hooks';
import type { Paper } from '../../core/papers/paper';
import { say } from '../../language/say';
import { BoardColumns, type BoardHandle } from '../board/board-columns';
import type { BoardKit } from '../board/board-kit';
import { useKeptFocus } from '../preact/use-kept-focus';
import { useDashboard, type DashboardScope } from './dashboard-context';
import { FilterBar } from './filter-bar';
import { MatchedText } from './matched-text';
import { NoMatch } from './no-match';
import { useShownColumns } from './use-shown-papers';

const TEXT = {
  cards: (label: string, total: number, count: string) => say(total === 1 ? '{label}, {count} paper' : '{label}, {count} papers', { label, count }),
  empty: say('No papers'),
  outside: say('Not in your list of statuses: cards can be moved out of here, not in.'),
  others: (author: string) => say('{author} et al.', { author }),
  citedHere: (count: string) => say('Cited here {count}', { count }),
};

const CARD_HEIGHT = 92;
const TOUCH_CARD_HEIGHT = 104;

interface BoardProps {
  readonly searchRef: { current: HTMLInputElement | null };
  /** How many papers of active status are meant to be at most; 0 for no limit. */
  readonly activeLimit: number;
}

/** The papers as cards in a column a status. Cards are moved by mouse, finger and keyboard; each move is one undoable change. */
export function Board({ searchRef, activeLimit }: BoardProps) {
  const scope = useDashboard();
  const { library, actions, state, store, room } = scope;
  const { value: columns, question, isWorking } = useShownColumns();
  const shown = columns.reduce((count, { papers }) => count + papers.length, 0);
  const handle = useRef<BoardHandle>(null);
  useKeptFocus(searchRef);
  return (
    <>
      <FilterBar
        shown={shown}
        total={library.papers().length}
        withSort
        searchRef={searchRef}
        onLeaveSearch={() => {
          handle.current?.focusFirst();
        }}
      />
      {shown === 0 && !isWorking ? (
        <NoMatch />
      ) : (
        <BoardColumns
          kit={kitOf(scope)}
          columns={columns}
          isWorking={isWorking}
          statusOf={(path) => library.paper(path)?.status ?? null}
          onMove={(paper, status) => actions.setStatus([paper.path], status)}
          limitOf={(column) => (column.look.kind === 'active' ? activeLimit : 0)}
          resetKey={JSON.stringify(question)}
          assumedWidth={room.width}
          initialScroll={state.scroll.board}
          onScroll={(offset) => {
            store.keepScroll('board', offset);
          }}
          handle={handle}
        />
      )}
    </>
  );
}

const kitOf = ({ actions, hoverParent, formatNumber, touch, library }: DashboardScope): BoardKit<Paper> => ({
  actions,
  hoverParent,
  formatNumber,
  cardHeight: touch ? TOUCH_CARD_HEIGHT : CARD_HEIGHT,
  columnLabel: TEXT.cards,
  emptyColumn: TEXT.empty,
  closedColumn: TEXT.outside,
  fixedBecause: () => null,
  renderTitle: (paper) => <MatchedText text={paper.title} field="title" />,
  renderFacts: ({ authors, year, path }) => {
    const [first = '', ...others] = authors;
    return (
      <span class="paperweave-card-facts">
        <span class="paperweave-card-author" dir="auto" title={authors.join(', ')}>
          <MatchedText text={others.length === 0 ? first : TEXT.others(first)} field="author" />
        </span>
        {year === null ? null : <span>{year}</span>}
        <span class="paperweave-card-cited">{TEXT.citedHere(formatNumber(library.citedByCount(path)))}</span>
      </span>
    );
  },
});
