import type { Locale } from 'date-fns';
import { enGB } from 'date-fns/locale/en-GB';
import { enUS } from 'date-fns/locale/en-US';
import { zhCN } from 'date-fns/locale/zh-CN';

/** How two days are written as one span: the patterns of its ends, and what stands between. */
interface SpanPatterns {
  readonly from: string;
  readonly between: string;
  readonly to: string;
}

/** How a language writes days: the words of date-fns, and its patterns. */
export interface DateWords {
  readonly locale: Locale;
  /** A day, not longer than it has to be. */
  readonly day: string;
  readonly dayAndTime: string;
  readonly month: string;
  /** Spans say once what both ends share. */
  readonly spans: Readonly<Record<'inMonth' | 'inYear' | 'overYears', SpanPatterns>>;
}

/** As the app's calendars have it: those of other engines put thin spaces around it. */
const DASH = ' – ';

const ENGLISH: DateWords = {
  locale: enUS,
  day: 'PP',
  dayAndTime: 'PPp',
  month: 'MMMM y',
  spans: {
    inMonth: { from: 'MMM d', between: DASH, to: 'd, y' },
    inYear: { from: 'MMM d', between: DASH, to: 'PP' },
    overYears: { from: 'PP', between: DASH, to: 'PP' },
  },
};

const BRITISH: DateWords = {
  ...ENGLISH,
  locale: enGB,
  spans: {
    inMonth: { from: 'd', between: '–', to: 'PP' },
    inYear: { from: 'd MMM', between: DASH, to: 'PP' },
    overYears: { from: 'PP', between: DASH, to: 'PP' },
  },
};

// The short form of Chinese days in date-fns is all digits, and its time is one of twelve hours: neither is what an app shows.
const CHINESE: DateWords = {
  locale: zhCN,
  day: 'PPP',
  dayAndTime: 'PPP HH:mm',
  month: 'y年M月',
  spans: {
    inMonth: { from: 'PPP', between: '至', to: 'd日' },
    inYear: { from: 'PPP', between: '至', to: 'M月d日' },
    overYears: { from: 'PPP', between: '至', to: 'PPP' },
  },
};

const BY_LANGUAGE: ReadonlyMap<string, DateWords> = new Map([
  ['en-GB', BRITISH],
  ['zh', CHINESE],
]);

/** The dates that go with what is said in this language of the app: English where there is no translation. */
export const dateWordsOf = (language: string): DateWords => BY_LANGUAGE.get(language) ?? ENGLISH;
