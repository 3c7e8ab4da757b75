import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say } from '../../language/say';
import { number } from '../modals/count-of';
import { Icon } from '../preact/icon';
import { useKeptFocus } from '../preact/use-kept-focus';

/** Rows drawn at first, and added by each press of the button: a list of 10,000 opens as fast as one of ten. */
const PAGE = 100;

const TEXT = {
  more: (rows: number, left: number) => 
    say(left === 1 ? 'Show {rows} more of {left} entry' : 'Show {rows} more of {left} entries', { rows: number(rows), left: number(left) }),
};

interface TreeSectionProps {
  readonly title: string;
  /** Null while the number is not known. */
  readonly count: number | null;
  readonly isCollapsed: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

/** A part of a side pane that folds away, drawn as Obsidian draws its own. */
export function TreeSection({ title, count, isCollapsed, onToggle, children }: TreeSectionProps) {
  return (
    <div class={`tree-item paperweave-cite-section${isCollapsed ? ' is-collapsed' : ''}`} role="group" aria-label={title}>
      <div
        class="tree-item-self is-clickable mod-collapsible paperweave-cite-section-title"
        role="button"
        tabIndex={0}
        aria-expanded={!isCollapsed}
        onClick={onToggle}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
          event.preventDefault();
          onToggle();
        }}
      >
        <div class={`tree-item-icon collapse-icon${isCollapsed ? ' is-collapsed' : ''}`}>
          <Icon name="right-triangle" />
        </div>
        <div class="tree-item-inner">{title}</div>
        {count === null ? null : (
          <div class="tree-item-flair-outer">
            <span class="tree-item-flair">{number(count)}</span>
          </div>
        )}
      </div>
      {isCollapsed ? null : <div class="paperweave-cite-section-body">{children}</div>}
    </div>
  );
}

interface PagedListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly renderItem: (item: T) => ComponentChildren;
}

/** A list of rows of any height of which the first page is drawn, and more when asked for. */
export function PagedList<T>({ label, items, renderItem }: PagedListProps<T>) {
  const [shown, setShown] = useState(PAGE);
  const left = items.length - shown;
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list);
  return (
    <>
      <div class="paperweave-cite-list" role="list" aria-label={label} ref={list}>
        {items.slice(0, shown).map(renderItem)}
      </div>
      {left > 0 ? (
        <button
          class="paperweave-cite-more"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {TEXT.more(Math.min(PAGE, left), left)}
        </button>
      ) : null}
    </>
  );
}
