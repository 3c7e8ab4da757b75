import type { ComponentChildren } from 'preact';
import type { Candidate, ReferenceEntry } from '../../core/library/citations-model';
import type { MissingWork } from '../../core/library/library';
import { say } from '../../language/say';
import { number } from '../modals/count-of';
import { Icon } from '../preact/icon';
import { byline } from './byline';
import { useCitations } from './citations-context';
import { NoteLink } from './note-link';
import { PaperRow, RowFacts } from './paper-row';

const TEXT = {
  notLinked: say('Not linked yet'),
  repeats: (line: number) => say('Listed before, on line {line}', { line: String(line) }),
  noPaper: say('A note that is no paper'),
  self: say('This paper itself'),
  citedBy: (papers: number) => say(papers === 1 ? 'Cited by 1 paper' : 'Cited by {count} papers', { count: number(papers) }),
  noNote: say('No note yet'),
  unresolved: say('Leads to no note'),
  debris: say('Hidden: looks like debris of text recognition'),
  hiddenByUser: say('Hidden by you'),
  create: (title: string) => say('Create a note for {title}', { title }),
  showAgain: (title: string) => say('Show {title} among the missing works again', { title }),
  ambiguous: (papers: number) => say(papers === 1 ? '{count} paper fits: choose one' : '{count} papers fit: choose one', { count: number(papers) }),
  candidates: (title: string) => say('Papers that {title} may mean', { title }),
  choose: say('Choose'),
  chooseFor: (candidate: string, title: string) => say('Choose {candidate} for {title}', { candidate, title }),
};

/** One reference of the shown paper. */
export function ReferenceRow({ entry }: { readonly entry: ReferenceEntry }) {
  const marks = [
    ...(entry.reparable ? [TEXT.notLinked] : []),
    ...(entry.repeats === null ? [] : [TEXT.repeats(entry.repeats)]),
  ];
  switch (entry.kind) {
    case 'paper':
      return <PaperRow paper={entry.paper} marks={marks} />;
    case 'note':
      return <TextRow entry={entry} icon="file" opens={entry.path} facts={[TEXT.noPaper]} marks={marks} />;
    case 'self':
      return <TextRow entry={entry} icon="corner-down-left" facts={[TEXT.self]} marks={marks} />;
    case 'missing':
      return (
        <TextRow entry={entry} icon="circle-dashed" facts={missingFacts(entry.work)} marks={marks}>
          <MissingButton label={entry.label} missingKey={entry.key} work={entry.work} />
        </TextRow>
      );
    case 'ambiguous':
      return <AmbiguousRow entry={entry} candidates={entry.candidates} marks={marks} />;
    case 'unresolved':
      return <TextRow entry={entry} icon="circle-dashed" facts={[TEXT.unresolved]} marks={marks} />;
  }
}

function missingFacts(work: MissingWork | null): readonly string[] {
  if (work === null) return [TEXT.noNote];
  const hidden = work.hidden === 'debris' ? [TEXT.debris] : work.hidden === 'user' ? [TEXT.hiddenByUser] : [];
  return [...hidden, TEXT.citedBy(work.citedBy)];
}

interface TextRowProps {
  readonly entry: ReferenceEntry;
  readonly icon: string;
  /** The note to open; else the line of the reference itself. */
  readonly opens?: string;
  readonly facts: readonly string[];
  readonly marks: readonly string[];
  readonly children?: ComponentChildren;
}

function TextRow({ entry, icon, opens, facts, marks, children }: TextRowProps) {
  return (
    <div class="tree-item" role="listitem">
      <ReferenceText entry={entry} icon={icon} opens={opens} facts={facts} marks={marks}>
        {children}
      </ReferenceText>
    </div>
  );
}

function ReferenceText({ entry, icon, opens, facts, marks, children }: TextRowProps) {
  const { path } = useCitations();
  return (
    <div class={`tree-item-self is-clickable paperweave-cite-row mod-${entry.kind}`}>
      <span class="paperweave-cite-sign">
        <Icon name={icon} />
      </span>
      <NoteLink path={opens ?? path} line={opens === undefined ? entry.line : undefined} isTarget={opens !== undefined}>
        <div class="paperweave-cite-title">
          <bdi>{entry.label}</bdi>
        </div>
        <RowFacts facts={facts} marks={marks} />
      </NoteLink>
      {children}
    </div>
  );
}

interface MissingButtonProps {
  readonly label: string;
  readonly missingKey: string;
  readonly work: MissingWork | null;
}

function MissingButton({ label, missingKey, work }: MissingButtonProps) {
  const { actions } = useCitations();
  const isHidden = work !== null && work.hidden !== null;
  return (
    <button
      class="clickable-icon paperweave-cite-button"
      aria-label={isHidden ? TEXT.showAgain(label) : TEXT.create(label)}
      onClick={() => {
        void (isHidden ? actions.showWorks([missingKey]) : actions.createNotes([missingKey]));
      }}
    >
      <Icon name={isHidden ? 'eye' : 'file-plus'} />
    </button>
  );
}

interface AmbiguousRowProps {
  readonly entry: ReferenceEntry;
  readonly candidates: readonly Candidate[];
  readonly marks: readonly string[];
}

function AmbiguousRow({ entry, candidates, marks }: AmbiguousRowProps) {
  return (
    <div class="tree-item" role="listitem">
      <ReferenceText entry={entry} icon="help-circle" facts={[TEXT.ambiguous(candidates.length)]} marks={marks} />
      <div class="tree-item-children" role="list" aria-label={TEXT.candidates(entry.label)}>
        {candidates.map((candidate) => (
          <CandidateRow key={candidate.path} entry={entry} candidate={candidate} />
        ))}
      </div>
    </div>
  );
}

function CandidateRow({ entry, candidate }: { readonly entry: ReferenceEntry; readonly candidate: Candidate }) {
  const { actions, path } = useCitations();
  const title = candidate.paper?.title ?? candidate.path;
  // Candidates often share their title: the path is what always tells them apart.
  const facts = candidate.paper ? [...byline(candidate.paper), candidate.path] : [];
  return (
    <div class="tree-item" role="listitem">
      <div class="tree-item-self is-clickable paperweave-cite-row mod-candidate">
        <NoteLink path={candidate.path} isTarget={true}>
          <div class="paperweave-cite-title">
            <bdi>{title}</bdi>
          </div>
          <RowFacts facts={facts} marks={[]} />
        </NoteLink>
        <button
          class="paperweave-cite-choose"
          aria-label={TEXT.chooseFor(`${title} (${candidate.path})`, entry.label)}
          onClick={() => {
            void actions.chooseTarget(path, entry.line, entry.text, candidate.path);
          }}
        >
          {TEXT.choose}
        </button>
      </div>
    </div>
  );
}
