import { keyedQuestion } from '../../../src/core/library/identity-index';
import type { MissingWork } from '../../../src/core/library/library';
import { compareMissingWorks, isDebris, missingWorkKey, missingWorkSpelling } from '../../../src/core/library/missing-works';

const question = (label: string, linkpath: string | null): ReturnType<typeof keyedQuestion> => keyedQuestion({ label, linkpath, titles: [label], ids: [] });

describe('missing works', () => {
  it.each<[label: string, linkpath: string | null, key: string | null, spelling: string]>([
    ['Attention Is All You Need!', null, 'attentionisallyouneed', 'Attention Is All You Need!'],
    ['Backprop', null, 'backprop', 'Backprop'],
    ['AlexNet', null, 'alexnet @ a.md', 'AlexNet'],
    ['Lee, A., & Doe, J. (2021). A work nobody has. Journal of Nothing, 1(2), 3–4.', null, 'aworknobodyhas', 'A work nobody has'],
    ['A. Lee and J. Doe, “A work nobody has,” J. Nothing, vol. 1, 2021.', null, 'aworknobodyhas', 'A work nobody has'],
    ['李四. 一个没有人有的作品[J]. 学报, 2020, 43(5): 1-20.', null, '一个没有人有的作品', '一个没有人有的作品'],
    ['Lee A. Notes. J Nothing. 2021;1:3-4.', null, 'leeanotesjnothing2021134', 'Lee A. Notes. J Nothing. 2021;1:3-4.'],
    ['The “great leap” of 2012', null, 'thegreatleapof2012', 'The “great leap” of 2012'],
    ['…', null, null, '…'],
    ['…', '---.md', null, '…'],
    ['Modern C++', 'modern-c.md', 'modernc++', 'Modern C++'],
    ['C++', 'c.md', 'c++ @ a.md', 'C++'],
    ['Dollár’s own C++', './x/dollar-s-own-c.md', 'dollarsownc++', 'Dollár’s own C++'],
    ['Dollár’s own C++', 'Dollar-S-Own-C', 'dollarsownc++', 'Dollár’s own C++'],
    ['Dollár’s own C++', 'doll-r-s-own-c.md', 'dollarsownc++', 'Dollár’s own C++'],
    ['Dollár’s own C++', 'Doll-r-s-own-c.md', 'dollarsownc++', 'Dollár’s own C++'],
    ['Dollár’s own C++', 'dollar-on-c.md', 'dollaronc', 'Dollar on c'],
    ['here', 'papers/attention-is-all-you-need.md', 'attentionisallyouneed', 'Attention is all you need'],
    ['here', '_deep--learning_ (draft).md', 'deeplearningdraft', 'Deep learning (draft)'],
    ['…', 'deep-learning.md', 'deeplearning', 'Deep learning'],
    ['A title in words', '---.md', 'atitleinwords', 'A title in words'],
  ])('should count %j with the link %j as %j, spelled %j', (label, linkpath, key, spelling) => {
    expect(missingWorkKey('a.md', question(label, linkpath))).toBe(key);
    expect(missingWorkSpelling(question(label, linkpath))).toBe(spelling);
  });

  it.each([
    ['', true],
    ['2019', true],
    ['abc', true],
    ['Et al.', true],
    ['IEEE', true],
    [' IEEE ', true],
    ['CVPR’17', true],
    ['GAN 2.0', true],
    ['IEEE ACCESS', false],
    ['AlexNet', false],
    ['word', false],
    ['Et alii', false],
    ['注意机制', false],
  ])('should say of %j that it is debris: %j', (title, is) => {
    expect(isDebris(title)).toBe(is);
  });

  const work = (citedBy: number, readBy: number, title: string, key: string): MissingWork => ({ key, title, citedBy, readBy, activeBy: 0, citing: [], hidden: null });

  it.each([
    ['more citing papers', work(3, 0, 'B', 'b'), work(2, 2, 'A', 'a')],
    ['more read ones among as many', work(2, 2, 'B', 'b'), work(2, 1, 'A', 'a')],
    ['the earlier title among as many read', work(2, 1, 'A', 'b'), work(2, 1, 'B', 'a')],
    ['the earlier key below one title', work(2, 1, 'A', 'a'), work(2, 1, 'A', 'b')],
  ])('should put %s first', (_, first, second) => {
    expect([second, first].sort(compareMissingWorks)).toEqual([first, second]);
    expect([first, second].sort(compareMissingWorks)).toEqual([first, second]);
  });
});
