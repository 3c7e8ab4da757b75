import fc from 'fast-check';
import { rarePart } from '../../../src/core/dashboard/rare-part';
import { propertyRuns } from '../../support/property-runs';

describe('rarePart', () => {
  it.each([
    ['nothing', 'hing'], ['transformer', 'former'], ['deep', 'deep'], ['attention is', 'ntion '], ['like', 'like'], ['a', 'a'], ['ab', 'ab'], ['are', 'are'], ['',''],
    ['zzzzzzzzz', 'zzzzzz'], ['eeeeeeeee', 'eeeeee'], ['ea中文字', '中文字'], ['e深度', 'e深度'],
  ])('should look in %j for %j', (word, part) => {
    expect(rarePart(word)).toBe(part);
  });

  it('should be a part of the word that is not much shorter than what tells words apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (word) => {
        const part = rarePart(word);
        expect(word).toContain(part);
        expect(part.length).toBeGreaterThanOrEqual(Math.min(word.length, 3));
        expect(part.length).toBeLessThanOrEqual(6);
      }),
      propertyRuns(500),
    );
  });
});
