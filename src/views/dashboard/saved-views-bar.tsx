import { useRef, useState } from 'preact/hooks';
import { findView, isAtView, LONGEST_VIEW_NAME, removeView, saveView, type SavedView } from '../../core/dashboard/saved-views';
import { say } from '../../language/say';
import { Icon } from '../preact/icon';
import { PopoverButton } from '../preact/popover-button';
import { useKeptFocus } from '../preact/use-kept-focus';
import { useDashboard } from './dashboard-context';

const TEXT = {
  bar: say('Saved views'),
  views: say('Views'),
  title: say('Saved views'),
  none: say('A view keeps the tab with its search, filters, sorting, groups and columns under a name.'),
  name: say('Name of the view'),
  save: say('Save view'),
  saveAs: say('Save what is shown now'),
  replaces: (name: string) => say('Replaces “{name}”.', { name }),
  update: (name: string) => say('Save what is shown now as {name}', { name }),
  remove: (name: string) => say('Delete {name}', { name }),
  isDefault: (name: string) => say('{name} is shown when the dashboard is opened. Show the table instead', { name }),
  makeDefault: (name: string) => say('Show {name} when the dashboard is opened', { name }),
};

/** The saved views, each a click away, and the menu that saves, replaces and deletes them. */
export function SavedViewsBar() {
  const { state, store, savedViews, narrow } = useDashboard();
  const show = (view: SavedView): void => {
    store.update(view.look);
  };
  return (
    <div class="paperweave-views" role="group" aria-label={TEXT.bar}>
      {narrow
        ? null
        : savedViews.map((view) => {
            const isShown = isAtView(state, view);
            return (
              <button
                key={view.name}
                class={`paperweave-view-chip${isShown ? ' is-active' : ''}`}
                aria-pressed={isShown}
                onClick={() => {
                  show(view);
                }}
              >
                <span class="paperweave-chip-label" dir="auto">
                  {view.name}
                </span>
              </button>
            );
          })}
      <PopoverButton text={TEXT.views} title={TEXT.title}>
        {(close) => <ViewsMenu onDone={close} onShow={show} />}
      </PopoverButton>
    </div>
  );
}

interface ViewsMenuProps {
  readonly onDone: () => void;
  readonly onShow: (view: SavedView) => void;
}

function ViewsMenu({ onDone, onShow }: ViewsMenuProps) {
  const { state, savedViews, defaultView, changeSettings } = useDashboard();
  const [name, setName] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useKeptFocus(form);
  const replaced = findView(savedViews, name);
  const save = (as: string): void => {
    if (as.trim() === '') return;
    changeSettings({ savedViews: saveView(savedViews, as, state) });
    setName('');
  };
  return (
    <>
      {savedViews.length === 0 ? <p class="paperweave-popover-empty">{TEXT.none}</p> : null}
      <div class="paperweave-view-list">
        {savedViews.map((view) => {
          const isDefault = findView([view], defaultView) !== null;
          return (
            <div key={view.name} class="paperweave-view-row">
              <button
                class="paperweave-view-name"
                dir="auto"
                aria-current={isAtView(state, view)}
                onClick={() => {
                  onShow(view);
                  onDone();
                }}
              >
                {view.name}
              </button>
              <button
                class={`clickable-icon${isDefault ? ' is-active' : ''}`}
                aria-label={isDefault ? TEXT.isDefault(view.name) : TEXT.makeDefault(view.name)}
                aria-pressed={isDefault}
                onClick={() => {
                  changeSettings({ defaultView: isDefault ? '' : view.name });
                }}
              >
                <Icon name="star" />
              </button>
              <button
                class="clickable-icon"
                aria-label={TEXT.update(view.name)}
                disabled={isAtView(state, view)}
                onClick={() => {
                  save(view.name);
                }}
              >
                <Icon name="save" />
              </button>
              <button
                class="clickable-icon"
                aria-label={TEXT.remove(view.name)}
                onClick={() => {
                  changeSettings({ savedViews: removeView(savedViews, view.name), ...(isDefault ? { defaultView: '' } : {}) });
                }}
              >
                <Icon name="trash-2" />
              </button>
            </div>
          );
        })}
      </div>
      <form
        class="paperweave-view-save"
        ref={form}
        aria-label={TEXT.saveAs}
        onSubmit={(event) => {
          event.preventDefault();
          save(name);
        }}
      >
        <input
          type="text"
          aria-label={TEXT.name}
          placeholder={TEXT.name}
          maxLength={LONGEST_VIEW_NAME}
          value={name}
          onInput={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <button type="submit" disabled={name.trim() === ''}>
          {TEXT.save}
        </button>
      </form>
      {replaced === null ? null : <p class="paperweave-form-hint">{TEXT.replaces(replaced.name)}</p>}
    </>
  );
}
