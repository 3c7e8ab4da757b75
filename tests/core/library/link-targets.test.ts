import { LinkResolver } from '../../../src/core/library/link-resolver';
import { LinkTargets } from '../../../src/core/library/link-targets';

const PATHS = ['a/one.md', 'a/two.md', 'b/one.md'];
const LINKS = ['./one.md', '', null, './none.md', 'two'];

describe('LinkTargets', () => {
  it('should resolve a link once for the notes of a folder, and anew in another one and after a file came or went', () => {
    const links = new LinkResolver();
    for (const path of PATHS) links.add(path);
    const asked: string[] = [];
    const resolve = links.resolve.bind(links);
    links.resolve = (linkpath, source) => {
      asked.push(`${linkpath} in ${source}`);
      return resolve(linkpath, source);
    };
    const targets = new LinkTargets({ links, linkpathOf: (wording) => LINKS[wording] ?? null, numberOf: (path) => [...PATHS, 'a/none.md'].indexOf(path) });
    const answers = (source: string): (number | null)[] => LINKS.map((_, wording) => targets.find(wording, source));
    expect(answers('a/one.md')).toEqual([0, 0, null, null, 1]);
    expect(answers('a/two.md')).toEqual([0, 1, null, null, 1]);
    expect(asked).toEqual(['./one.md in a/one.md', './none.md in a/one.md', 'two in a/one.md']);
    expect(answers('b/one.md')).toEqual([2, 2, null, null, 1]);
    expect(answers('a/one.md')).toEqual([0, 0, null, null, 1]);
    links.add('a/none.md');
    expect(answers('a/one.md')).toEqual([0, 0, null, 3, 1]);
    links.remove('a/one.md');
    links.remove('a/two.md');
    expect(answers('a/two.md')).toEqual([null, 1, null, 3, null]);
  });
});
