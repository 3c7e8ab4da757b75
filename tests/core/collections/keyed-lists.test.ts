import fc from 'fast-check';
import { KeyedLists } from '../../../src/core/collections/keyed-lists';

describe('KeyedLists', () => {
  it('should answer as a list for each key does, each value once, in the order they came', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', '__proto__'), value: fc.constantFrom('x', 'y', 'z'), isTaken: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const lists = new KeyedLists<string>();
        const known = new Map<string, string[]>();
        for (const { key, value, isTaken } of steps) {
          const rest = known.get(key) ?? [];
          if (isTaken) {
            lists.remove(key, value);
            known.set(key, rest.filter((other) => other !== value));
          } else {
            lists.add(key, value);
            known.set(key, rest.includes(value) ? rest : [...rest, value]);
          }
          expect(lists.get(key)).toEqual(known.get(key));
          expect(lists.size(key)).toBe(known.get(key)?.length);
          expect(lists.only(key)).toBe(known.get(key)?.length === 1 ? known.get(key)?.[0] : undefined);
        }
      }),
      { seed: 20261129, numRuns: 500 },
    );
  });
});
