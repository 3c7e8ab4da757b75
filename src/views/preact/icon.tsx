import { setIcon } from 'obsidian';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface IconProps {
  /** Lucide name, as Obsidian knows it. */
  readonly name: string;
}

/** One of Obsidian's icons. It only decorates: what carries it has the label. */
export function Icon({ name }: IconProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null) setIcon(element.current, name);
  }, [name]);
  return <span class="paperweave-icon" aria-hidden="true" ref={element} />;
}
