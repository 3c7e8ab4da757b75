import type { Ref } from 'preact';
import { Icon } from './icon';

const TEXT = {
  clear: 'Clear search',
};

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onSearch: (text: string) => void;
  /** Called for the down arrow, which leads from the box into the list it searches. */
  readonly onLeave?: () => void;
}

/** Obsidian's search box: searches as one types, Escape and the cross empty it. */
export function SearchField({ label, value, inputRef, onSearch, onLeave }: SearchFieldProps) {
  return (
    <div class="search-input-container paperweave-search">
      <input
        ref={inputRef}
        type="search"
        enterkeyhint="search"
        spellcheck={false}
        placeholder={label}
        aria-label={label}
        value={value}
        onInput={(event) => {
          onSearch(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            event.stopPropagation();
            onSearch('');
          } else if (event.key === 'ArrowDown' && onLeave !== undefined) {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      {value === '' ? null : (
        <button
          class="clickable-icon paperweave-search-clear"
          aria-label={TEXT.clear}
          onClick={() => {
            onSearch('');
          }}
        >
          <Icon name="x" />
        </button>
      )}
    </div>
  );
}
