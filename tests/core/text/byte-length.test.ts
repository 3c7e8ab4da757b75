import fc from 'fast-check';
import { byteLength } from '../../../src/core/text/byte-length';

describe('byteLength', () => {
  it('should be what TextEncoder writes', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.array(fc.constantFrom('a', 'é', '中', '\ud83d', '\ude00', '\ud83d\ude00', '\0', '\x7f', '\x80', '\u07ff', '\u0800'), { maxLength: 12 }).map((parts) => parts.join('')));
    fc.assert(fc.property(text, (each) => { expect(byteLength(each)).toBe(new TextEncoder().encode(each).length); }), { seed: 20261129, numRuns: 3000 });
  });
});
