import { findStatusLook } from '../../core/dashboard/status-look';
import type { Paper } from '../../core/papers/paper';
import { StatusDot } from '../preact/status-dot';
import { byline } from './byline';
import { useCitations } from './citations-context';
import { NoteLink } from './note-link';

/** The small line below a title: facts first, then what deserves notice. */
export function RowFacts({ facts, marks }: { readonly facts: readonly string[]; readonly marks: readonly string[] }) {
  if (facts.length === 0 && marks.length === 0) return null;
  return (
    <div class="paperweave-cite-facts">
      {facts.length === 0 ? null : <span>{facts.join(' · ')}</span>}
      {marks.map((mark) => (
        <span key={mark} class="paperweave-cite-mark">
          {mark}
        </span>
      ))}
    </div>
  );
}

interface PaperRowProps {
  readonly paper: Paper;
  /** Further facts, after status, authors and year. */
  readonly facts?: readonly string[];
  readonly marks?: readonly string[];
}

/** A paper of the library: its status as dot and name, its title, and what tells it from others. */
export function PaperRow({ paper, facts = [], marks = [] }: PaperRowProps) {
  const { looks } = useCitations();
  const look = findStatusLook(looks, paper.status);
  return (
    <div class="tree-item" role="listitem">
      <div class="tree-item-self is-clickable paperweave-cite-row">
        <span class="paperweave-cite-sign">
          <StatusDot look={look} />
        </span>
        <NoteLink path={paper.path} isTarget={true}>
          <div class="paperweave-cite-title">
            <bdi>{paper.title}</bdi>
          </div>
          <RowFacts facts={[look.label, ...byline(paper), ...facts].filter((fact) => fact !== '')} marks={marks} />
        </NoteLink>
      </div>
    </div>
  );
}
