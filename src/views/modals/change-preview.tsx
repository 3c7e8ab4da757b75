import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../core/text/message-of';
import type { ChangeKind, PlannedChange, PlannedNote } from '../../core/changes/planned-change';
import { say } from '../../language/say';
import { listTexts } from '../list-texts';
import { Icon } from '../preact/icon';
import { confirmOnEnter } from './confirm-on-enter';
import { number } from './count-of';
import { lineParts } from './line-parts';
import { MeasuredList } from './measured-list';
import { ModalButtons } from './modal-buttons';
import { countChanges, notesOfKind, previewRows, type OnlyKind, type PreviewCounts, type PreviewRow } from './preview-rows';
import { SkippedList } from './skipped-list';
import { splitNotePath } from './split-note-path';
import { withToggled } from './with-toggled';

const TEXT = {
  notes: (count: number) => say(count === 1 ? '{count} note' : '{count} notes', { count: number(count) }),
  newNotes: (count: number) => say(count === 1 ? '{count} new note' : '{count} new notes', { count: number(count) }),
  repairs: (count: number) => say(count === 1 ? '{count} repair' : '{count} repairs', { count: number(count) }),
  restyles: (count: number) => say(count === 1 ? '{count} restyling' : '{count} restylings', { count: number(count) }),
  skipped: (count: number) => say('{count} left as they are', { count: number(count) }),
  kinds: say('What to change'),
  repairsHint: say('Repairs give a reference its target. Restyling turns links that work into wikilinks.'),
  mixed: say('A note that has both kinds shows the lines of both.'),
  planning: say('Working out the change…'),
  planFailed: (reason: string) => say('The change could not be worked out: {reason}', { reason }),
  tabs: say('Parts of the preview'),
  changesTab: say('Changes'),
  skippedTab: say('Left as they are'),
  allNotes: say('All notes'),
  include: (name: string) => say('Include {name}', { name }),
  isNew: say('New'),
  line: (line: number) => say('Line {line}', { line: number(line) }),
  removed: say('Removed: '),
  added: say('Added: '),
  nothing: say('There is nothing to change.'),
  change: (count: number) => say(count === 1 ? 'Change {count} note' : 'Change {count} notes', { count: number(count) }),
  create: (count: number) => say(count === 1 ? 'Create {count} note' : 'Create {count} notes', { count: number(count) }),
  createAndLink: (created: number, changed: number) => 
    say(created === 1 ? 'Create {created} note and link {changed}' : 'Create {created} notes and link {changed}', { created: number(created), changed: number(changed) }),
  createAndChange: (created: number, changed: number) => 
    say(created === 1 ? 'Create {created} note and change {changed}' : 'Create {created} notes and change {changed}', { created: number(created), changed: number(changed) }),
};

const KINDS: readonly { readonly only: OnlyKind; readonly text: string }[] = [
  { only: null, text: say('Both') },
  { only: 'repairs', text: say('Repairs only') },
  { only: 'restyling', text: say('Restyling only') },
];

/** What the user confirmed: paths of the notes to leave out, and the kind to confine the change to. */
export interface ConfirmedChange {
  readonly leftOut: ReadonlySet<string>;
  readonly only: OnlyKind;
}

export interface PreviewOptions {
  /** Offers to take repairs or restyling alone. */
  readonly offerKinds?: boolean;
  /**
   * Plans the change anew, confined to one kind, so that the lines shown are the lines that will be written. Without it
   * the notes that have nothing of the kind are left out, and a note that has both kinds shows the lines of both.
   */
  readonly planOnly?: (only: 'repairs' | 'restyling') => Promise<PlannedChange>;
}

interface ChangePreviewProps {
  readonly planned: PlannedChange;
  readonly options: PreviewOptions;
  readonly onConfirm: (confirmed: ConfirmedChange) => void;
  readonly onCancel: () => void;
}

