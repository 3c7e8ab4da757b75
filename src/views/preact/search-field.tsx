import type { Ref } from 'preact';
import { say } from '../../language/say';
import { Icon } from './icon';

const TEXT = {
  clear: say('Clear search'),
};

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Where the box has a list of offers: its id while there are some, and that of the one that is chosen. */
  readonly offers?: { readonly listId: string | undefined; readonly activeId: string | undefined };
  /** Asked first about every key; true where it was used up. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly onSearch: (text: string) => void;
  /** Told whether the box has the focus. */
  readonly onFocus?: (isFocused: boolean) => void;
  /** Called for the down arrow, which leads from the box into the list it searches. */
  readonly onLeave?: () => void;
}

/** Obsidian's search box: searches as one types, Escape and the cross empty it. */
export function SearchField({ label, value, inputRef, offers, onKey, onSearch, onFocus, onLeave }: SearchFieldProps) {
  return (
    <div class="search-input-container paperweave-search">
      <input
        {...(offers === undefined
          ? { type: 'search' as const }
          : // A search box may not be a combobox, says ARIA in HTML.
            {
              type: 'text' as const,
              role: 'combobox' as const,
              autocomplete: 'off',
              'aria-autocomplete': 'list' as const,
              'aria-expanded': offers.listId !== undefined,
              'aria-controls': offers.listId,
              'aria-activedescendant': offers.activeId,
            })}
        ref={inputRef}
        enterkeyhint="search"
        spellcheck={false}
        placeholder={label}
        aria-label={label}
        value={value}
        onFocus={() => onFocus?.(true)}
        onBlur={() => onFocus?.(false)}
        onInput={(event) => {
          onSearch(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (onKey?.(event) === true) {
            event.preventDefault();
            event.stopPropagation();
          } else if (event.key === 'Escape' && value !== '') {
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
          onClick={(event) => {
            event.currentTarget.parentElement?.querySelector('input')?.focus();
            onSearch('');
          }}
        >
          <Icon name="x" />
        </button>
      )}
    </div>
  );
}
