import { useEffect, useMemo, useState } from 'preact/hooks';

/**
 * A value that may take a while to compute: at once, or in a task of its own after drawing, so that several of them do not hold up
 * one frame. Meanwhile it is the earlier one, null at first. It is computed anew when one of `inputs` changes.
 */
export function useInTurn<T>(compute: () => T, inputs: readonly unknown[], atOnce: boolean): T | null {
  const now = useMemo(() => (atOnce ? { value: compute() } : null), [...inputs, atOnce]);
  const [later, setLater] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    if (atOnce) return undefined;
    const timer = window.setTimeout(() => {
      setLater({ value: compute() });
    }, 0);
    return () => {
      window.clearTimeout(timer);
    };
  }, [...inputs, atOnce]);
  return (now ?? later)?.value ?? null;
}
