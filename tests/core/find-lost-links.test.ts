import { findLostLinks } from '../../src/core/find-lost-links';

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
});
