import fc from 'fast-check';
import { SortedAnswers } from '../../src/core/sorted-answers';

interface Item {
  readonly name: string;
  readonly rank: number;
}

const compare = (a: Item, b: Item): number => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

describe('SortedAnswers', () => {
  it('should list what was put, as if it were sorted anew each time it is asked for', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), rank: fc.option(fc.nat(3)) }) },
      { weight: 1, arbitrary: fc.constant('ask' as const) },
    );
    let listed = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const answers = new SortedAnswers(compare);
        const known = new Map<string, Item>();
        for (const each of [...steps, 'ask' as const]) {
          if (each === 'ask') {
            expect(answers.values()).toEqual([...known.values()].sort(compare));
            listed += known.size;
          } else if (each.rank === null) {
            known.delete(each.name);
            answers.put(each.name, null);
          } else {
            const item = { name: each.name, rank: each.rank };
            known.set(each.name, item);
            answers.put(each.name, item);
          }
        }
      }),
      { seed: 20261128, numRuns: 500 },
    );
    expect(listed).toBeGreaterThan(500);
  });

  it('should place very many in pieces, and list them no matter how far that came', () => {
    const answers = new SortedAnswers(compare);
    const known = new Map<string, Item>();
    const put = (name: string, rank: number | null): void => {
      const item = rank === null ? null : { name, rank };
      if (item === null) known.delete(name);
      else known.set(name, item);
      answers.put(name, item);
    };
    for (let at = 0; at < 5000; at += 1) put(String(at), (at * 7919) % 1000);
    expect(answers.settle(() => false)).toBe(false);
    for (let at = 0; at < 3000; at += 3) put(String(at), null);
    for (let at = 1; at < 3000; at += 3) put(String(at), at % 10);
    expect(answers.settle(() => false)).toBe(false);
    expect(answers.values()).toEqual([...known.values()].sort(compare));
    expect(answers.settle(() => false)).toBe(true);
    for (let at = 0; at < 100; at += 1) put(String(at), 5);
    expect(answers.values()).toEqual([...known.values()].sort(compare));
  });

  it('should be the same list until something was put', () => {
    const answers = new SortedAnswers(compare);
    answers.put('a', { name: 'a', rank: 1 });
    const first = answers.values();
    expect(answers.values()).toBe(first);
    answers.put('b', { name: 'b', rank: 0 });
    expect(answers.values()).not.toBe(first);
    expect(first).toHaveLength(1);
  });

  it('should find the place of one more item by halving, and not sort or walk', () => {
    let compared = 0;
    const answers = new SortedAnswers<Item>((a, b) => {
      compared += 1;
      return compare(a, b);
    });
    for (let rank = 0; rank < 1000; rank += 1) answers.put(String(rank), { name: String(rank), rank });
    answers.values();
    compared = 0;
    answers.put('new', { name: 'new', rank: 500 });
    expect(answers.values()[501]?.name).toBe('new');
    expect(compared).toBeLessThan(12);
  });
});
