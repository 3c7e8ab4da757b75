import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { FILTER_FIELDS } from '../../core/dashboard/dashboard-state';
import { layOutNext, type NextRow } from '../../core/dashboard/next-model';
import type { Ranking } from '../../core/dashboard/rank-next';
import { SCORE_PARTS, type ScoreWeights } from '../../core/dashboard/score-papers';
import { firstOfKind } from '../../core/papers/status-vocabulary';
import { say } from '../../language/say';
import { withToggled } from '../modals/with-toggled';
import { Icon } from '../preact/icon';
import { StateMessage } from '../preact/state-message';
import { useKeptFocus } from '../preact/use-kept-focus';
import { useRowFocus } from '../preact/use-row-focus';
import { VirtualList, type VirtualListHandle } from '../preact/virtual-list';
import { useDashboard } from './dashboard-context';
import { FilterBar } from './filter-bar';
import { CitingRow } from './missing-row';
import { CandidateRow, ShareRow } from './next-row';
import { NoMatch } from './no-match';
import { SwitchButton } from './switch-button';
import { useRanking, type KeptRanking } from './use-ranking';
import { useShownCandidates } from './use-shown-candidates';

const TEXT = {
  list: say('What to read next'),
  works: say('Missing works'),
  worksMeaning: say('Rank works that your papers cite and that have no note among your papers'),
  weights: say('Change what counts'),
  unweighted: say('All weights are 0, so these are in the order of their titles.'),
  ranking: say('Ranking papers…'),
  nothing: say('Nothing is waiting to be read.'),
  nothingYet: say('Nothing that is waiting to be read has been found yet.'),
  nothingHint: (status: string) => say('Papers with the status “{status}” are ranked here. Set it for some, or create notes for works that your papers cite.', { status }),
  missing: say('Show missing works'),
};

const FIELDS = FILTER_FIELDS.filter((field) => field !== 'status');

const HEIGHTS = {
  columns: { row: 72, detail: 34 },
  cards: { row: 138, detail: 48 },
  touchColumns: { row: 104, detail: 52 },
  touchCards: { row: 158, detail: 56 },
};

interface NextTabProps {
  readonly searchRef: { current: HTMLInputElement | null };
  readonly weights: ScoreWeights;
  /** Where the ranking is kept while other tabs are shown. */
  readonly ranking: RefObject<KeptRanking | null>;
  readonly openSettings: () => void;
}

/** What to read now: the papers that are waiting to be read, and missing works among them, ranked by a score that is explained. */
export function NextTab({ searchRef, weights, ranking: kept, openSettings }: NextTabProps) {
  const { libraryState } = useDashboard();
  const ranking = useRanking(kept, weights);
  // Of what is drawn in place of the list too.
  useKeptFocus(searchRef);
  if (ranking === null) return <StateMessage title={TEXT.ranking} role="status" />;
  if (ranking.papers.length === 0) return <NothingQueued isKnown={libraryState.phase === 'ready'} />;
  return <RankedList searchRef={searchRef} weights={weights} ranking={ranking} openSettings={openSettings} />;
}

interface RankedListProps extends Omit<NextTabProps, 'ranking'> {
  readonly ranking: Ranking;
}

function RankedList({ searchRef, weights, ranking, openSettings }: RankedListProps) {
  const { library, state, store, narrow, touch } = useDashboard();
  const { revision } = library;
  const { nextWorks } = state;
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<VirtualListHandle>(null);
  const { shown, papers: shownPapers, preparation, question, isWorking } = useShownCandidates(ranking);
  const rows = useMemo(() => layOutNext(shown, expanded, weights, library), [shown, expanded, weights, library, revision]);
  const heights = HEIGHTS[touch ? (narrow ? 'touchCards' : 'touchColumns') : narrow ? 'cards' : 'columns'];
  const details = useMemo(() => ({ places: rows.details, height: heights.detail }), [rows, heights]);
  const keyOf = (index: number): string => rowKey(rows.rowAt(index));
  const focus = useRowFocus(rows.count, keyOf, list);
  useKeptFocus(searchRef);

  return (
    <>
      <FilterBar
        shown={shownPapers}
        total={ranking.queued.length}
        withSort={false}
        searchRef={searchRef}
        onLeaveSearch={() => {
          focus.focusRow(0);
        }}
        papers={ranking.queued}
        preparation={preparation}
        fields={FIELDS}
        control={
          <button class="clickable-icon" aria-label={TEXT.weights} onClick={openSettings}>
            <Icon name="sliders-horizontal" />
          </button>
        }
      >
        <SwitchButton
          isOn={nextWorks}
          title={TEXT.worksMeaning}
          onPress={() => {
            store.update({ nextWorks: !nextWorks });
          }}
        >
          <Icon name={nextWorks ? 'eye' : 'eye-off'} />
          {TEXT.works}
        </SwitchButton>
      </FilterBar>
      {SCORE_PARTS.every((part) => weights[part] === 0) ? (
        <div class="paperweave-banner">
          <span>{TEXT.unweighted}</span>
          <button onClick={openSettings}>{TEXT.weights}</button>
        </div>
      ) : null}
      {rows.count === 0 ? (
        isWorking ? null : <NoMatch />
      ) : (
        <VirtualList
          key={narrow ? 'cards' : 'columns'}
          handle={list}
          count={rows.count}
          rowHeight={heights.row}
          oddRows={details}
          rowKey={keyOf}
          keepRow={focus.activeRow}
          resetKey={JSON.stringify(question)}
          initialScroll={state.scroll.next}
          onScroll={(scrollTop) => {
            store.keepScroll('next', scrollTop);
          }}
          rootProps={{
            class: `paperweave-next ${narrow ? 'mod-cards' : 'mod-columns'}`,
            role: 'treegrid',
            'aria-label': TEXT.list,
            'aria-rowcount': rows.count,
          }}
          renderRow={(index) => {
            const row = rows.rowAt(index);
            if (row === undefined) return null;
            const { candidate } = row;
            const shared = focus.propsOf(index);
            const onLeave = (): void => {
              if (row.kind !== 'candidate') focus.focusRow(row.parent);
            };
            switch (row.kind) {
              case 'candidate':
                return (
                  <CandidateRow
                    {...shared}
                    candidate={candidate}
                    rank={nextWorks ? candidate.rank : candidate.rankAmongPapers}
                    scale={ranking.scale}
                    expanded={row.expanded}
                    onToggleExpanded={() => {
                      setExpanded(withToggled(expanded, candidate.key));
                    }}
                  />
                );
              case 'share':
                return <ShareRow {...shared} candidate={candidate} part={row.part} scale={ranking.scale} weights={weights} onLeave={onLeave} />;
              case 'citing':
                return <CitingRow {...shared} path={row.path} cited={candidate.work ?? candidate.paper} onLeave={onLeave} />;
            }
          }}
        />
      )}
    </>
  );
}

function rowKey(row: NextRow | undefined): string {
  if (row === undefined) return '';
  const { key } = row.candidate;
  return row.kind === 'candidate' ? key : `${key}\n${row.kind === 'share' ? row.part : row.path}`;
}

function NothingQueued({ isKnown }: { readonly isKnown: boolean }) {
  const { statuses, store } = useDashboard();
  if (!isKnown) return <StateMessage title={TEXT.nothingYet} />;
  return (
    <StateMessage title={TEXT.nothing} texts={[TEXT.nothingHint(firstOfKind(statuses, 'queued')?.label ?? '')]}>
      <button
        onClick={() => {
          store.update({ tab: 'missing' });
        }}
      >
        {TEXT.missing}
      </button>
    </StateMessage>
  );
}
