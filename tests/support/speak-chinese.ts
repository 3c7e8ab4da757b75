import { CHINESE } from '../../src/language/chinese';
import { speak } from '../../src/language/say';

// To be imported before the files that are looked at: some of them say texts as soon as they are loaded.
speak(CHINESE);
