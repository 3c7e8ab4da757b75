import fc from 'fast-check';
import { SortedAnswers } from '../../../src/core/collections/sorted-answers';

interface Item {
  readonly name: string;
  readonly rank: number;
}

const compare = (a: Item, b: Item): number => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Items by name, told to a list as they come, change and go. */
class Told {
  readonly answers = new SortedAnswers(compare);
  readonly known = new Map<string, Item>();

  put(name: string, rank: number | null): void {
    const before = this.known.get(name);
    if (before) this.answers.remove(before);
    this.known.delete(name);
    if (rank === null) return;
    const item = { name, rank };
    this.known.set(name, item);
    this.answers.add(item);
  }

  sorted(): Item[] {
    return [...this.known.values()].sort(compare);
  }
}

describe('SortedAnswers', () => {
  it('should list what was put, as if it were sorted anew each time it is asked for', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), rank: fc.option(fc.nat(3)) }) },
      { weight: 1, arbitrary: fc.constant('ask' as const) },
    );
    let listed = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const told = new Told();
        for (const each of [...steps, 'ask' as const]) {
          expect(told.answers.size).toBe(told.known.size);
          if (each === 'ask') {
            expect(told.answers.values()).toEqual(told.sorted());
            listed += told.known.size;
          } else told.put(each.name, each.rank);
        }
      }),
      { seed: 20261128, numRuns: 500 },
    );
    expect(listed).toBeGreaterThan(500);
  });

  it('should place very many in pieces, and list them no matter how far that came', () => {
    const told = new Told();
    for (let at = 0; at < 5000; at += 1) told.put(String(at), (at * 7919) % 1000);
    expect(told.answers.settle(() => false)).toBe(false);
    for (let at = 0; at < 3000; at += 3) told.put(String(at), null);
    for (let at = 1; at < 3000; at += 3) told.put(String(at), at % 10);
    expect(told.answers.settle(() => false)).toBe(false);
    expect(told.answers.values()).toEqual(told.sorted());
    expect(told.answers.settle(() => false)).toBe(true);
    expect(told.answers.waiting).toBe(0);
    for (let at = 0; at < 100; at += 1) told.put(String(at), 5);
    expect(told.answers.values()).toEqual(told.sorted());
    for (let at = 0; at < 5000; at += 1) told.put(String(at), null);
    expect(told.answers.values()).toEqual([]);
  });

  it('should be the same list until something was told', () => {
    const told = new Told();
    told.put('a', 1);
    const first = told.answers.values();
    expect(told.answers.values()).toBe(first);
    told.put('b', 0);
    expect(told.answers.values()).not.toBe(first);
    expect(first).toHaveLength(1);
  });

  it('should keep an item in its place that is told to go and to come before the list is asked for', () => {
    const answers = new SortedAnswers(compare);
    const item = { name: 'a', rank: 1 };
    answers.add(item);
    expect(answers.values()).toEqual([item]);
    answers.remove(item);
    answers.add(item);
    expect(answers.values()).toEqual([item]);
  });

  it('should find the place of one more item by halving, and not sort or walk', () => {
    let compared = 0;
    const answers = new SortedAnswers<Item>((a, b) => {
      compared += 1;
      return compare(a, b);
    });
    for (let rank = 0; rank < 1000; rank += 1) answers.add({ name: String(rank), rank });
    answers.values();
    compared = 0;
    answers.add({ name: 'new', rank: 500 });
    expect(answers.values()[501]?.name).toBe('new');
    expect(compared).toBeLessThan(14);
  });
});
