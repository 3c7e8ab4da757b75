import { fileLinksOf, filePathsOf, linkTarget } from '../../../src/core/papers/paper-source';

describe('linkTarget', () => {
  it.each([
    ['files/a.pdf', 'files/a.pdf'],
    ['files/a b [1] (2).pdf', 'files/a b [1] (2).pdf'],
    ['[[a.pdf]]', 'a.pdf'],
    ['![[a.pdf]]', 'a.pdf'],
    ['[[a.pdf#page=2|A (1)]]', 'a.pdf#page=2'],
    ['[A](files/a.pdf)', 'files/a.pdf'],
    ['[A](files/a (1).pdf)', 'files/a (1).pdf'],
    ['[](<files/a b.pdf#page=2>)', 'files/a b.pdf#page=2'],
    ['https://example.org/a.pdf', 'https://example.org/a.pdf'],
    ['https://example.org/a|b.pdf', 'https://example.org/a|b.pdf'],
    ['[[]]', ''],
    ['', ''],
  ])('should read %j as %j', (text, target) => {
    expect(linkTarget(text)).toBe(target);
  });
});

describe('fileLinksOf', () => {
  it('should take percent codes and what follows a # for part of the name first', () => {
    expect(fileLinksOf('a%20b#page=2')).toEqual([
      { path: 'a b#page=2', subpath: '' },
      { path: 'a%20b#page=2', subpath: '' },
      { path: 'a b', subpath: '#page=2' },
      { path: 'a%20b', subpath: '#page=2' },
    ]);
    expect(fileLinksOf('100%.pdf').map(({ path }) => path)).toEqual(['100%.pdf', '100%.pdf', '100%.pdf', '100%.pdf']);
  });

  it.each(['', 'files/', 'files/#page=2'])('should leave out what names no file in %j', (target) => {
    for (const { path } of fileLinksOf(target)) expect(path).toContain('#');
  });
});

describe('filePathsOf', () => {
  it('should look from the root, then from the folder of the note upwards, and not outside', () => {
    expect(filePathsOf('files/a.pdf', 'x/y/note.md')).toEqual(['files/a.pdf', 'x/y/files/a.pdf', 'x/files/a.pdf']);
    expect(filePathsOf('../files/a.pdf', 'x/y/note.md')).toEqual(['x/files/a.pdf', 'files/a.pdf']);
    expect(filePathsOf('../../../a.pdf', 'x/y/note.md')).toEqual([]);
    expect(filePathsOf('file:///etc/a.pdf', 'x/y/note.md')).toEqual([]);
  });
});
