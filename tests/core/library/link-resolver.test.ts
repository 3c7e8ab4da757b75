import { LinkResolver } from '../../../src/core/library/link-resolver';

const resolverOf = (...paths: string[]): LinkResolver => {
  const resolver = new LinkResolver();
  for (const path of paths) resolver.add(path);
  return resolver;
};

describe('LinkResolver', () => {
  const resolver = resolverOf('papers/a.md', 'papers/Log Book.md', 'b.md', 'papers/deep/b.md', 'other/b.md', 'papers/x.pdf', 'other/far/c.md', 'q/c.md', 'dot.v1.md', 'q/twice.md.md', 'q/both.md.md', 'p/both.md');

  test.each([
    ['./a.md', 'papers/s.md', 'papers/a.md'],
    ['./a', 'papers/s.md', 'papers/a.md'],
    ['a.md', 'q/s.md', 'papers/a.md'],
    ['../papers/a.md', 'q/s.md', 'papers/a.md'],
    ['./a.md', 'q/s.md', null],
    ['../../etc/passwd.md', 'q/s.md', null],
    ['/papers/a.md', 'q/s.md', 'papers/a.md'],
    ['/a.md', 'papers/s.md', null],
    ['log book', 'q/s.md', 'papers/Log Book.md'],
    ['PAPERS/A.MD', 'q/s.md', 'papers/a.md'],
    ['b', 'papers/s.md', 'b.md'],
    ['b', 'other/s.md', 'b.md'],
    ['deep/b', 'q/s.md', 'papers/deep/b.md'],
    ['ther/b', 'q/s.md', null],
    ['c', 'other/far/s.md', 'other/far/c.md'],
    ['c', 'papers/s.md', 'q/c.md'],
    ['x.pdf', 'q/s.md', 'papers/x.pdf'],
    ['x', 'q/s.md', null],
    ['dot.v1', 'q/s.md', 'dot.v1.md'],
    ['', 'q/s.md', 'q/s.md'],
    ['twice.md', 'papers/s.md', 'q/twice.md.md'],
    ['twice.md.md', 'papers/s.md', 'q/twice.md.md'],
    ['twice', 'papers/s.md', null],
    ['q/twice.md', 'papers/s.md', 'q/twice.md.md'],
    ['p/twice.md', 'papers/s.md', null],
    ['BOTH', 'papers/s.md', 'p/both.md'],
    ['both', 'papers/s.md', 'p/both.md'],
    ['both.md', 'papers/s.md', 'p/both.md'],
    ['both.md', 'q/s.md', 'q/both.md.md'],
    ['nowhere', 'q/s.md', null],
  ])('should lead %j from %j to %j', (link, source, target) => {
    expect(resolver.resolve(link, source)).toBe(target);
  });

  it('should forget a removed file and keep its namesakes', () => {
    const files = resolverOf('a/n.md', 'b/n.md');
    expect(files.isNameUnique('a/n.md')).toBe(false);
    files.remove('a/n.md');
    expect(files.resolve('n', 'x.md')).toBe('b/n.md');
    expect(files.resolve('a/n', 'x.md')).toBeNull();
    expect(files.isNameUnique('b/n.md')).toBe(true);
  });

  it('should give the link text of a file by the files that are there when it is asked', () => {
    const files = resolverOf('a/n.md', 'a/Other One.md', 'a/x.pdf');
    expect(['a/n.md', 'a/Other One.md', 'a/x.pdf', 'a/gone.md'].map((path) => files.linktext(path))).toEqual(['n', 'Other One', 'x.pdf', 'gone']);
    files.add('b/N.md');
    expect([files.linktext('a/n.md'), files.linktext('b/N.md'), files.linktext('a/Other One.md')]).toEqual(['a/n', 'b/N', 'Other One']);
    files.remove('a/n.md');
    expect(files.linktext('b/N.md')).toBe('N');
  });

  it('should keep the other of two files that differ in case alone', () => {
    const files = resolverOf('a/n.md', 'a/N.md');
    files.remove('a/N.md');
    expect(files.resolve('./n.md', 'a/s.md')).toBe('a/n.md');
  });

  it('should choose between files that differ in case alone by code point, whatever came first', () => {
    for (const order of [['a/n.md', 'a/N.md', 'a/n.md'], ['a/N.md', 'a/n.md', 'a/N.md']]) {
      const files = resolverOf(...order);
      expect([files.has('a/n.md'), files.has('a/N.md'), files.has('a/M.md')]).toEqual([true, true, false]);
      expect(files.resolve('./n.md', 'a/s.md')).toBe('a/N.md');
      expect(files.resolve('n', 'a/s.md')).toBe('a/N.md');
      files.remove('a/n.md');
      expect([files.has('a/n.md'), files.isNameUnique('a/N.md')]).toEqual([false, true]);
    }
  });
});