/** What a change would do, note by note and line by line; each note can be left out. */
export function ChangePreview({ planned, options, onConfirm, onCancel }: ChangePreviewProps) {
  const root = useRef<HTMLDivElement>(null);
  const [only, setOnly] = useState<OnlyKind>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(planned.notes.length === 1 ? planned.notes.map((note) => note.path) : []));
  const [tab, setTab] = useState<'changes' | 'skipped'>(planned.notes.length === 0 && planned.skipped.length > 0 ? 'skipped' : 'changes');
  const plan = usePlanOfKind(planned, only, options.planOnly);
  const panel = `paperweave-preview-panel-${useId()}`;

  const shown = plan.planned;
  const notes = useMemo(() => (shown === null ? [] : notesOfKind(shown.notes, only)), [shown, only]);
  const counts = useMemo(() => countChanges(notes.filter((note) => !leftOut.has(note.path)), only), [notes, leftOut, only]);
  const chosen = counts.created + counts.changed;
  const hasTabs = shown !== null && shown.skipped.length > 0;
  const isSkips = hasTabs && tab === 'skipped';
  const canConfirm = shown !== null && chosen > 0;

  useFirstFocus(root);

  const confirm = (): void => {
    // Only what is shown can be left out knowingly: a note of the other kind is not part of the change anyway.
    if (canConfirm) onConfirm({ leftOut: new Set(notes.map((note) => note.path).filter((path) => leftOut.has(path))), only });
  };

  return (
    <div class="paperweave-preview" ref={root} onKeyDown={confirmOnEnter(confirm)}>
      <p class="paperweave-preview-summary" role="status">
        {plan.error ?? (shown === null ? TEXT.planning : summary(counts, shown.skipped.length))}
      </p>
      {options.offerKinds === true ? (
        <KindChoice only={only} isExact={options.planOnly !== undefined} onChoose={setOnly} />
      ) : null}
      {hasTabs ? (
        <PreviewTabs tab={tab} panel={panel} notes={notes.length} skipped={shown.skipped.length} onTab={setTab} />
      ) : null}
      <div
        class="paperweave-preview-panel"
        id={panel}
        {...(hasTabs ? { role: 'tabpanel', 'aria-label': isSkips ? TEXT.skippedTab : TEXT.changesTab } : {})}
        aria-busy={shown === null && plan.error === null}
      >
        {shown === null ? null : isSkips ? (
          <SkippedList skipped={shown.skipped} />
        ) : (
          <NoteList notes={notes} only={only} leftOut={leftOut} open={open} onLeaveOut={setLeftOut} onOpen={setOpen} />
        )}
      </div>
      <ModalButtons confirm={confirmText(planned.kind, counts)} canConfirm={canConfirm} onConfirm={confirm} onCancel={onCancel} />
    </div>
  );
}

function summary(counts: PreviewCounts, skipped: number): string {
  return [
    ...(counts.changed > 0 || counts.created === 0 ? [TEXT.notes(counts.changed)] : []),
    ...(counts.created > 0 ? [TEXT.newNotes(counts.created)] : []),
    ...(counts.repairs > 0 ? [TEXT.repairs(counts.repairs)] : []),
    ...(counts.restyles > 0 ? [TEXT.restyles(counts.restyles)] : []),
    ...(skipped > 0 ? [TEXT.skipped(skipped)] : []),
  ].join(' · ');
}

function confirmText(kind: ChangeKind, { created, changed }: PreviewCounts): string {
  if (created === 0) return TEXT.change(changed);
  if (changed === 0) return TEXT.create(created);
  return kind === 'create' ? TEXT.createAndLink(created, changed) : TEXT.createAndChange(created, changed);
}

/** The modal is shown before its content has effects: the first field, or else the primary button, takes the focus then. */
function useFirstFocus(root: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('input:checked[type="radio"]') ?? root.current?.querySelector<HTMLElement>('.mod-cta');
    first?.focus();
  }, [root]);
}

