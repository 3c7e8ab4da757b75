/** @jest-environment jsdom */
import { h, render } from 'preact';
import { TimedChannel } from '../../host/timed-channel';
import { useSlicedWork, type SlicedResult } from '../../../src/views/preact/use-sliced-work';

Object.assign(window, { MessageChannel: TimedChannel });

interface Stage {
  readonly kept: { current: SlicedResult<string> | null };
  readonly begun: string[];
  readonly shown: (string | null)[];
  draw(input: string): void;
}

/** A clock that goes on by a second with every look at it: each slice does one step, and no more. */
function slowClock(): void {
  let time = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => (time += 1000));
}

/** A component that shows the result of a work of so many steps through so many items, and what it did. */
function stage(steps: number, kept: Stage['kept'] = { current: null }, items = 10): Stage {
  const begun: string[] = [];
  const shown: (string | null)[] = [];
  function* work(input: string): Generator<undefined, string> {
    begun.push(input);
    for (let step = 1; step < steps; step += 1) yield;
    if (input === 'bad') throw new Error('out of order');
    return `result of ${input}`;
  }
  function Shown({ input }: { readonly input: string }) {
    const [question, facts] = input.split('/');
    const { value } = useSlicedWork({ kept, question: [question], facts: [facts], items, begin: () => work(input) });
    shown.push(value);
    return h('p', null, value ?? 'at work');
  }
  return {
    kept,
    begun,
    shown,
    draw: (input) => render(h(Shown, { input }), document.body),
  };
}

const rest = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 60));

/** Waits for what a busy machine may take long to do. */
async function until(isSo: () => boolean): Promise<void> {
  for (let waits = 0; waits < 500 && !isSo(); waits += 1) await new Promise((resolve) => window.setTimeout(resolve, 10));
}

afterEach(() => {
  render(null, document.body);
  jest.restoreAllMocks();
});

describe('useSlicedWork', () => {
  it('should have the result of a short work at once, and do it once', async () => {
    const { draw, shown, begun } = stage(50);
    draw('a');
    draw('a');
    await rest();
    expect([shown, begun]).toEqual([['result of a', 'result of a'], ['a']]);
  });

  it('should let other tasks have their turn in a long one, and show its result when it is there', async () => {
    slowClock();
    const { draw, shown } = stage(5);
    draw('a');
    expect(shown).toEqual([null]);
    await until(() => shown.length > 1);
    expect(shown).toEqual([null, 'result of a']);
    expect(document.body.textContent).toBe('result of a');
  });

  it('should drop the work on a question that is no longer asked, and show the result before meanwhile', async () => {
    slowClock();
    const { draw, shown, begun } = stage(5);
    draw('a');
    draw('b');
    await until(() => shown.length > 2);
    draw('c');
    await until(() => shown.length > 4);
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(shown).toEqual([null, null, 'result of b', 'result of b', 'result of c']);
  });

  it('should end what is begun where the facts change, and then begin anew on the newest', async () => {
    slowClock();
    const { draw, shown, begun } = stage(5);
    for (const input of ['a/1', 'a/2', 'a/3']) draw(input);
    await until(() => shown.length > 4);
    expect(begun).toEqual(['a/1', 'a/3']);
    expect(shown.slice(3)).toEqual(['result of a/1', 'result of a/3']);
  });

  it('should leave a work through many items for after the drawing', async () => {
    const { draw, shown } = stage(1, { current: null }, 5_000);
    draw('a');
    expect(shown).toEqual([null]);
    await until(() => shown.length > 1);
    expect(shown).toEqual([null, 'result of a']);
  });

  it('should find a result again that outlived the component', () => {
    const kept: Stage['kept'] = { current: null };
    stage(1, kept).draw('a');
    render(null, document.body);
    const { draw, shown, begun } = stage(1, kept);
    draw('a');
    expect([shown, begun]).toEqual([['result of a'], []]);
  });

  it('should stop when the component goes away', async () => {
    slowClock();
    const { draw, kept } = stage(400);
    draw('a');
    await rest();
    render(null, document.body);
    for (let waits = 0; waits < 20; waits += 1) await rest();
    expect(kept.current).toBeNull();
  });

  it('should throw what the work throws where it is drawn, also from a later slice', async () => {
    const { draw, begun } = stage(1);
    expect(() => draw('bad')).toThrow('out of order');
    expect(() => draw('bad')).toThrow('out of order');
    expect(begun).toEqual(['bad', 'bad']);
    slowClock();
    const thrown: unknown[] = [];
    window.addEventListener('error', (event) => {
      event.preventDefault();
      thrown.push(event.error);
    }, { once: true });
    const later = stage(4);
    later.draw('bad');
    await until(() => thrown.length > 0);
    expect(later.kept.current).toBeNull();
    expect(thrown).toEqual([new Error('out of order')]);
  });
});
