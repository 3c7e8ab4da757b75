import { useEffect, useState } from 'preact/hooks';

/**
 * False for the first drawing of a turn that leaves something for a second one (`isNeeded`), which follows in a task of its own; true for
 * the rest of the turn. To make elements costs more than to change them: what makes many does so in two tasks, between which others get
 * their turn.
 */
export function useSecondDrawing(isNeeded: boolean, turn = 0): boolean {
  const [drawn, setDrawn] = useState(-1);
  const isSecond = drawn === turn;
  const isWaiting = isNeeded && !isSecond;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = window.setTimeout(() => {
      setDrawn(turn);
    }, 0);
    return () => {
      window.clearTimeout(timer);
    };
  }, [isWaiting, turn]);
  return isSecond;
}
