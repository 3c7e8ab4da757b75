import { getLanguage, type HoverParent } from 'obsidian';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import {
  REFERENCE_FILTERS, citationsModel, filterReferences, type PaperCitations, type ReadingProgress, type ReferenceFilter, type ReferenceList,
} from '../../core/library/citations-model';
import { statusLooks } from '../../core/dashboard/status-look';
import type { LibrarySource } from '../../core/library/library';
import type { Paper } from '../../core/papers/paper';
import { readersOrder } from '../../core/collections/text-order';
import { say } from '../../language/say';
import type { Settings } from '../../settings/settings';
import { listTexts } from '../list-texts';
import { number } from '../modals/count-of';
import type { PaperActions } from '../paper-actions';
import { Icon } from '../preact/icon';
import { StatusSelect } from '../preact/status-select';
import { useKeptFocus } from '../preact/use-kept-focus';
import { useLibrary } from '../preact/use-library';
import { byline } from './byline';
import { CitationsContext, useCitations } from './citations-context';
import type { CitationSection, CitationsState } from './citations-state';
import { PaperRow } from './paper-row';
import { ReferenceRow } from './reference-row';
import { PagedList, TreeSection } from './tree-section';

const TEXT = {
  noNote: say('No note is open'),
  noNoteHint: say('Open a paper note to see what it cites and what cites it.'),
  waiting: say('Waiting for Obsidian to finish loading…'),
  reading: say('Reading your papers…'),
  progress: ({ done, total }: ReadingProgress) => say(total === 1 ? '{done} of {total} note' : '{done} of {total} notes', { done: number(done), total: number(total) }),
  stillReading: say('Still reading your papers, the lists may grow:'),
  notAPaper: say('This note is not a paper'),
  or: say(' or '),
  byKey: (property: string) => say('A paper note has the property {property}.', { property }),
  byTag: (tags: string, property: string) => say('A paper note has the tag {tags} in its properties, or the property {property}.', { tags, property }),
  byFolder: (property: string, folders: string) => say('A paper note has the property {property}, or a place in the folder {folders}.', { property, folders }),
  byAll: (tags: string, property: string, folders: string) =>
    say('A paper note has the tag {tags} in its properties, or the property {property}, or a place in the folder {folders}.', { tags, property, folders }),
  status: (title: string) => say('Status of {title}', { title }),
  openPdf: say('Open PDF'),
  openSource: say('Open source'),
  more: say('More actions'),
  notLinked: (count: number) => 
    say(
      count === 1 ? '{count} reference is in your library but not linked yet.' : '{count} references are in your library but not linked yet.',
      { count: number(count) },
    ),
  link: say('Link references'),
  references: say('References'),
  citedBy: say('Cited by'),
  related: say('Related papers'),
  shared: (count: number) => say(count === 1 ? '{count} reference shared' : '{count} references shared', { count: number(count) }),
  unread: say('The references of this paper have not been read yet.'),
  noSection: (headings: string) => say('This paper has no references section. References are read below a heading named {headings}.', { headings }),
  emptySection: say('The references section has no items, such as “1. …” or “[1] …”.'),
  nothingShown: say('This paper has no references of this kind.'),
  showAll: say('Show all references'),
  filterLabel: say('Which references to show'),
  nobody: say('No paper in your library cites this one.'),
  nothingShared: say('No other paper in your library shares a reference with this one.'),
};

const FILTER_TEXT: Readonly<Record<ReferenceFilter, string>> = {
  all: say('All'),
  library: say('In library'),
  missing: say('Missing'),
  ambiguous: say('Ambiguous'),
};

interface CitationsPanelProps {
  readonly source: LibrarySource;
  readonly actions: PaperActions;
  readonly settings: () => Settings;
  readonly hoverParent: HoverParent;
  /** Path of the note to show, as it is now: a rename changes it without any event of the workspace. */
  readonly notePath: () => string | null;
  readonly state: CitationsState;
  readonly onState: (state: CitationsState) => void;
}

