/** @jest-environment jsdom */
import { h, render } from 'preact';
import { VirtualList, type VirtualListHandle } from '../../../src/views/preact/virtual-list';
import { completeDom, settle } from '../dashboard/open-dashboard';

/** Draws a list of the given rows into the page; the row of the name `kept` is the one that keeps its element. */
function draw(rows: readonly string[], kept = '', resetKey = ''): void {
  const handle = { current: null as VirtualListHandle | null };
  render(
    h(VirtualList, {
      handle,
      count: rows.length,
      rowHeight: 20,
      rowKey: (index) => rows[index] ?? '',
      keepRow: rows.indexOf(kept),
      resetKey,
      initialScroll: 0,
      onScroll: () => undefined,
      rootProps: { role: 'list' },
      renderRow: (index) => h('div', { 'data-paperweave-row': index, tabIndex: -1 }, rows[index]),
    }),
    document.body,
  );
}

const drawn = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-paperweave-row]')];
const named = (name: string): HTMLElement | undefined => drawn().find((row) => row.textContent === name);

/** As a browser tells of it, and so that Preact has drawn what follows from it, but for what comes in a task of its own. */
async function scroll(top: number): Promise<void> {
  const [list] = document.querySelectorAll('[role=list]');
  Object.assign(list ?? {}, { scrollTop: top });
  list?.dispatchEvent(new Event('scroll'));
  await Promise.resolve();
}

beforeAll(completeDom);
afterEach(() => {
  render(null, document.body);
  jest.useRealTimers();
});

describe('VirtualList', () => {
  it('should draw the first rows at once, those that fill the screen in a task of their own, and never all', () => {
    jest.useFakeTimers();
    draw(Array.from({ length: 1000 }, (_, at) => `row ${String(at)}`));
    expect(drawn()).toHaveLength(16);
    jest.runAllTimers();
    jest.useRealTimers();
    draw(Array.from({ length: 1000 }, (_, at) => `row ${String(at)}`));
    expect(drawn().length).toBeGreaterThan(32);
    expect(drawn().length).toBeLessThan(60);
  });

  it('should draw after a jump what is seen first, and the rest in a task of its own', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `row ${String(at)}`);
    draw(rows);
    await settle();
    await scroll(20 * 700);
    expect(drawn().map((row) => row.textContent)).toEqual(rows.slice(700, 716));
    await settle();
    const whole = drawn().map((row) => row.textContent);
    expect(whole.length).toBeGreaterThan(32);
    expect(whole.slice(4, 20)).toEqual(rows.slice(700, 716));
    // Rows that are there stay while the list is scrolled on.
    await scroll(20 * 708);
    expect(drawn().length).toBeGreaterThan(32);
  });

  it('should draw the first rows of a list that goes back to its top, and none where it was', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `row ${String(at)}`);
    draw(rows);
    await settle();
    await scroll(20 * 700);
    await settle();
    draw([...rows].reverse(), '', 'another question');
    expect(drawn().map((row) => row.textContent)).toEqual([...rows].reverse().slice(0, 16));
  });

  it('should draw rows in another order in the elements that are there, and leave the focus with its row', () => {
    draw(['a', 'b', 'c', 'd'], 'b');
    const before = drawn();
    named('b')?.focus();
    draw(['d', 'c', 'a', 'b'], 'b');
    expect(drawn().map((row) => row.textContent)).toEqual(['d', 'c', 'a', 'b']);
    expect(named('b')).toBe(before[1]);
    expect(named('d')).toBe(before[0]);
    expect(named('a')).toBe(before[2]);
  });
});
