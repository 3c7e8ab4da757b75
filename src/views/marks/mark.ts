import type { StatusLook } from '../../core/dashboard/status-look';
import { say } from '../../language/say';
import { statusClass } from '../preact/status-dot';

/** A status as a small sign beside a link: colour and shape as in the dashboard, named for screen readers and, by Obsidian, on hover. */
export function createMark(look: StatusLook): HTMLElement {
  const mark = createSpan();
  dressMark(mark, look);
  return mark;
}

/** Makes a mark show another status; one that shows it already is left alone. */
export function dressMark(mark: HTMLElement, look: StatusLook): void {
  const classes = `paperweave-dot paperweave-mark ${statusClass(look)}`;
  const name = say('Status: {status}', { status: look.label });
  if (mark.className === classes && mark.getAttribute('aria-label') === name) return;
  mark.className = classes;
  mark.setAttrs({ role: 'img', 'aria-label': name });
}
