import type { ComponentChildren } from 'preact';

interface SwitchButtonProps {
  readonly isOn: boolean;
  readonly onPress: () => void;
  /** What it does, for the pointer that rests on it. */
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A button of a toolbar that stays down. */
export function SwitchButton({ isOn, onPress, title, children }: SwitchButtonProps) {
  return (
    <button class={`paperweave-filter-button${isOn ? ' is-active' : ''}`} aria-pressed={isOn} title={title} onClick={onPress}>
      {children}
    </button>
  );
}
