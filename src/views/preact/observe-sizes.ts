/**
 * An observer of the sizes of an element and of others in its window. One that belongs to another window, which a dashboard in a window of
 * its own would have, is told only when that other window happens to draw something.
 */
export function observeSizes(element: Element, callback: ResizeObserverCallback): ResizeObserver {
  const observer = new (element.ownerDocument.defaultView ?? window).ResizeObserver(callback);
  observer.observe(element);
  return observer;
}
