import fc from 'fast-check';
import { FoldedTexts } from '../../../src/core/dashboard/folded-texts';
import { containsWords, foldText, searchWords } from '../../../src/core/dashboard/search-text';
import { finishSteps } from '../../support/finish-steps';
import { propertyRuns } from '../../support/property-runs';

const fold = (texts: readonly string[]): FoldedTexts => finishSteps(FoldedTexts.fold(texts, (text) => text));
const holding = (texts: readonly string[], search: string, most = texts.length): readonly number[] => {
  const places: number[] = [];
  finishSteps(fold(texts).eachHolding(searchWords(search), most, (place) => places.push(place)));
  return places;
};

describe('FoldedTexts', () => {
  it('should find the texts that hold all words, whatever they are written with', () => {
    const part = fc.constantFrom('Ab', 'ba', 'É', 'ﬁ', '[c', 'K', '\u212a', 'I', 'İ', '.*', ' ', '\n', 'Σ', '\u0301');
    const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
    let found = 0;
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, fc.nat(12), (texts, search, most) => {
        const words = searchWords(search);
        fc.pre(words.length > 0);
        const fitting = texts.flatMap((each, place) => (place < most && containsWords(foldText(each.replaceAll('\n', ' ')), words) ? [place] : []));
        expect(holding(texts, search, Math.min(most, texts.length))).toEqual(fitting);
        found += fitting.length;
      }),
      propertyRuns(1000),
    );
    expect(found).toBeGreaterThan(100);
  });

  it('should find texts of every block, and none behind those that were asked for', () => {
    const texts = Array.from({ length: 700 }, (_, at) => (at % 255 === 0 ? `Rare ${String(at)}` : `Text ${String(at)}`));
    expect(holding(texts, 'rare')).toEqual([0, 255, 510]);
    expect(holding(texts, 'rare', 255)).toEqual([0]);
    expect(holding(texts, 'text')).toHaveLength(697);
    expect(holding(texts, 'text 699')).toEqual([699]);
    // Of two texts together, no words are found.
    expect(holding(['deep', 'parsing'], 'deep parsing')).toEqual([]);
  });
});
