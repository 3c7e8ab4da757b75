import { getLanguage } from 'obsidian';

/** A moment as the app's language writes it: `Nov 23, 2026, 9:15 AM`. */
export const dayAndTime = (time: Date): string => time.toLocaleString(getLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
