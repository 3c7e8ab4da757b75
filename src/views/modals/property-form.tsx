import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PropertyChange } from '../../core/changes/plan-property';
import { isListInput, readItems, readPropertyInput, type PropertyInput } from '../../core/changes/read-property-input';
import { fail, ok, type Result } from '../../core/text/result';
import { say } from '../../language/say';
import { typedText } from '../preact/typed-text';
import { confirmOnEnter } from './confirm-on-enter';
import { ModalButtons } from './modal-buttons';

const TEXT = {
  property: say('Property'),
  value: say('Value'),
  clears: say('Leave it empty to empty the property.'),
  add: say('Add'),
  remove: say('Remove'),
  apart: (input: PropertyInput) => (input === 'tags' ? say('Tags with commas between them. The other tags of each paper stay.') : say('Items with semicolons between them. The other items of each paper stay.')),
  kind: say('Kind'),
  kinds: { text: say('Text'), list: say('List') } as const,
  set: say('Change'),
  noProperty: say('Name a property.'),
  noItems: say('Name what to add or to remove.'),
  isStatus: (key: string) => say('“{key}” is the status. Change it by the status itself, so that the reading day follows.', { key }),
};

/** A property that can be edited, and how it is typed in. */
export interface KnownProperty {
  readonly key: string;
  readonly input: PropertyInput;
}

interface PropertyFormProps {
  readonly properties: readonly KnownProperty[];
  readonly statusProperty: string;
  readonly onConfirm: (change: PropertyChange) => void;
  readonly onCancel: () => void;
}

/** A property and its new value or, of a list, the items to add and to remove. What cannot be is said where it stands. */
export function PropertyForm({ properties, statusProperty, onConfirm, onCancel }: PropertyFormProps) {
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const [key, setKey] = useState('');
  const [newKind, setNewKind] = useState<'text' | 'list'>('text');
  const [value, setValue] = useState('');
  const [added, setAdded] = useState('');
  const [removed, setRemoved] = useState('');
  const [error, setError] = useState<string | null>(null);
  const known = properties.find((property) => property.key === key.trim());
  const input = known?.input ?? newKind;

  useEffect(() => {
    root.current?.querySelector('input')?.focus();
  }, []);

  const confirm = (): void => {
    const typed = typedText(root.current?.querySelector<HTMLInputElement>('input[type=date]'), value);
    const change = readForm({ key: key.trim(), input, value: typed, added, removed, statusProperty });
    if (change.ok) onConfirm(change.value);
    else setError(change.error);
  };
  // Named alone, the property would be emptied in all notes.
  const confirmOrGoOn = (from: Element): void => {
    if (key.trim() !== '' && from.matches('select, [list]')) root.current?.querySelectorAll('input')[1]?.focus();
    else confirm();
  };
  const field = (label: string, text: string, set: (text: string) => void, kind: 'text' | 'day' | 'year' = 'text', list?: string) => (
    <label class="paperweave-form-field">
      <span>{label}</span>
      <input
        type={kind === 'day' ? 'date' : 'text'}
        inputMode={kind === 'year' ? 'numeric' : 'text'}
        list={list}
        value={text}
        onInput={(event) => {
          setError(null);
          set(event.currentTarget.value);
        }}
      />
    </label>
  );

  return (
    <div class="paperweave-property-form" ref={root} onKeyDown={confirmOnEnter(confirmOrGoOn)}>
      {field(TEXT.property, key, setKey, 'text', `${id}-keys`)}
      <datalist id={`${id}-keys`}>
        {properties.map((property) => (
          <option key={property.key} value={property.key} />
        ))}
      </datalist>
      {known === undefined && key.trim() !== '' ? (
        <label class="paperweave-form-field">
          <span>{TEXT.kind}</span>
          <select
            class="dropdown"
            value={newKind}
            onChange={(event) => {
              setNewKind(event.currentTarget.value === 'list' ? 'list' : 'text');
            }}
          >
            <option value="text">{TEXT.kinds.text}</option>
            <option value="list">{TEXT.kinds.list}</option>
          </select>
        </label>
      ) : null}
      {isListInput(input) ? (
        <>
          {field(TEXT.add, added, setAdded)}
          {field(TEXT.remove, removed, setRemoved)}
          <p class="paperweave-form-hint">{TEXT.apart(input)}</p>
        </>
      ) : (
        <>
          {field(TEXT.value, value, setValue, input)}
          <p class="paperweave-form-hint">{TEXT.clears}</p>
        </>
      )}
      <p class="paperweave-form-error" role="alert">
        {error}
      </p>
      <ModalButtons confirm={TEXT.set} canConfirm={key.trim() !== ''} onConfirm={confirm} onCancel={onCancel} />
    </div>
  );
}

interface FormValues {
  readonly key: string;
  readonly input: PropertyInput;
  readonly value: string;
  readonly added: string;
  readonly removed: string;
  readonly statusProperty: string;
}

function readForm({ key, input, value, added, removed, statusProperty }: FormValues): Result<PropertyChange, string> {
  if (key === '') return fail(TEXT.noProperty);
  if (key.toLowerCase() === statusProperty.toLowerCase()) return fail(TEXT.isStatus(key));
  if (!isListInput(input)) return readPropertyInput(key, input, value);
  const [add, remove] = [readItems(added, input), readItems(removed, input)];
  if (!add.ok) return add;
  if (!remove.ok) return remove;
  if (add.value.length === 0 && remove.value.length === 0) return fail(TEXT.noItems);
  return ok({ key, kind: 'items', add: add.value, remove: remove.value });
}
