import { moveColumn, sizeColumn, toggleColumn } from '../../core/dashboard/column-layout';
import { COLUMN_WIDTHS, DEFAULT_COLUMNS, DENSITIES, fitWidth, GROUP_FIELDS, TABLE_COLUMNS, type ColumnLayout, type Density } from '../../core/dashboard/dashboard-state';
import { say } from '../../language/say';
import { Icon } from '../preact/icon';
import { PopoverButton } from '../preact/popover-button';
import { useDashboard } from './dashboard-context';
import { GROUP_NAMES } from './group-names';
import { COLUMN_NAMES } from './table-columns';

const TEXT: {
  readonly display: string;
  readonly title: string;
  readonly group: string;
  readonly noGroup: string;
  readonly density: string;
  readonly densities: Readonly<Record<Density, string>>;
  readonly columns: string;
  readonly up: (column: string) => string;
  readonly down: (column: string) => string;
  readonly width: (column: string) => string;
  readonly auto: string;
  readonly reset: string;
  readonly done: string;
} = {
  display: say('Display'),
  title: say('How the table is shown'),
  group: say('Group by'),
  noGroup: say('Nothing'),
  density: say('Row height'),
  densities: { compact: say('Compact'), normal: say('Normal'), roomy: say('Roomy') },
  columns: say('Columns'),
  up: (column) => say('Move {column} to the front', { column }),
  down: (column) => say('Move {column} to the back', { column }),
  width: (column) => say('Width of {column} in pixels; empty leaves it to the table', { column }),
  auto: say('auto'),
  reset: say('Columns as at first'),
  done: say('Done'),
};

/** Grouping, row height, and which columns are shown, in what order and how wide; all of it by keyboard too. */
export function DisplayMenu({ withColumns }: { readonly withColumns: boolean }) {
  const { state, store } = useDashboard();
  return (
    <PopoverButton text={TEXT.display} title={TEXT.title} isActive={state.group !== null}>
      {(close) => (
        <>
          <label class="paperweave-display-row">
            <span>{TEXT.group}</span>
            <select
              class="dropdown"
              value={state.group ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                store.update({ group: GROUP_FIELDS.find((field) => field === value) ?? null, collapsed: [] });
              }}
            >
              <option value="">{TEXT.noGroup}</option>
              {GROUP_FIELDS.map((field) => (
                <option key={field} value={field}>
                  {GROUP_NAMES[field].name}
                </option>
              ))}
            </select>
          </label>
          {withColumns ? (
            <>
              <label class="paperweave-display-row">
                <span>{TEXT.density}</span>
                <select
                  class="dropdown"
                  value={state.density}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    store.update({ density: DENSITIES.find((density) => density === value) ?? 'normal' });
                  }}
                >
                  {DENSITIES.map((density) => (
                    <option key={density} value={density}>
                      {TEXT.densities[density]}
                    </option>
                  ))}
                </select>
              </label>
              <ColumnChoice />
            </>
          ) : null}
          <div class="paperweave-popover-buttons">
            {withColumns ? (
              <button
                onClick={() => {
                  store.update({ columns: DEFAULT_COLUMNS });
                }}
              >
                {TEXT.reset}
              </button>
            ) : null}
            <button onClick={close}>{TEXT.done}</button>
          </div>
        </>
      )}
    </PopoverButton>
  );
}

function ColumnChoice() {
  const { state } = useDashboard();
  const shown = state.columns.map((layout) => layout.column);
  const others = TABLE_COLUMNS.filter((column) => !shown.includes(column)).map((column) => ({ column, width: null }));
  return (
    <div class="paperweave-column-choice" role="group" aria-label={TEXT.columns}>
      {[...state.columns, ...others].map((layout, index) => (
        <ColumnChoiceRow key={layout.column} layout={layout} index={index} isShown={index < shown.length} isLast={index === shown.length - 1} />
      ))}
    </div>
  );
}

interface ColumnChoiceRowProps {
  readonly layout: ColumnLayout;
  readonly index: number;
  readonly isShown: boolean;
  readonly isLast: boolean;
}

function ColumnChoiceRow({ layout: { column, width }, index, isShown, isLast }: ColumnChoiceRowProps) {
  const { state, store } = useDashboard();
  const { head } = COLUMN_NAMES[column];
  const { columns } = state;
  const move = (to: number): void => {
    store.update({ columns: moveColumn(columns, column, to) });
  };
  return (
    <div class="paperweave-column-option">
      <label>
        <input
          type="checkbox"
          checked={isShown}
          disabled={column === 'title'}
          onChange={() => {
            store.update({ columns: toggleColumn(columns, column) });
          }}
        />
        <span>{head}</span>
      </label>
      {isShown ? (
        <>
          <input
            type="number"
            class="paperweave-column-width"
            aria-label={TEXT.width(head)}
            placeholder={TEXT.auto}
            min={COLUMN_WIDTHS.least}
            max={COLUMN_WIDTHS.most}
            step={10}
            value={width ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              store.update({ columns: sizeColumn(columns, column, value === '' ? null : fitWidth(Number(value))) });
            }}
          />
          <button class="clickable-icon" aria-label={TEXT.up(head)} disabled={index <= 1} onClick={() => { move(index - 1); }}>
            <Icon name="arrow-up" />
          </button>
          <button class="clickable-icon" aria-label={TEXT.down(head)} disabled={column === 'title' || isLast} onClick={() => { move(index + 1); }}>
            <Icon name="arrow-down" />
          </button>
        </>
      ) : null}
    </div>
  );
}