interface PlanOfKind {
  /** Null while it is being worked out, and where that failed. */
  readonly planned: PlannedChange | null;
  readonly error: string | null;
}

function usePlanOfKind(planned: PlannedChange, only: OnlyKind, planOnly: PreviewOptions['planOnly']): PlanOfKind {
  const [plans, setPlans] = useState<ReadonlyMap<OnlyKind, PlanOfKind>>(new Map());
  useEffect(() => {
    if (only === null || planOnly === undefined || plans.has(only)) return undefined;
    let isWanted = true;
    const keep = (plan: PlanOfKind): void => {
      if (isWanted) setPlans((known) => new Map(known).set(only, plan));
    };
    planOnly(only).then(
      (narrowed) => {
        keep({ planned: narrowed, error: null });
      },
      (thrown: unknown) => {
        keep({ planned: null, error: TEXT.planFailed(messageOf(thrown)) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [only, planOnly, plans]);
  if (only === null || planOnly === undefined) return { planned, error: null };
  return plans.get(only) ?? { planned: null, error: null };
}

interface KindChoiceProps {
  readonly only: OnlyKind;
  readonly isExact: boolean;
  readonly onChoose: (only: OnlyKind) => void;
}

function KindChoice({ only, isExact, onChoose }: KindChoiceProps) {
  // Ids of Preact are unique within one root only; a view behind the modal has a root of its own.
  const name = `paperweave-preview-kind-${useId()}`;
  const hint = `paperweave-preview-hint-${useId()}`;
  return (
    <div class="paperweave-preview-kinds" role="radiogroup" aria-label={TEXT.kinds} aria-describedby={hint}>
      <div class="paperweave-preview-kind-row">
        {KINDS.map((kind) => (
          <label key={kind.text} class="paperweave-preview-kind">
            <input
              type="radio"
              name={name}
              checked={kind.only === only}
              onChange={() => {
                onChoose(kind.only);
              }}
            />
            {kind.text}
          </label>
        ))}
      </div>
      <p class="paperweave-preview-hint" id={hint}>
        {only === null || isExact ? TEXT.repairsHint : TEXT.mixed}
      </p>
    </div>
  );
}

interface PreviewTabsProps {
  readonly tab: 'changes' | 'skipped';
  readonly panel: string;
  readonly notes: number;
  readonly skipped: number;
  readonly onTab: (tab: 'changes' | 'skipped') => void;
}

function PreviewTabs({ tab, panel, notes, skipped, onTab }: PreviewTabsProps) {
  const buttons = { changes: useRef<HTMLButtonElement>(null), skipped: useRef<HTMLButtonElement>(null) };
  const tabs = [
    { name: 'changes', text: TEXT.changesTab, count: notes },
    { name: 'skipped', text: TEXT.skippedTab, count: skipped },
  ] as const;
  return (
    <div
      class="paperweave-preview-tabs"
      role="tablist"
      aria-label={TEXT.tabs}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        const other = tab === 'changes' ? 'skipped' : 'changes';
        onTab(other);
        buttons[other].current?.focus();
      }}
    >
      {tabs.map(({ name, text, count }) => (
        <button
          key={name}
          ref={buttons[name]}
          class={`paperweave-preview-tab${name === tab ? ' is-active' : ''}`}
          role="tab"
          aria-selected={name === tab}
          aria-controls={panel}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => {
            onTab(name);
          }}
        >
          {text}
          <span class="paperweave-preview-tab-count">{number(count)}</span>
        </button>
      ))}
    </div>
  );
}

interface NoteListProps {
  readonly notes: readonly PlannedNote[];
  readonly only: OnlyKind;
  readonly leftOut: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly onLeaveOut: (leftOut: ReadonlySet<string>) => void;
  readonly onOpen: (open: ReadonlySet<string>) => void;
}

function NoteList({ notes, only, leftOut, open, onLeaveOut, onOpen }: NoteListProps) {
  const rows = useMemo(() => previewRows(notes, open), [notes, open]);
  const out = useMemo(() => notes.filter((note) => leftOut.has(note.path)).length, [notes, leftOut]);

  if (notes.length === 0) return <p class="paperweave-preview-nothing">{TEXT.nothing}</p>;
  return (
    <>
      {notes.length === 1 ? null : (
        <label class="paperweave-preview-all">
          <input
            type="checkbox"
            checked={out === 0}
            onChange={() => {
              // Notes that are not listed, being of the other kind, keep what was chosen for them.
              const changed = new Set(leftOut);
              for (const { path } of notes) {
                if (out === 0) changed.add(path);
                else changed.delete(path);
              }
              onLeaveOut(changed);
            }}
          />
          {TEXT.allNotes}
        </label>
      )}
      <MeasuredList
        label={TEXT.changesTab}
        rows={rows}
        rowKey={(row) => row.key}
        renderRow={(row) =>
          row.type === 'note' ? (
            <NoteRow
              note={row.note}
              only={only}
              isOpen={row.isOpen}
              isIn={!leftOut.has(row.note.path)}
              onOpen={() => {
                onOpen(withToggled(open, row.note.path));
              }}
              onLeaveOut={() => {
                onLeaveOut(withToggled(leftOut, row.note.path));
              }}
            />
          ) : (
            <DifferenceRow row={row} />
          )
        }
      />
    </>
  );
}

interface NoteRowProps {
  readonly note: PlannedNote;
  readonly only: OnlyKind;
  readonly isOpen: boolean;
  readonly isIn: boolean;
  readonly onOpen: () => void;
  readonly onLeaveOut: () => void;
}

function NoteRow({ note, only, isOpen, isIn, onOpen, onLeaveOut }: NoteRowProps) {
  const { name, folder } = splitNotePath(note.path);
  const { repairs, restyles } = countChanges([note], only);
  const facts = [
    ...(note.isNew ? [TEXT.isNew] : []),
    ...(repairs > 0 ? [TEXT.repairs(repairs)] : []),
    ...(restyles > 0 ? [TEXT.restyles(restyles)] : []),
  ];
  return (
    <div class={`paperweave-preview-note${isIn ? '' : ' is-left-out'}`}>
      <label class="paperweave-check">
        <input type="checkbox" aria-label={TEXT.include(name)} checked={isIn} onChange={onLeaveOut} />
      </label>
      <button class="paperweave-preview-toggle" aria-expanded={isOpen} onClick={onOpen}>
        <span class={`collapse-icon${isOpen ? '' : ' is-collapsed'}`}>
          <Icon name="right-triangle" />
        </span>
        <span class="paperweave-preview-name">{name}</span>
        <span class="paperweave-preview-folder">{folder}</span>
        <span class="paperweave-preview-facts">{listTexts(facts)}</span>
      </button>
    </div>
  );
}

function DifferenceRow({ row }: { readonly row: Exclude<PreviewRow, { type: 'note' }> }) {
  if (row.type === 'place') return <div class="paperweave-diff-place">{TEXT.line(row.line)}</div>;
  const isRemoved = row.side === 'removed';
  return (
    <div class={`paperweave-diff-line mod-${row.side}${row.other === null ? ' mod-whole' : ''}`}>
      <span class="paperweave-diff-sign" aria-hidden="true">
        {isRemoved ? '−' : '+'}
      </span>
      <span class="paperweave-visually-hidden">{isRemoved ? TEXT.removed : TEXT.added}</span>
      <span class="paperweave-diff-text" dir="auto">
        {lineParts(row.text, row.other).map((part, index) => {
          if (!part.isChanged) return part.text;
          return isRemoved ? <del key={index}>{part.text}</del> : <ins key={index}>{part.text}</ins>;
        })}
      </span>
    </div>
  );
}
