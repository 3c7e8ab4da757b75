import { getLanguage } from 'obsidian';
import { CHINESE } from './chinese';
import { speak } from './say';

// Imported first by main.ts for this one effect: other files say texts as soon as they are loaded. Obsidian's code for Simplified
// Chinese is `zh`, Traditional is `zh-TW`; it restarts when its language is changed, so that once is enough.
speak(getLanguage() === 'zh' ? CHINESE : undefined);
