import { isRightToLeft } from './is-right-to-left';

/** The key as it would be where text runs from left to right: arrow keys go the way they look. */
export function turnedKey(event: KeyboardEvent): string {
  const { key } = event;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return key;
  const element = event.target as Element | null;
  if (element === null || !isRightToLeft(element)) return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
}
