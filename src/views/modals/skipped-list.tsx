import { useMemo, useState } from 'preact/hooks';
import type { Skip, SkipReason } from '../../core/changes/skip';
import { say } from '../../language/say';
import { Icon } from '../preact/icon';
import { number } from './count-of';
import { MeasuredList } from './measured-list';
import { skipRows, type SkipRow } from './preview-rows';
import { SKIP_REASON_TEXT } from './skip-reason-text';
import { splitNotePath } from './split-note-path';
import { withToggled } from './with-toggled';

const TEXT = { skipped: say('Left as they are') };

/** Reasons are opened at first where all their cases fit on a screen. */
const FEW_SKIPS = 12;

/** What is left as it is, by reason; each reason can be opened. */
export function SkippedList({ skipped }: { readonly skipped: readonly Skip[] }) {
  const [open, setOpen] = useState<ReadonlySet<SkipReason>>(
    () => new Set(skipped.length <= FEW_SKIPS ? skipped.map((skip) => skip.reason) : []),
  );
  const rows = useMemo(() => skipRows(skipped, open), [skipped, open]);
  return (
    <MeasuredList
      label={TEXT.skipped}
      rows={rows}
      rowKey={(row) => row.key}
      renderRow={(row) => (
        <SkippedRow
          row={row}
          onOpen={(reason) => {
            setOpen(withToggled(open, reason));
          }}
        />
      )}
    />
  );
}

function SkippedRow({ row, onOpen }: { readonly row: SkipRow; readonly onOpen: (reason: SkipReason) => void }) {
  if (row.type === 'reason') {
    return (
      <button
        class="paperweave-preview-toggle mod-reason"
        aria-expanded={row.isOpen}
        onClick={() => {
          onOpen(row.reason);
        }}
      >
        <span class={`collapse-icon${row.isOpen ? '' : ' is-collapsed'}`}>
          <Icon name="right-triangle" />
        </span>
        <span class="paperweave-preview-name">{SKIP_REASON_TEXT[row.reason]}</span>
        <span class="paperweave-preview-facts">{number(row.count)}</span>
      </button>
    );
  }
  const { skip } = row;
  const { name } = splitNotePath(skip.path);
  return (
    <div class="paperweave-preview-skip">
      <span class="paperweave-preview-skip-place">{skip.line === undefined ? name : `${name}:${String(skip.line)}`}</span>
      <span>{skip.message}</span>
    </div>
  );
}
