import { findReferencePlaces } from '../../../src/core/references/reference-places';

const NOTE = [
  '# Alpha', // 0
  'Before [[gamma]].',
  '- [Delta](./delta.md)',
  '## References', // 3
  '- [Beta](./beta.md), 2019',
  '- A plain title',
  '- [[gamma]] and [[delta]]',
  '- [One](https://example.org/1)',
  '## Notes', // 8
  '- [Beta](./beta.md)',
].join('\n');

const places = findReferencePlaces(NOTE, ['References']);

describe('the places of references', () => {
  it('should hold the links of the references section alone', () => {
    expect(places.links.map((link) => link.text)).toEqual(['[Beta](./beta.md)', '[[gamma]]', '[[delta]]']);
  });

  it.each([
    [0, false],
    [2, false],
    [3, false],
    [4, true],
    [7, true],
    [8, false],
    [9, false],
    [99, false],
  ])('should say whether line %i is in the section: %s', (line, isInside) => {
    expect(places.isInSection(line)).toBe(isInside);
  });

  it('should end a section that ends the note at its end', () => {
    const text = '## References\n- [[a]]';
    expect(findReferencePlaces(text, ['References']).isInSection(1)).toBe(true);
  });

  it.each([
    ['in a link', '](./beta.md), 2019', '[Beta](./beta.md)'],
    ['behind the only link of its line', ' 2019', '[Beta](./beta.md)'],
    ['before the only link of its line', '- [Beta](./beta.md), 2019', '[Beta](./beta.md)'],
    ['in a plain reference', 'plain title', 'A plain title'],
    ['in one of two links', 'delta]]\n', '[[delta]]'],
    ['between two links', 'nd [[delta', null],
    ['in a link to elsewhere, by its text', 'One](https', '[One](https://example.org/1)'],
    ['before the section', 'gamma]].', null],
    ['after the section', '- [Beta](./beta.md)\n', null],
    ['on the heading', 'References', null],
  ])('should find what stands %s', (_, at, text) => {
    const offset = NOTE.indexOf(at) < 0 ? NOTE.lastIndexOf(at.trim()) : NOTE.indexOf(at);
    expect(places.at(offset)?.text ?? null).toBe(text);
  });

  it('should count both ends of a link', () => {
    const from = NOTE.indexOf('[[gamma]] and');
    expect([from, from + '[[gamma]]'.length].map((offset) => places.at(offset)?.text)).toEqual(['[[gamma]]', '[[gamma]]']);
    expect(places.at(0)).toBeNull();
    expect(places.at(NOTE.length)).toBeNull();
  });
});
