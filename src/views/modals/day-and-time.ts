import { format } from 'date-fns';
import { getLanguage } from 'obsidian';
import { dateWordsOf } from '../../language/date-words';

/** A moment as the app's language writes it: `Nov 23, 2026, 9:15 AM`. */
export function dayAndTime(time: Date): string {
  const { locale, dayAndTime: pattern } = dateWordsOf(getLanguage());
  return format(time, pattern, { locale });
}
