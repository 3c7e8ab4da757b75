import fc from 'fast-check';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { writeRelativeLink } from '../../../src/core/markdown/write-relative-link';

const parts = { baseName: 'slug', subpath: '', label: 'Title', inTable: false };

describe('writeRelativeLink', () => {
  it.each([
    [{}, '[Title](./slug.md)'],
    [{ subpath: '#Main results' }, '[Title](./slug.md#Main%20results)'],
    [{ baseName: 'a b' }, '[Title](./a%20b.md)'],
    [{ baseName: '100% <sure>' }, '[Title](./100%25%20%3Csure%3E.md)'],
    [{ baseName: 'Zürich 中文' }, '[Title](./Zürich%20中文.md)'],
    [{ baseName: 'f(x)' }, '[Title](./f(x).md)'],
    [{ baseName: 'f(x' }, '[Title](./f%28x.md)'],
    [{ baseName: 'R&amp;D' }, '[Title](./R%26amp;D.md)'],
    [{ baseName: 'R&D' }, '[Title](./R&D.md)'],
    [{ label: 'a [b] c' }, '[a [b] c](./slug.md)'],
    [{ label: 'a ] c' }, '[a \\] c](./slug.md)'],
    [{ label: 'a|b' }, '[a|b](./slug.md)'],
    [{ label: 'a|b', inTable: true }, '[a\\|b](./slug.md)'],
  ])('should write %j as %s', (given, written) => {
    expect(writeRelativeLink({ ...parts, ...given })).toBe(written);
  });

  it('should be read as one link to that file, whatever its name and text', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab ()%&;<>_*-é', '中', 'amp;', '%20'), minLength: 1, maxLength: 10 }).map((drawn) => `n${drawn}`);
    const label = fc.string({ unit: fc.constantFrom(...'ab ()[]\\*_é', '中'), maxLength: 10 }).map((drawn) => `t${drawn}`);
    fc.assert(
      fc.property(name, label, (baseName, drawn) => {
        const written = writeRelativeLink({ ...parts, baseName, label: drawn });
        const links = scanNote(`- ${written} and on\n`).links.map((link) => [link.from, link.to, decodeURIComponent(link.destination)]);
        expect(links).toEqual([[2, 2 + written.length, `./${baseName}.md`]]);
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});
