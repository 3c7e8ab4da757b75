import { foldText } from '../../src/core/dashboard/search-text';
import { findCitationTitle } from '../../src/core/references/find-citation-title';
import { findIdentifiers } from '../../src/core/papers/find-identifiers';
import { findReferences } from '../../src/core/references/find-references';
import { findTitleParts } from '../../src/core/references/find-title-parts';
import { LinkResolver } from '../../src/core/library/link-resolver';
import { noteName } from '../../src/core/titles/note-name';
import { planLinks } from '../../src/core/changes/plan-links';
import { planRestore } from '../../src/core/changes/plan-restore';
import { readLiteralText } from '../../src/core/markdown/read-literal-text';
import { scanNote } from '../../src/core/markdown/scan-note';
import { slug } from '../../src/core/titles/slug';
import { applyEdits } from '../../src/core/text/text-edits';
import { titleKey } from '../../src/core/titles/title-key';
import { libraryOf, linkContextOf } from '../support/small-library';

/**
 * Notes of strangers hold anything, in any amount. What costs time in proportion to the text is done with these at once; what
 * costs the square of it would keep the tests busy for hours.
 */
const MANY = 300_000;

const SOURCE = 'papers/citing.md';
const library = libraryOf([
  { path: SOURCE, title: 'The citing paper' },
  { path: 'papers/graph-nets.md', title: 'Graph nets' },
]);
const context = linkContextOf(library);

const HEAD = '## References\n\n';
const linked = (lines: string): string => applyEdits(HEAD + lines, planLinks(HEAD + lines, SOURCE, context).edits).slice(HEAD.length);
const restored = (lines: string): string => applyEdits(HEAD + lines, planRestore(HEAD + lines, SOURCE, context).edits).slice(HEAD.length);
const labels = (lines: string): string[] => findReferences(HEAD + lines, scanNote(HEAD + lines), ['References']).references.map((reference) => reference.label);

describe('references in hostile amounts', () => {
  it('should be found in a hundred thousand sections', () => {
    const text = '# References\n- A title of a work\n'.repeat(100_000);
    const found = findReferences(text, scanNote(text), ['References']);
    expect([found.sections.length, found.references.length]).toEqual([100_000, 100_000]);
  });

  it('should be linked and restored, a hundred thousand of them in one list', () => {
    const count = 100_000;
    const relative = '- [Graph nets](./graph-nets.md)\n'.repeat(count);
    const wiki = '- [[graph-nets|Graph nets]]\n'.repeat(count);
    expect(linked(relative) === wiki).toBe(true);
    expect(restored(wiki) === relative).toBe(true);
  });

  it('should be repaired between a hundred thousand pieces of code', () => {
    const piece = '- Graph nets\n- `x` and text\n';
    expect(linked(piece.repeat(50_000)) === '- [[graph-nets|Graph nets]]\n- `x` and text\n'.repeat(50_000)).toBe(true);
  });

  it('should be linked each in a section of its own', () => {
    const text = '## References\n- Graph nets\n'.repeat(30_000);
    expect(linked(text) === '## References\n- [[graph-nets|Graph nets]]\n'.repeat(30_000)).toBe(true);
  });

  it.each<readonly [string, string, string]>([
    ['a flood of spaces', `a${' '.repeat(MANY)}b`, 'a b'],
    ['tabs within emphasis', `*a${'\t '.repeat(MANY)}b*`, 'a b'],
    ['backslashes', `a ${'\\'.repeat(2 * MANY)}b`, `a ${'\\'.repeat(MANY)}b`],
    ['tags that never end', `a ${'<a'.repeat(MANY)}`, `a ${'<a'.repeat(MANY)}`],
  ])('should have their label read from %s', (_case, item, label) => {
    expect(labels(`- ${item}`)[0] === label).toBe(true);
  });

  it('should have their titles found among quotes', () => {
    const quotes = Array.from({ length: 100_000 }, (_, at) => `"quoted title ${String(at)}"`).join(' ');
    expect(findReferences(`${HEAD}- ${quotes}`, scanNote(`${HEAD}- ${quotes}`), ['References']).references[0]?.titles).toHaveLength(100_001);
    expect(findTitleParts(quotes)).toHaveLength(100_001);
  });

  it('should be found by the quoted title before a flood of spaces', () => {
    expect(linked(`- "Graph nets"${' '.repeat(MANY)}x`)).toBe(`- "[[graph-nets|Graph nets]]"${' '.repeat(MANY)}x`);
  });
});

