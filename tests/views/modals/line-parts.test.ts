import fc from 'fast-check';
import { lineParts } from '../../../src/views/modals/line-parts';

const marked = (line: string, other: string | null): string =>
  lineParts(line, other)
    .map((part) => (part.isChanged ? `<${part.text}>` : part.text))
    .join('');

describe('lineParts', () => {
  it.each<[string, string | null, string]>([
    ['status: todo', 'status: read', 'status: <todo>'],
    ['status: read', 'status: todo', 'status: <read>'],
    ['- a b c', '- a x c', '- a <b> c'],
    ['same', 'same', 'same'],
    ['aa', 'aaa', 'aa'],
    ['aaa', 'aa', 'aa<a>'],
    ['new line', null, '<new line>'],
    ['', null, ''],
    ['', 'gone', ''],
    ['x😀', 'x😁', 'x<😀>'],
    ['😀x', '🨀x', '<😀>x'],
  ])('should mark what differs in %j from %j', (line, other, expected) => {
    expect(marked(line, other)).toBe(expected);
  });

  it('should lose no character and cut none in two, for any two lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (line, other) => {
        const parts = lineParts(line, other);
        expect(parts.map((part) => part.text).join('')).toBe(line);
        for (const part of parts) expect(() => encodeURIComponent(part.text)).not.toThrow();
      }),
      { seed: 20260102 },
    );
  });
});
