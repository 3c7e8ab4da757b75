/**
 * The key handler of a modal's content by which Enter confirms from every field. Enter on a button presses the button,
 * and Enter that ends the input of a character (Chinese, Japanese, Korean) belongs to the input. `confirm` is told the field.
 */
export function confirmOnEnter(confirm: (field: Element) => void): (event: KeyboardEvent) => void {
  return (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !isElement(target)) return;
    if (target.closest('button, a, [role="button"], textarea') !== null) return;
    event.preventDefault();
    confirm(target);
  };
}

/** By its ability, not by its class: in a pop-out window elements have classes of their own. */
function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target;
}
