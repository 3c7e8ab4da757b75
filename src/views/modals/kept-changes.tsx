import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KeptChange } from '../../core/changes/change-record';
import { messageOf } from '../../core/text/message-of';
import { say } from '../../language/say';
import { Icon } from '../preact/icon';
import { useKeptFocus } from '../preact/use-kept-focus';
import { number } from './count-of';
import { dayAndTime } from './day-and-time';
import { keptChangesRows, type KeptChangesRow } from './kept-changes-rows';
import { MeasuredList } from './measured-list';
import { splitNotePath } from './split-note-path';
import { withToggled } from './with-toggled';

const TEXT = {
  list: say('Changes'),
  reading: say('Reading the changes…'),
  failed: (reason: string) => say('The changes could not be read: {reason}', { reason }),
  none: say('No change is kept. What Paperweave changes in your notes from now on is listed here and can be undone.'),
  groups: { many: say('Of many notes'), one: say('Of one note') },
  changed: (count: number) => say(count === 1 ? '{count} note changed' : '{count} notes changed', { count: number(count) }),
  created: (count: number) => say('{count} created', { count: number(count) }),
  about: (count: number) => say(count === 1 ? '{count} note' : '{count} notes', { count: number(count) }),
  interrupted: say('Interrupted'),
  halfUndone: say('Undone in part'),
  unreadable: say('A record that cannot be read'),
  unreadableWhy: say('Most likely the app was closed before the change began, and no note was touched.'),
  lockedWhy: say('It cannot be read at the moment. Restart Obsidian to try again.'),
  elsewhere: say('On another device'),
  elsewhereOpen: say('Not finished on another device. Finish or undo it there.'),
  finish: say('Finish'),
  undo: say('Undo'),
  leave: say('Leave'),
  act: (act: string, title: string) => say('{act}: {title}', { act, title }),
  isNew: say('New'),
};

/** What the list needs of the plugin. The acts report what they did by themselves, and never reject. */
export interface KeptChangesDeps {
  load(): Promise<readonly KeptChange[]>;
  undo(id: string): Promise<void>;
  finish(id: string): Promise<void>;
  leave(id: string): Promise<void>;
}

/** The kept changes, newest first, each with what it did and the way back. */
export function KeptChanges({ deps }: { readonly deps: KeptChangesDeps }) {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const [changes, setChanges] = useState<readonly KeptChange[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);

  const read = async (): Promise<void> => {
    try {
      setChanges(await deps.load());
    } catch (thrown) {
      setError(TEXT.failed(messageOf(thrown)));
    }
  };
  useEffect(() => {
    void read();
  }, [deps]);

  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await work();
    await read();
    setBusy(false);
  };
  const rows = useMemo(() => keptChangesRows(changes ?? [], open), [changes, open]);

  return (
    <div class="paperweave-preview paperweave-changes" tabIndex={-1} ref={root}>
      {error !== null || changes === null ? (
        <p role="status">{error ?? TEXT.reading}</p>
      ) : changes.length === 0 ? (
        <p>{TEXT.none}</p>
      ) : (
        <MeasuredList
          label={TEXT.list}
          rows={rows}
          rowKey={(row) => row.key}
          renderRow={(row) => (
            <Row
              row={row}
              isBusy={isBusy}
              onOpen={(id) => {
                setOpen(withToggled(open, id));
              }}
              onAct={(what, id) => {
                void act(() => deps[what](id));
              }}
            />
          )}
        />
      )}
    </div>
  );
}

type Act = 'undo' | 'finish' | 'leave';

interface RowProps {
  readonly row: KeptChangesRow;
  readonly isBusy: boolean;
  readonly onOpen: (id: string) => void;
  readonly onAct: (what: Act, id: string) => void;
}

function Row({ row, isBusy, onOpen, onAct }: RowProps) {
  if (row.type === 'group') {
    return (
      <h3 class="paperweave-changes-group">
        {TEXT.groups[row.group]} <span class="paperweave-preview-facts">{number(row.count)}</span>
      </h3>
    );
  }
  if (row.type === 'note') {
    const { name, folder } = splitNotePath(row.path);
    return (
      <div class="paperweave-changes-note">
        <span class="paperweave-preview-name">{name}</span>
        <span class="paperweave-preview-folder">{folder}</span>
        {row.isNew ? <span class="paperweave-preview-facts">{TEXT.isNew}</span> : null}
      </div>
    );
  }
  const { change } = row;
  const canOpen = change.changed.length + change.created.length > 0;
  const title = change.title ?? TEXT.unreadable;
  return (
    <div class="paperweave-changes-row">
      <button
        class="paperweave-preview-toggle"
        aria-expanded={canOpen ? row.isOpen : undefined}
        disabled={!canOpen}
        onClick={() => {
          onOpen(change.id);
        }}
      >
        <span class={`collapse-icon${row.isOpen ? '' : ' is-collapsed'}`}>{canOpen ? <Icon name="right-triangle" /> : null}</span>
        <span class="paperweave-changes-text">
          <span class="paperweave-changes-title">{title}</span>
          <span class="paperweave-changes-facts">{factsOf(change).join(' · ')}</span>
        </span>
      </button>
      {actsOf(change).map((what) => (
        <button
          key={what}
          aria-label={TEXT.act(TEXT[what], title)}
          disabled={isBusy}
          onClick={() => {
            onAct(what, change.id);
          }}
        >
          {TEXT[what]}
        </button>
      ))}
    </div>
  );
}

function factsOf({ state, isOwn, changed, created, count, time }: KeptChange): readonly string[] {
  if (state === 'unreadable') return [TEXT.unreadableWhy];
  if (state === 'locked') return [TEXT.lockedWhy];
  return [
    ...(state === 'done' ? [] : [!isOwn ? TEXT.elsewhereOpen : state === 'interrupted' ? TEXT.interrupted : TEXT.halfUndone, TEXT.about(count)]),
    ...(changed.length > 0 ? [TEXT.changed(changed.length)] : []),
    ...(created.length > 0 ? [TEXT.created(created.length)] : []),
    ...(time ? [dayAndTime(time)] : []),
    ...(state === 'done' && !isOwn ? [TEXT.elsewhere] : []),
  ];
}

function actsOf({ state, isOwn }: KeptChange): readonly Act[] {
  if (state === 'done') return ['undo'];
  if (state === 'unreadable' || state === 'locked' || !isOwn) return [];
  return state === 'half-undone' ? ['undo', 'leave'] : ['finish', 'undo', 'leave'];
}
