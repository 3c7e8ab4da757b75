import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TableColumn } from '../../core/dashboard/dashboard-state';
import type { PropertyChange } from '../../core/changes/plan-property';
import { readPropertyInput } from '../../core/changes/read-property-input';
import { say } from '../../language/say';
import { typedText } from '../preact/typed-text';
import { whenLeft } from '../preact/when-left';
import { useDashboard } from './dashboard-context';
import { COLUMN_NAMES, type EditableColumn } from './table-columns';

const TEXT = {
  label: (column: string, title: string) => say('{column} of {title}', { column, title }),
  several: (column: string, count: string) => say('{column} of {count} selected papers', { column, count }),
};

/** Where to go from a cell that was edited: the next one that can be, the one before, back to the row, or nowhere, the focus being elsewhere. */
export type EditStep = 'next' | 'previous' | 'row' | 'away';

interface CellEditorProps {
  readonly column: TableColumn;
  readonly title: string;
  readonly edited: EditableColumn;
  /** How many papers get the value. */
  readonly count: number;
  /** `change` is null where nothing was changed. */
  readonly onDone: (change: PropertyChange | null, step: EditStep) => void;
}

/** A property edited in its cell: Enter and leaving it take the value over, Escape does not; one that cannot be is not left by a key. */
export function CellEditor({ column, title, edited, count, onDone }: CellEditorProps) {
  const { library, formatNumber } = useDashboard();
  const [text, setText] = useState(edited.text);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const id = useId();
  const { head } = COLUMN_NAMES[column];
  const venues = useMemo(() => (column === 'venue' ? [...new Set(library.papers().flatMap((paper) => paper.venue ?? []))].sort() : []), [column, library]);

  const finish = (change: PropertyChange | null, step: EditStep): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(change, step);
  };

  // Before the next key is pressed, which would go to the row otherwise.
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
    // Where its row goes away, it is not to come back with it.
    return () => {
      finish(null, 'away');
    };
  }, []);

  const leave = (step: EditStep, mayStay: boolean): void => {
    const typed = typedText(input.current, text);
    const change = typed.trim() === edited.text ? null : readPropertyInput(edited.property, edited.input, typed);
    if (change?.ok === false && mayStay) {
      setError(change.error);
      return;
    }
    finish(change?.ok === true ? change.value : null, step);
  };

  return (
    <span class="paperweave-cell-editor">
      <input
        ref={input}
        type={edited.input === 'day' ? 'date' : 'text'}
        inputMode={edited.input === 'year' ? 'numeric' : 'text'}
        list={venues.length === 0 ? undefined : id}
        aria-label={count === 1 ? TEXT.label(head, title) : TEXT.several(head, formatNumber(count))}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setError(null);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.isComposing) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            finish(null, 'row');
          } else if (event.key === 'Enter') {
            event.preventDefault();
            leave('row', true);
          } else if (event.key === 'Tab') {
            event.preventDefault();
            leave(event.shiftKey ? 'previous' : 'next', true);
          }
        }}
        onBlur={(event) => {
          whenLeft(event.currentTarget, () => {
            leave('away', false);
          });
        }}
        onClick={(event) => {
          event.stopPropagation();
        }}
        onDblClick={(event) => {
          event.stopPropagation();
        }}
      />
      {venues.length === 0 ? null : (
        <datalist id={id}>
          {venues.map((venue) => (
            <option key={venue} value={venue} />
          ))}
        </datalist>
      )}
      {count === 1 ? null : <span class="paperweave-cell-note">{TEXT.several(head, formatNumber(count))}</span>}
      {error === null ? null : (
        <span class="paperweave-cell-note mod-error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
