/**
 * Runs `then` where an element that lost the focus was left. One that is taken away with its row or its pane loses the focus
 * too, before it is gone, and what was begun in it was not confirmed.
 */
export function whenLeft(element: Element, then: () => void): void {
  queueMicrotask(() => {
    if (element.isConnected) then();
  });
}
