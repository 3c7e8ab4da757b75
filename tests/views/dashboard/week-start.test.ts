import { weekStartOf } from '../../../src/views/dashboard/week-start';

describe('weekStartOf', () => {
  it.each<[string, readonly string[], number]>([
    ['de', ['de-DE'], 1],
    ['en', ['en-US', 'en'], 0],
    ['en', ['de-DE', 'en-GB'], 1],
    ['en', ['fr-FR'], 0],
    ['fa', [], 6],
    ['zh-TW', ['zh-CN'], 1],
    ['pt-BR', [], 0],
  ])('in %s on a system of %j should be day %i', (language, systemLocales, day) => {
    expect(weekStartOf(language, systemLocales)).toBe(day);
  });

  it('should take Monday where calendars do not say', () => {
    const told = ['getWeekInfo', 'weekInfo'].map((name) => [name, Object.getOwnPropertyDescriptor(Intl.Locale.prototype, name)] as const);
    for (const [name] of told) Object.defineProperty(Intl.Locale.prototype, name, { value: undefined, configurable: true });
    try {
      expect(weekStartOf('en', ['en-US'])).toBe(1);
    } finally {
      for (const [name, descriptor] of told) {
        if (descriptor === undefined) Reflect.deleteProperty(Intl.Locale.prototype, name);
        else Object.defineProperty(Intl.Locale.prototype, name, descriptor);
      }
    }
  });
});