/** The citations of the active paper: what it cites, what cites it, what is related to it. */
export function CitationsPanel({ source, actions, settings, hoverParent, notePath, state, onState }: CitationsPanelProps) {
  useLibrary(source);
  const path = notePath();
  const language = getLanguage();
  const collator = useMemo(() => readersOrder(language), [language]);
  const phase = source.state;
  const reading = phase.phase === 'reading' ? phase.done : null;
  const model = useMemo(
    () => citationsModel(source.library, source.state, path, collator),
    [source, source.library.revision, phase.phase, reading, path, collator],
  );
  const { statuses } = settings();
  const looks = useMemo(() => statusLooks(statuses), [statuses]);
  const context = useMemo(() => ({ actions, hoverParent, looks, path: path ?? '' }), [actions, hoverParent, looks, path]);

  switch (model.state) {
    case 'no-note':
      return <Message title={TEXT.noNote}>{TEXT.noNoteHint}</Message>;
    case 'waiting':
      return <Message title={TEXT.waiting} isBusy={true} />;
    case 'reading':
      return (
        <Message title={TEXT.reading} isBusy={true}>
          <ReadingBar reading={model.reading} />
        </Message>
      );
    case 'not-a-paper':
      return <Message title={TEXT.notAPaper}>{paperHint(settings())}</Message>;
    case 'paper':
      return (
        <CitationsContext.Provider value={context}>
          <PaperPanel key={path} model={model} headings={settings().referenceHeadings} state={state} onState={onState} />
        </CitationsContext.Provider>
      );
  }
}

function paperHint({ paperTags, paperFolders, fields }: Settings): string {
  const tags = paperTags.map((tag) => `#${tag}`).join(TEXT.or);
  const folders = paperFolders.join(TEXT.or);
  if (tags === '') return folders === '' ? TEXT.byKey(fields.metaKey) : TEXT.byFolder(fields.metaKey, folders);
  return folders === '' ? TEXT.byTag(tags, fields.metaKey) : TEXT.byAll(tags, fields.metaKey, folders);
}

interface MessageProps {
  readonly title: string;
  readonly isBusy?: boolean;
  readonly children?: ComponentChildren;
}

function Message({ title, isBusy = false, children }: MessageProps) {
  return (
    <div class="paperweave-state paperweave-cite-message" role="status" aria-busy={isBusy}>
      <p class="paperweave-state-title">{title}</p>
      {children === undefined ? null : <div class="paperweave-state-text">{children}</div>}
    </div>
  );
}

function ReadingBar({ reading }: { readonly reading: ReadingProgress }) {
  return (
    <div class="paperweave-cite-reading">
      <progress class="paperweave-bar" aria-label={TEXT.reading} max={Math.max(1, reading.total)} value={reading.done} />
      <span>{TEXT.progress(reading)}</span>
    </div>
  );
}

interface PaperPanelProps {
  readonly model: PaperCitations;
  readonly headings: readonly string[];
  readonly state: CitationsState;
  readonly onState: (state: CitationsState) => void;
}

function PaperPanel({ model, headings, state, onState }: PaperPanelProps) {
  const { references, citedBy, related, reading } = model;
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const section = (name: CitationSection): { isCollapsed: boolean; onToggle: () => void } => {
    const isCollapsed = state.collapsed.includes(name);
    return {
      isCollapsed,
      onToggle: () => {
        onState({ ...state, collapsed: isCollapsed ? state.collapsed.filter((other) => other !== name) : [...state.collapsed, name] });
      },
    };
  };
  return (
    <div class="paperweave-cite" ref={root}>
      <PaperHeader paper={model.paper} />
      {reading === null ? null : (
        <div class="paperweave-cite-notice">
          <span>{TEXT.stillReading}</span>
          <ReadingBar reading={reading} />
        </div>
      )}
      {references.state === 'listed' && references.reparable > 0 ? <LinkNotice path={model.paper.path} count={references.reparable} /> : null}
      <TreeSection title={TEXT.references} count={references.state === 'listed' ? references.counts.all : null} {...section('references')}>
        <References
          list={references}
          headings={headings}
          filter={state.filter}
          onFilter={(filter) => {
            onState({ ...state, filter });
          }}
        />
      </TreeSection>
      <TreeSection title={TEXT.citedBy} count={citedBy.length} {...section('cited-by')}>
        {citedBy.length === 0 ? (
          <Empty>{TEXT.nobody}</Empty>
        ) : (
          <PagedList label={TEXT.citedBy} items={citedBy} renderItem={(paper) => <PaperRow key={paper.path} paper={paper} />} />
        )}
      </TreeSection>
      <TreeSection title={TEXT.related} count={related.length} {...section('related')}>
        {related.length === 0 ? (
          <Empty>{TEXT.nothingShared}</Empty>
        ) : (
          <PagedList
            label={TEXT.related}
            items={related}
            renderItem={({ paper, shared }) => <PaperRow key={paper.path} paper={paper} facts={[TEXT.shared(shared)]} />}
          />
        )}
      </TreeSection>
    </div>
  );
}

