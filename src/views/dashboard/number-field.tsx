import type { InputHTMLAttributes } from 'preact';

interface NumberFieldProps extends Pick<InputHTMLAttributes, 'title' | 'aria-label' | 'onBlur' | 'onKeyDown'> {
  readonly value: number;
  /** Told what is a number as it stands, and nothing while the field is empty. */
  readonly onNumber: (entered: number) => void;
}

/** A field of a toolbar for a whole number from 1. */
export function NumberField({ onNumber, ...attributes }: NumberFieldProps) {
  return (
    <input
      class="paperweave-number"
      type="number"
      min={1}
      step={1}
      {...attributes}
      onInput={(event) => {
        const entered = event.currentTarget.valueAsNumber;
        if (Number.isFinite(entered)) onNumber(entered);
      }}
    />
  );
}
