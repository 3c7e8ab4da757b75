import fc from 'fast-check';
import { findReferences } from '../../../src/core/references/find-references';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { titleKey } from '../../../src/core/titles/title-key';
import { TitleHashes } from '../../../src/core/titles/title-hashes';
import { propertyRuns } from '../../support/property-runs';

const part = fc.constantFrom('A', 'title', 'of', 'words', 'C++', 'c#', '12', '2017', ' ', '  ', '-', ', ', 'é', 'E\u0301', '注', '“', '”', '"', '*', '_', '`', '&amp;', '\\-', '<b>', '[x](https://a.b/c)', '![i](i.png)', '10.1000/x', '1706.03762', '()');
const text = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

const hashesOf = (...titles: readonly string[]): TitleHashes => {
  const hashes = new TitleHashes();
  for (const title of titles) hashes.add(titleKey(title));
  return hashes;
};

describe('TitleHashes', () => {
  it('should dismiss a reference only where it has one title to try, which is none of those added, and no identifier', () => {
    let dismissed = 0;
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, fc.nat(4), (titles, other, at) => {
        const hashes = hashesOf(...titles);
        const note = `## References\n\n- ${titles[at] ?? other}\n`;
        for (const { from, to, label, titles: tried, ids, link } of findReferences(note, scanNote(note), ['References']).references) {
          if (link !== null || hashes.mayHold(note, from, to)) continue;
          dismissed++;
          expect([tried, ids]).toEqual([[label], []]);
          expect(titles.map(titleKey).filter((key) => key !== '')).not.toContain(titleKey(label));
        }
      }),
      propertyRuns(5000),
    );
    expect(dismissed).toBeGreaterThan(propertyRuns(5000).numRuns / 40);
  });

  it.each([
    ['An Unknown Title: of (some) words - 123', false],
    ['…', true],
    ['()', false],
    ['A known title', true],
    ['a KNOWN-title!', true],
    ['A known title again', false],
    ['A title of 2017', true],
    ['A *marked* title', true],
    ['Doe. "A title"', true],
    ['A <b>title', true],
    ['Ein Maß', true],
  ])('should say of %j whether it may be known: %j', (title, mayBe) => {
    expect(hashesOf('A known title').mayHold(`- ${title}`, 2, title.length + 2)).toBe(mayBe);
  });

  it('should have plus and number signs tell nothing, so that C may be C++', () => {
    expect(hashesOf('C++').mayHold('C', 0, 1)).toBe(true);
    expect(hashesOf('C#').mayHold('C++', 0, 3)).toBe(true);
  });
});
