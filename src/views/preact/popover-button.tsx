import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { px, type PaperweaveProperty } from './css-props';
import { Icon } from './icon';
import { observeSizes } from './observe-sizes';
import { useUniqueId } from './use-unique-id';

/** Kept free between a popover, its button and the edge of the pane, in pixels, as the style sheet has it. */
const EDGE = 4;
/** A popover may be so high also where there is less room below its button, in pixels. */
const LEAST_ROOM = 240;

interface PopoverButtonProps {
  /** On the button; with `icon` alone it is the button's name. */
  readonly text: string;
  /** Name for screen readers, where the text does not say all. */
  readonly label?: string;
  readonly icon?: string;
  /** Shown behind the text. */
  readonly badge?: string | null;
  readonly isActive?: boolean;
  /** What the popover is for. */
  readonly title: string;
  /** Drawn while it is open; `close` closes it and gives the focus back to the button. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens a popover below it. Escape, a press outside and the focus leaving it close it. */
export function PopoverButton({ text, label, icon, badge = null, isActive = false, title, children }: PopoverButtonProps) {
  const id = useUniqueId();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const page = root.current?.ownerDocument;
    const closeOutside = (event: Event): void => {
      if (root.current !== null && !event.composedPath().includes(root.current)) setOpen(false);
    };
    // Where what had the focus is gone, or is nothing that can have it, the key reaches the page alone.
    const closeOnPage = (event: KeyboardEvent): void => {
      if (event.target === page?.body) closeOnEscape(event);
    };
    page?.addEventListener('pointerdown', closeOutside, true);
    page?.addEventListener('keydown', closeOnPage);
    return () => {
      page?.removeEventListener('pointerdown', closeOutside, true);
      page?.removeEventListener('keydown', closeOnPage);
    };
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  return (
    <div
      class="paperweave-filter"
      ref={root}
      onKeyDown={closeOnEscape}
      onFocusOut={(event) => {
        const { relatedTarget } = event;
        if (relatedTarget !== null && root.current?.contains(relatedTarget as Node) === false) setOpen(false);
      }}
    >
      <button
        ref={button}
        class={`paperweave-filter-button${isActive ? ' is-active' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {icon === undefined ? null : <Icon name={icon} />}
        {text}
        {badge === null ? null : <span class="paperweave-filter-number">{badge}</span>}
        <Icon name="chevron-down" />
      </button>
      {isOpen ? (
        <Popover id={id} title={title}>
          {children(close)}
        </Popover>
      ) : null}
    </div>
  );
}

function Popover({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) {
  const popover = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    settlePopover(popover.current);
    const pane = popover.current?.closest('.paperweave-dashboard');
    if (!pane) return undefined;
    // The keyboard of a phone, say, makes the pane lower.
    const resizes = observeSizes(pane, () => {
      keepInside(popover.current);
    });
    return () => {
      resizes.disconnect();
    };
  }, []);
  return (
    <div class="paperweave-popover" id={id} role="dialog" aria-label={title} ref={popover}>
      {children}
    </div>
  );
}

/**
 * Gives the focus to the first control of the popover that the element is in, and keeps the popover in the pane. To be called once its
 * controls are there, where they come later than the popover.
 */
export function settlePopover(element: HTMLElement | null): void {
  const popover = element?.closest<HTMLElement>('.paperweave-popover') ?? null;
  popover?.querySelector<HTMLElement>('input, button, select')?.focus();
  keepInside(popover);
}

/**
 * A popover near the end of the bar opens towards its start, and one for which there is little room below its button begins higher, so that no
 * part of it is cut off.
 */
function keepInside(popover: HTMLElement | null): void {
  const pane = popover?.closest('.paperweave-dashboard')?.getBoundingClientRect();
  if (!popover || pane === undefined) return;
  const { left, right } = popover.getBoundingClientRect();
  if (right > pane.right || left < pane.left) popover.classList.add('mod-end');
  const below = pane.bottom - (popover.offsetParent?.getBoundingClientRect().bottom ?? 0) - 2 * EDGE;
  const set = (name: PaperweaveProperty, length: number): void => {
    popover.style.setProperty(name, px(length));
  };
  set('--paperweave-popover-room', Math.max(below, Math.min(LEAST_ROOM, pane.height - 2 * EDGE)));
  set('--paperweave-popover-lift', Math.min(0, below - popover.offsetHeight));
}
