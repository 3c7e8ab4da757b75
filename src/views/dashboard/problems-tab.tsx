import { useMemo, useRef, useState } from 'preact/hooks';
import { listProblems, type ProblemEntry, type ProblemNote } from '../../core/dashboard/problems-model';
import type { ProblemCode } from '../../core/papers/problem';
import { say } from '../../language/say';
import { Icon } from '../preact/icon';
import { StateMessage } from '../preact/state-message';
import { useKeptFocus } from '../preact/use-kept-focus';
import { useDashboard } from './dashboard-context';

const TEXT = {
  none: say('No problems.'),
  noneHint: say('Every paper note can be read, and every title is there once.'),
  pages: say('Pages of problems'),
  previous: say('Previous page'),
  next: say('Next page'),
  page: (page: string, pages: string) => say('Page {page} of {pages}', { page, pages }),
  line: (line: string) => say('line {line}', { line }),
  pointHere: say('Point citations here…'),
  pointTo: (path: string) => say('Point citations here… {path}', { path }),
};

const KIND_NAMES: Readonly<Record<ProblemCode, string>> = {
  'unreadable-note': say('Notes that cannot be read'),
  'invalid-yaml': say('Invalid properties'),
  'unclosed-front-matter': say('Properties without an end'),
  'foreign-front-matter': say('Properties in another language than YAML'),
  'unreadable-property': say('Properties that cannot be read'),
  'duplicate-title': say('Papers with the same title'),
  'duplicate-key': say('Papers with the same key'),
  'ambiguous-references': say('References that fit several papers'),
};

const PAGE_SIZE = 50;

/** What is wrong with notes, and what can be done about it. */
export function ProblemsTab() {
  const { library, formatNumber } = useDashboard();
  const { revision } = library;
  const [wantedPage, setPage] = useState(0);
  const list = useMemo(() => listProblems(library.problems(), wantedPage, PAGE_SIZE), [library, revision, wantedPage]);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  if (list.total === 0) return <StateMessage title={TEXT.none} texts={[TEXT.noneHint]} />;
  const { page, pages, kindCounts } = list;
  return (
    <div class="paperweave-problems" ref={root}>
      {byKind(list.entries).map(([code, entries]) => (
        <section key={code} class="paperweave-problem-kind">
          <h3 class="paperweave-problem-heading">
            {KIND_NAMES[code]}
            <span class="paperweave-problem-count">{formatNumber(kindCounts.get(code) ?? 0)}</span>
          </h3>
          <ul class="paperweave-problem-list">
            {entries.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {pages === 1 ? null : (
        <nav class="paperweave-pages" aria-label={TEXT.pages}>
          <button
            class="clickable-icon"
            disabled={page === 0}
            aria-label={TEXT.previous}
            onClick={() => {
              setPage(page - 1);
            }}
          >
            <Icon name="chevron-left" />
          </button>
          <span role="status">{TEXT.page(formatNumber(page + 1), formatNumber(pages))}</span>
          <button
            class="clickable-icon"
            disabled={page === pages - 1}
            aria-label={TEXT.next}
            onClick={() => {
              setPage(page + 1);
            }}
          >
            <Icon name="chevron-right" />
          </button>
        </nav>
      )}
    </div>
  );
}

function byKind(entries: readonly ProblemEntry[]): readonly (readonly [ProblemCode, readonly ProblemEntry[]])[] {
  const codes = [...new Set(entries.map((entry) => entry.code))];
  return codes.map((code) => [code, entries.filter((entry) => entry.code === code)] as const);
}

function Entry({ entry }: { readonly entry: ProblemEntry }) {
  return (
    <li class="paperweave-problem">
      <p class="paperweave-problem-message">{entry.message}</p>
      {entry.notes.map((note) => (
        <NoteLine key={note.path} note={note} canPoint={entry.code === 'duplicate-title'} />
      ))}
    </li>
  );
}

function NoteLine({ note, canPoint }: { readonly note: ProblemNote; readonly canPoint: boolean }) {
  const { actions, hoverParent, formatNumber } = useDashboard();
  const { path, line } = note;
  const open = (event: MouseEvent): void => {
    if (line === null) actions.openNote(path, event);
    else actions.openNote(path, event, line);
  };
  return (
    <div class="paperweave-problem-note">
      <button
        class="paperweave-link-button"
        onClick={open}
        onAuxClick={(event) => {
          if (event.button === 1) open(event);
        }}
        onMouseOver={(event) => {
          actions.hoverNote(path, event, event.currentTarget, hoverParent);
        }}
      >
        <span class="paperweave-path">{path}</span>{' '}
        {line === null ? null : <span class="paperweave-line">{TEXT.line(formatNumber(line))}</span>}
      </button>
      {canPoint ? (
        <button
          aria-label={TEXT.pointTo(path)}
          onClick={() => {
            void actions.pointCitationsHere(path);
          }}
        >
          {TEXT.pointHere}
        </button>
      ) : null}
    </div>
  );
}
