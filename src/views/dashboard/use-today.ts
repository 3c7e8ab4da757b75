import { useEffect, useState } from 'preact/hooks';

const MINUTE_MS = 60_000;

/** The day as it is whenever it is asked (`yyyy-MM-dd`), drawn anew soon after midnight and after a sleep across it. */
export function useToday(today: () => string): string {
  const [, setShown] = useState(today);
  useEffect(() => {
    const timer = window.setInterval(() => {
      setShown(today());
    }, MINUTE_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [today]);
  return today();
}
