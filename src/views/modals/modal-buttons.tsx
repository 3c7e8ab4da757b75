import type { RefObject } from 'preact';
import { say } from '../../language/say';

const TEXT = { cancel: say('Cancel') };

interface ModalButtonsProps {
  readonly confirm: string;
  readonly canConfirm: boolean;
  readonly confirmRef?: RefObject<HTMLButtonElement>;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The row of buttons below a modal: the primary one and Cancel. */
export function ModalButtons({ confirm, canConfirm, confirmRef, onConfirm, onCancel }: ModalButtonsProps) {
  return (
    <div class="modal-button-container paperweave-modal-buttons">
      <button class="mod-cta" ref={confirmRef} disabled={!canConfirm} onClick={onConfirm}>
        {confirm}
      </button>
      <button class="mod-cancel" onClick={onCancel}>
        {TEXT.cancel}
      </button>
    </div>
  );
}
