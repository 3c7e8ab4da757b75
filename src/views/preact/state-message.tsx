import type { ComponentChildren } from 'preact';

interface StateMessageProps {
  readonly title?: string;
  /** What there is to say below the title, a paragraph each. */
  readonly texts?: readonly string[];
  readonly role?: 'alert' | 'status';
  /** What can be done: buttons. */
  readonly children?: ComponentChildren;
}

/** Stands where a view has nothing to show: what is the matter, and what can be done. */
export function StateMessage({ title, texts = [], role, children }: StateMessageProps) {
  return (
    <div class="paperweave-state" role={role}>
      {title === undefined ? null : <p class="paperweave-state-title">{title}</p>}
      {texts.map((text) => (
        <p key={text} class="paperweave-state-text">
          {text}
        </p>
      ))}
      {children}
    </div>
  );
}
