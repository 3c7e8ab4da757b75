import { act } from 'preact/test-utils';

/** What is found must be there: a test that looks for nothing proves nothing. */
export function find<E extends HTMLElement = HTMLElement>(selector: string, text?: string): E {
  const found = [...document.querySelectorAll<E>(selector)].find((element) => text === undefined || element.textContent?.includes(text));
  if (found === undefined) throw new Error(`Nothing matches ${selector}${text === undefined ? '' : ` with the text ${text}`}.`);
  return found;
}

export const textsOf = (selector: string): readonly string[] => [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');

/** Clicks as a user does, and waits until everything that follows is drawn. */
export async function click(element: HTMLElement, init: MouseEventInit = {}): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new MouseEvent(init.button === 1 ? 'auxclick' : 'click', { bubbles: true, cancelable: true, ...init }));
    await Promise.resolve();
  });
}

export async function pressKey(element: Element, key: string, init: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
    await Promise.resolve();
  });
}

export async function type(input: HTMLInputElement, value: string): Promise<void> {
  await act(async () => {
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await Promise.resolve();
  });
}

/** Lets a modal open and its effects (the first focus) happen; gives the promise back, still open. */
export async function opening<T>(open: () => Promise<T>): Promise<{ readonly answer: Promise<T> }> {
  let answer: Promise<T> | null = null;
  await act(async () => {
    answer = open();
    await Promise.resolve();
  });
  if (answer === null) throw new Error('The modal was not opened.');
  return { answer };
}
