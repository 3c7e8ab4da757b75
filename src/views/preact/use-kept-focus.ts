import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Keeps the focus in the part of the view that an element is in, where the control that has it goes away, or is turned off, as that part is
 * drawn anew: it goes to the next control that is still there, or else to the one before, to what stands there instead, or to the part
 * itself where that can have it.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>): void {
  // Asked before anything is drawn anew: what is removed loses the focus without a word.
  const part = element.current?.closest<HTMLElement>('.paperweave-panel, .paperweave-popover, .paperweave-cite, .paperweave-preview, .mod-base');
  const page = part?.ownerDocument;
  const focused = page?.activeElement;
  const controls = focused && part?.contains(focused) ? controlsOf(part) : [];

  useLayoutEffect(() => {
    // What took the focus meanwhile keeps it.
    if (!part || controls.length === 0 || page?.activeElement?.matches('body, :disabled') !== true) return;
    const at = controls.findIndex((control) => control === focused);
    const isKept = [...controls.slice(at + 1), ...controls.slice(0, Math.max(0, at)).reverse(), ...controlsOf(part)].some((control) => {
      // One that is gone or turned off does not take it.
      // Without scrolling: it may have gone because the list was scrolled.
      if (control.tabIndex >= 0) control.focus({ preventScroll: true });
      return page.activeElement === control;
    });
    if (!isKept) part.focus({ preventScroll: true });
  });
}

const controlsOf = (part: HTMLElement): readonly HTMLElement[] => [...part.querySelectorAll<HTMLElement>('a, button, input, select, [tabindex]')];
