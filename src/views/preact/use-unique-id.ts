import { useState } from 'preact/hooks';

let given = 0;

/** An id that no other element has. Preact's own begin anew in each view, and views stand side by side in one document. */
export function useUniqueId(): string {
  const [id] = useState(() => {
    given += 1;
    return `paperweave-${String(given)}`;
  });
  return id;
}
