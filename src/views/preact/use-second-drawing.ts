import { useEffect, useState } from 'preact/hooks';

/**
 * False for the first drawing that leaves something for a second one (`isNeeded`), which follows in a task of its own; true from then on. To make elements costs more than to change them: what makes many does so in two tasks, between which others get their turn.
 */
export function useSecondDrawing(isNeeded: boolean): boolean {
  const [isSecond, setSecond] = useState(false);
  const isWaiting = isNeeded && !isSecond;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = window.setTimeout(() => {
      setSecond(true);
    }, 0);
    return () => {
      window.clearTimeout(timer);
    };
  }, [isWaiting]);
  return isSecond;
}
