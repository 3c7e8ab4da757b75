/** Whether text runs from right to left where this element stands, so that arrow keys go the way they look. */
export function isRightToLeft(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).direction === 'rtl';
}