describe('citations in hostile amounts', () => {
  it.each([
    ['spaces', `2019${' '.repeat(MANY)}x`],
    ['stops', `2019${'. '.repeat(MANY)}`],
    ['stops before spaces', `2019.${' '.repeat(MANY)}“${' '.repeat(MANY)}`],
    ['authors', `${'Doe J, '.repeat(MANY)}2019`],
    ['years', '(2019, '.repeat(MANY)],
    ['quotes', `2019, ${', "'.repeat(MANY)}`],
    ['kinds of works', `2019${' x [J'.repeat(MANY)}`],
  ])('should be found to have no title in time, for all their %s', (_case, text) => {
    expect(findCitationTitle(text)).toBeNull();
  });
});

describe('labels in hostile amounts', () => {
  it.each([
    ['dollars that open', '$a '.repeat(MANY), true],
    ['dollars that open, and one that closes', `${'$a '.repeat(MANY)}b$`, true],
    ['dollars that open, and math at the end', `${'$a '.repeat(MANY)}$x_1$`, false],
    ['tags that never end', '<a'.repeat(MANY), true],
    ['asterisks that open', '*a '.repeat(MANY), true],
    ['ampersands', '&'.repeat(MANY), true],
  ])('should be read as text or refused: %s', (_case, source, isText) => {
    const read = readLiteralText(source);
    expect(read.ok).toBe(isText);
    expect(!read.ok || read.value === source).toBe(true);
  });

  it('should have identifiers read before a flood of brackets', () => {
    expect(findIdentifiers(`10.1000/a${')'.repeat(MANY)}`)).toEqual(['doi:10.1000/a']);
    expect(findIdentifiers(`10.1000/a(${')'.repeat(MANY)}`)).toHaveLength(1);
  });
});

describe('titles in hostile amounts', () => {
  const flood = '\u0315\u0300'.repeat(MANY);

  it('should be compared, searched and made into names', () => {
    expect(titleKey(`A${flood} title`)).toBe('atitle');
    expect(foldText(`A${flood} title`)).toBe('a title');
    expect(slug(`A${flood} title`)).toBe('a-title');
    expect(noteName(`A${flood} title`, { style: 'slug', year: null })).toBe('a-title');
    expect(Buffer.byteLength(noteName(`中${flood}`, { style: 'title', year: null }) ?? '')).toBeLessThanOrEqual(200);
  });

  it('should lead nowhere as a link', () => {
    const resolver = new LinkResolver();
    resolver.add('a.md');
    expect(resolver.resolve(`a${flood}`, 'b.md')).toBeNull();
    expect(resolver.resolve('../'.repeat(MANY), 'b.md')).toBeNull();
  });
});

describe('large notes', () => {
  const UNITS = ['[', ']', '![[', '[[', '`', '<', '*', '(', '$', '|', '<!--', '%%', '\\', '#', '- ', '> ', '_', '~', '&', '\u0000', '\ud800', '\r', '\n', '[^a]', '[a]:b\n', '](', '{{', '<% '];

  it.each(UNITS)('should be read through, a megabyte of %j, and changed nowhere', (unit) => {
    const text = HEAD + unit.repeat(Math.ceil(1_000_000 / unit.length));
    const scan = scanNote(text);
    expect(scan.headings[0]).toMatchObject({ level: 2, text: 'References' });
    expect(planLinks(text, SOURCE, context).edits).toEqual([]);
  });

  it('should have every link found, in ten megabytes', () => {
    const item = '- [Graph nets](./graph-nets.md) and some words to fill the line with, as real notes have them\n';
    const count = Math.ceil(10_000_000 / item.length);
    const scan = scanNote(HEAD + item.repeat(count));
    expect([scan.links.length, scan.items.length]).toEqual([count, count]);
    expect(scan.links[count - 1]?.line).toBe(count + 1);
  });

  it('should have references read on 10,000 levels', () => {
    const text = `${HEAD}${'- '.repeat(10_000)}[Graph nets](./graph-nets.md)`;
    expect(planLinks(text, SOURCE, context).restyles).toBe(1);
    expect(planLinks(`${HEAD}${'> '.repeat(10_000)}- [Graph nets](./graph-nets.md)`, SOURCE, context).restyles).toBe(1);
  });
});