function Empty({ children }: { readonly children: ComponentChildren }) {
  return <div class="paperweave-cite-empty">{children}</div>;
}

function PaperHeader({ paper }: { readonly paper: Paper }) {
  const { actions, looks } = useCitations();
  const facts = [...byline(paper), paper.venue ?? ''].filter((fact) => fact !== '');
  return (
    <div class="paperweave-cite-header">
      <div class="paperweave-cite-paper" role="heading" aria-level={2}>
        <bdi>{paper.title}</bdi>
      </div>
      {facts.length === 0 ? null : <div class="paperweave-cite-facts">{facts.join(' · ')}</div>}
      <div class="paperweave-cite-tools">
        <StatusSelect
          value={paper.status}
          looks={looks}
          label={TEXT.status(paper.title)}
          onChoose={(status) => {
            void actions.setStatus([paper.path], status);
          }}
        />
        <span class="paperweave-cite-tools-end">
          {paper.pdf === null ? null : (
            <ToolButton icon="file-text" label={TEXT.openPdf} onPress={() => void actions.openPdf(paper.path)} />
          )}
          {paper.urls.length === 0 && paper.ids.length === 0 ? null : (
            <ToolButton icon="external-link" label={TEXT.openSource} onPress={() => void actions.openSource(paper.path)} />
          )}
          <ToolButton
            icon="more-horizontal"
            label={TEXT.more}
            onPress={(event) => {
              actions.showMenu([paper.path], event);
            }}
          />
        </span>
      </div>
    </div>
  );
}

interface ToolButtonProps {
  readonly icon: string;
  readonly label: string;
  readonly onPress: (event: MouseEvent) => void;
}

function ToolButton({ icon, label, onPress }: ToolButtonProps) {
  return (
    <button class="clickable-icon paperweave-cite-button" aria-label={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}

function LinkNotice({ path, count }: { readonly path: string; readonly count: number }) {
  const { actions } = useCitations();
  return (
    <div class="paperweave-cite-notice">
      <span>{TEXT.notLinked(count)}</span>
      <button
        class="mod-cta"
        onClick={() => {
          void actions.linkReferences([path]);
        }}
      >
        {TEXT.link}
      </button>
    </div>
  );
}

interface ReferencesProps {
  readonly list: ReferenceList;
  readonly headings: readonly string[];
  readonly filter: ReferenceFilter;
  readonly onFilter: (filter: ReferenceFilter) => void;
}

function References({ list, headings, filter, onFilter }: ReferencesProps) {
  const entries = list.state === 'listed' ? list.entries : null;
  const shown = useMemo(() => (entries === null ? [] : filterReferences(entries, filter)), [entries, filter]);
  if (list.state !== 'listed') {
    return <Empty>{list.state === 'unread' ? TEXT.unread : TEXT.noSection(listTexts(headings))}</Empty>;
  }
  if (list.entries.length === 0) return <Empty>{TEXT.emptySection}</Empty>;
  return (
    <>
      <div class="paperweave-cite-filters" role="group" aria-label={TEXT.filterLabel}>
        {REFERENCE_FILTERS.filter((offered) => offered === 'all' || offered === filter || list.counts[offered] > 0).map((offered) => (
          <button
            key={offered}
            class={`paperweave-cite-filter${offered === filter ? ' is-active' : ''}`}
            aria-pressed={offered === filter}
            onClick={() => {
              onFilter(offered);
            }}
          >
            {FILTER_TEXT[offered]}
            <span class="paperweave-cite-filter-count">{number(list.counts[offered])}</span>
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <Empty>
          {TEXT.nothingShown}
          <button
            class="paperweave-cite-more"
            onClick={() => {
              onFilter('all');
            }}
          >
            {TEXT.showAll}
          </button>
        </Empty>
      ) : (
        <PagedList key={filter} label={TEXT.references} items={shown} renderItem={(entry) => <ReferenceRow key={entry.id} entry={entry} />} />
      )}
    </>
  );
}
