import fc from 'fast-check';
import { findReferences } from '../../../src/core/references/find-references';
import { ReferenceWordings } from '../../../src/core/library/reference-wordings';
import type { WrittenReference } from '../../../src/core/references/written-reference';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { libraryNoteText } from '../../support/note-generator';

const written = ({ text, label, linkpath, titles, ids }: WrittenReference): WrittenReference => ({ text, label, linkpath, titles, ids });
const referencesOf = (items: string): WrittenReference[] => {
  const text = `## References\n\n${items}`;
  return findReferences(text, scanNote(text), ['References']).references.map(written);
};

describe('ReferenceWordings', () => {
  it('should give back every wording as it was given, one number for equal ones', () => {
    let known = 0;
    const wordings = new ReferenceWordings();
    const numbers = new Map<string, number>();
    fc.assert(
      fc.property(libraryNoteText, (text) => {
        for (const reference of findReferences(text, scanNote(text), ['References']).references) {
          const number = wordings.give(reference);
          const key = JSON.stringify(written(reference));
          expect(wordings.written(number)).toEqual(written(reference));
          if (numbers.has(key)) known += 1;
          expect(numbers.get(key) ?? number).toBe(number);
          numbers.set(key, number);
        }
      }),
      { seed: 20261129, numRuns: 500 },
    );
    expect(new Set(numbers.values()).size).toBe(numbers.size);
    expect(known).toBeGreaterThan(20);
  });

  it.each([
    ['a link definition that leads elsewhere', '- [A][b]\n\n[b]: one.md\n', '- [A][b]\n\n[b]: two.md\n'],
    ['an identifier beside the link', '- [A](a.md)\n', '- [A](a.md), arXiv:1412.6980\n'],
    ['a definition that makes a link of brackets', '- [A title][b] here\n', '- [A title][b] here\n\n[b]: https://example.org\n'],
  ])('should tell texts apart that are alike but for %s', (_, one, other) => {
    const [a, b] = [referencesOf(one)[0], referencesOf(other)[0]];
    if (!a || !b) throw new Error('There is no reference.');
    expect(a.text).toBe(b.text);
    const wordings = new ReferenceWordings();
    const numbers = [wordings.give(a), wordings.give(b), wordings.give(a), wordings.give(b)];
    expect(numbers).toEqual([0, 1, 0, 1]);
    expect([wordings.written(0), wordings.written(1)]).toEqual([a, b]);
  });

  it('should find the wordings that a name, a title key and an identifier decide', () => {
    const wordings = new ReferenceWordings();
    const [plain = 0, link = 0, quoted = 0] = referencesOf('- Some title\n- [Here](x/Some-Note.md)\n- By A, “Some title”, arXiv:1412.6980\n').map((reference) => wordings.give(reference));
    expect(wordings.withName('some-note')).toEqual([link]);
    expect(wordings.withName('some-note.md')).toEqual([link]);
    expect(wordings.withName('other')).toEqual([]);
    expect([...wordings.withKey(wordings.keys.find('sometitle'))].sort()).toEqual([plain, quoted]);
    expect(wordings.withId('arxiv:1412.6980')).toEqual([quoted]);
    expect(wordings.withKey(wordings.keys.find('somenote'))).toEqual([link]);
  });
});
