import { say, speak, type Catalogue } from '../../src/language/say';
import { textKey } from '../../src/language/text-key';

const catalogue = (texts: readonly (readonly [string, string])[]): Catalogue => new Map(texts.map(([english, text]) => [textKey(english), text]));

afterEach(() => {
  speak();
});

describe('say', () => {
  it('should fill in its values, in English where no other language was chosen', () => {
    expect(say('Nothing to do.')).toBe('Nothing to do.');
    expect(say('{count} papers of {all}, {count} in all', { count: '3', all: '10' })).toBe('3 papers of 10, 3 in all');
  });

  it('should say a text in the chosen language, its placeholders in the order of that language', () => {
    speak(catalogue([['{count} papers cite {title}', '有 {title} 被 {count} 篇论文引用']]));
    expect(say('{count} papers cite {title}', { count: '3', title: '“A”' })).toBe('有 “A” 被 3 篇论文引用');
  });

  it('should say in English what the language lacks', () => {
    speak(catalogue([['a', '甲']]));
    expect([say('a'), say('b')]).toEqual(['甲', 'b']);
  });

  it('should not look into values, whatever they hold', () => {
    expect(say('{a} and {b}', { a: '{b}', b: '$& $1' })).toBe('{b} and $& $1');
  });
});
