import { useMemo, useState } from 'preact/hooks';
import { listProblems, type ProblemEntry, type ProblemNote } from '../../core/dashboard/problems-model';
import type { ProblemCode } from '../../core/problem';
import { Icon } from '../preact/icon';
import { StateMessage } from '../preact/state-message';
import { useDashboard } from './dashboard-context';

const TEXT = {
  none: 'No problems.',
  noneHint: 'Every paper note can be read, and every title is there once.',
  pages: 'Pages of problems',
  previous: 'Previous page',
  next: 'Next page',
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  line: (line: string) => `line ${line}`,
  pointHere: 'Point citations here…',
  pointTo: (path: string) => `Point citations here… ${path}`,
};

const KIND_NAMES: Readonly<Record<ProblemCode, string>> = {
  'unreadable-note': 'Notes that cannot be read',
  'invalid-yaml': 'Invalid properties',
  'unclosed-front-matter': 'Properties without an end',
  'foreign-front-matter': 'Properties in another language than YAML',
  'unreadable-property': 'Properties that cannot be read',
  'duplicate-title': 'Papers with the same title',
  'duplicate-key': 'Papers with the same key',
  'ambiguous-references': 'References that fit several papers',
};

const PAGE_SIZE = 50;

/** What is wrong with notes, and what can be done about it. */
export function ProblemsTab() {
  const { library, formatNumber } = useDashboard();
  const { revision } = library;
  const [wantedPage, setPage] = useState(0);
  const list = useMemo(() => listProblems(library.problems(), wantedPage, PAGE_SIZE), [library, revision, wantedPage]);
  if (list.total === 0) return <StateMessage title={TEXT.none} texts={[TEXT.noneHint]} />;
  const { page, pages, kindCounts } = list;
  return (
    <div class="paperweave-problems">
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
