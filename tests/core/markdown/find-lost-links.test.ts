import { findLostLinks as findLost } from '../../../src/core/markdown/find-lost-links';
import type { LinkEdit } from '../../../src/core/markdown/link-edit';
import { scanNote } from '../../../src/core/markdown/scan-note';

const findLostLinks = <T extends LinkEdit>(text: string, planned: readonly T[]): ReadonlySet<T> => findLost(text, scanNote(text), planned);

const at = (text: string, old: string, insert: string, destination: string) => {
  const from = text.indexOf(old);
  return { edit: { from, to: from + old.length, insert }, destination };
};

describe('findLostLinks', () => {
  it('should find none where every link is read as written', () => {
    const text = '- one\n- two\n';
    expect(findLostLinks(text, [at(text, 'two', '[[b|two]]', 'b'), at(text, 'one', '[[a]]', 'a')]).size).toBe(0);
    expect(findLostLinks(text, []).size).toBe(0);
  });

  it.each([
    ['is swallowed by code', '- `x one y`\n', '[[a]]'],
    ['is taken for an embed', '- !one\n', '[[a]]'],
    ['is swallowed by a comment', '- %% one %%\n', '[[a]]'],
    ['ends early', '- one\n', '[[a]]]]'],
    ['leads elsewhere', '- one\n', '[[b]]'],
    ['is no link', '- one\n', '[[a'],
  ])('should find a link that %s', (_how, text, insert) => {
    const lost = at(text, 'one', insert, 'a');
    const kept = at(`${text}- two\n`, 'two', '[[b]]', 'b');
    expect([...findLostLinks(`${text}- two\n`, [lost, kept])]).toEqual([lost]);
  });

  it.each([
    ['makes a link of what stands before it', '- [k][one](./a.md)\n- two\n\n[k]: ./k.md\n', '[one](./a.md)', '[[a|one]]'],
    ['unmakes the link before it', '- [k][[a|one]]\n- two\n\n[k]: ./k.md\n', '[[a|one]]', '[one](a)'],
    ['makes a link of what stands in code behind it', '- x `, [k](./k.md) and more` two\n- two\n', '`', '[[a]]'],
  ])('should find a link that %s', (_how, text, old, insert) => {
    const lost = at(text, old, insert, 'a');
    const kept = at(text, 'two\n', '[[b]]\n', 'b');
    expect([...findLostLinks(text, [lost, { ...kept, edit: { ...kept.edit, to: kept.edit.to - 1, insert: '[[b]]' } }])]).toEqual([lost]);
  });

  it('should find none where the links between and around those planned stay, one that holds a planned one included', () => {
    const text = '[a](./a.md) [k][one](./a.md) ![of one [two](./b.md)](./i.png) [z](./z.md)\n';
    expect(findLostLinks(text, [at(text, '[one](./a.md)', '[[a|one]]', 'a'), at(text, '[two](./b.md)', '[[b|two]]', 'b')]).size).toBe(0);
  });
});
