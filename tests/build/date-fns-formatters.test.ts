import { formatters as original, longFormatters } from 'date-fns/format';
import { dateWordsOf } from '../../src/language/date-words';
import { formatters } from '../../src/shims/date-fns-formatters';

const MOMENTS = Array.from({ length: 60 }, (_, at) => new Date(2023, at % 12, at + 1, (at * 7) % 24, at));

/** The letters of a pattern, alike ones together, where its long forms are spelled out. */
function tokensOf(pattern: string, language: string): readonly string[] {
  const { formatLong } = dateWordsOf(language).locale;
  const spelled = pattern.replace(/P+p*/g, (long) => longFormatters.P?.(long, formatLong) ?? '');
  return spelled.replace(/'[^']*'/g, '').match(/([A-Za-z])\1*/g) ?? [];
}

describe('the letters of the patterns of days', () => {
  it.each(['en', 'en-GB', 'zh'])('should be written as date-fns does in %s, each of them', (language) => {
    const { locale, day, dayAndTime, month, spans } = dateWordsOf(language);
    const patterns = [day, dayAndTime, month, ...Object.values(spans).flatMap(({ from, to }) => [from, to]), 'MMM', 'EEEE'];
    for (const token of new Set(patterns.flatMap((pattern) => tokensOf(pattern, language)))) {
      const letter = token.charAt(0);
      const written = MOMENTS.map((moment) => formatters[letter]?.(moment, token, locale.localize));
      expect([token, written]).toEqual([token, MOMENTS.map((moment) => original[letter]?.(moment, token, locale.localize, { locale, weekStartsOn: 0, firstWeekContainsDate: 1 }))]);
      expect(written).not.toContain(undefined);
    }
  });
});
