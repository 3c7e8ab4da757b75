/** @jest-environment jsdom */
import { h, render } from 'preact';
import { VirtualList, type VirtualListHandle } from '../../../src/views/preact/virtual-list';
import { completeDom } from '../dashboard/open-dashboard';

/** Draws a list of the given rows into the page; the row of the name `kept` is the one that keeps its element. */
function draw(rows: readonly string[], kept = ''): void {
  const handle = { current: null as VirtualListHandle | null };
  render(
    h(VirtualList, {
      handle,
      count: rows.length,
      rowHeight: 20,
      rowKey: (index) => rows[index] ?? '',
      keepRow: rows.indexOf(kept),
      resetKey: '',
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
