import fc from 'fast-check';
import type { TextOrder } from '../../../src/core/collections/text-order';
import { SharedTextRanks } from '../../../src/core/dashboard/shared-text-ranks';
import { NO_PLACE, TextRanks, type RankedTexts } from '../../../src/core/dashboard/text-ranks';
import { finishSteps } from '../../support/finish-steps';
import { propertyRuns } from '../../support/property-runs';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

interface Named {
  readonly id: number;
  readonly name: string | null;
}

const isSame = (before: Named, now: Named): boolean => before.id === now.id;
const textOf = ({ name }: Named): string | null => name;
const named = (names: readonly (string | null)[]): readonly Named[] => names.map((name, id) => ({ id, name }));
const place = (ranks: RankedTexts<Named>, items: readonly Named[]): readonly number[] => finishSteps(ranks.place(items, textOf));

/** A collator that counts what it is asked. */
function counting(): { readonly compare: (a: string, b: string) => number; asked: number } {
  const counter = {
    asked: 0,
    compare: (a: string, b: string): number => {
      counter.asked += 1;
      return collator.compare(a, b);
    },
  };
  return counter;
}

describe.each([
  ['TextRanks', (order: TextOrder): RankedTexts<Named> => new TextRanks(order, isSame)],
  ['SharedTextRanks', (order: TextOrder): RankedTexts<Named> => new SharedTextRanks(order)],
])('%s', (_, make) => {
  it('should place texts as a reader does, and equal ones together', () => {
    const ranks = make(collator);
    expect(place(ranks, named(['Part 10', 'élan', '', 'Part 2', 'Elan', 'alpha', 'Part 10', null]))).toEqual([3, 1, NO_PLACE, 2, 1, 0, 3, NO_PLACE]);
    expect(ranks.count).toBe(4);
  });

  it('should place one more text without comparing all the others again', () => {
    const order = counting();
    const ranks = make(order);
    const items = named(Array.from({ length: 1000 }, (_, index) => `title ${String(index)}`));
    place(ranks, items);
    order.asked = 0;
    const places = place(ranks, [...items.slice(0, 700), { id: 1000, name: 'title 12b' }, ...items.slice(700)]);
    expect([places[12], places[13], places[700], places[1000]]).toEqual([12, 14, 13, 1000]);
    expect(order.asked).toBeLessThan(16);
  });

  it('should place right also after work that was left half-way', () => {
    const texts = named(Array.from({ length: 1000 }, (_, index) => `a${String(index)}`));
    for (let step = 1, isDone = false; !isDone; step += 1) {
      const ranks = make(collator);
      place(ranks, [{ id: 5000, name: 'b' }]);
      const steps = ranks.place(texts, textOf);
      for (let taken = 0; taken < step; taken += 1) isDone = steps.next().done === true;
      const [ten = NaN, two = NaN, one = NaN, last = NaN] = place(ranks, [...named(['a10', 'a2', 'a1']), { id: 5000, name: 'b' }]);
      expect([one < two, two < ten, ten < last]).toEqual([true, true, true]);
    }
  });

  it('should place list after list as the collator orders their texts', () => {
    const name = fc.constantFrom('a', 'b 2', 'b 10', 'B', 'é', 'z', 'Á', 'e', '', null);
    const change = fc.record({ at: fc.nat(), gone: fc.nat(3), come: fc.array(name, { maxLength: 3 }), renamed: fc.option(name) });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), fc.array(change, { maxLength: 5 }), (names, changes) => {
        const ranks = make(collator);
        let items = [...named(names)];
        let id = items.length;
        for (const { at, gone, come, renamed } of [{ at: 0, gone: 0, come: [], renamed: null }, ...changes]) {
          const from = at % (items.length + 1);
          items = [...items];
          items.splice(from, gone, ...come.map((text) => ({ id: id++, name: text })));
          const before = items[from];
          if (before !== undefined && renamed !== null) items[from] = { id: before.id, name: renamed };
          const places = place(ranks, items);
          for (const [a, first] of items.entries()) {
            const placeOfA = places[a] ?? NaN;
            if (first.name === null || first.name === '') expect(placeOfA).toBe(NO_PLACE);
            else expect(placeOfA).toBeLessThan(ranks.count);
            for (const [b, second] of items.entries()) {
              if (first.name === null || first.name === '' || second.name === null || second.name === '') continue;
              expect(Math.sign(placeOfA - (places[b] ?? NaN))).toBe(Math.sign(collator.compare(first.name, second.name)));
            }
          }
        }
      }),
      propertyRuns(500),
    );
  });
});

describe('SharedTextRanks', () => {
  it('should compare a text once, however many items have it', () => {
    const order = counting();
    place(new SharedTextRanks(order), named(Array.from({ length: 1000 }, (_, index) => `venue ${String(index % 4)}`)));
    expect(order.asked).toBeLessThan(10);
  });
});
