import { COMMANDS_IN_CHINESE } from './chinese/commands';
import { MARKS_IN_CHINESE } from './chinese/marks';
import { MESSAGES_IN_CHINESE } from './chinese/messages';
import { SETTINGS_IN_CHINESE } from './chinese/settings';
import { VIEWS_IN_CHINESE } from './chinese/views';
import type { Catalogue } from './say';
import { textKey } from './text-key';

/** Simplified Chinese. A text that two areas use stands in the first of them that it was written for. */
export const CHINESE: Catalogue = new Map(
  [VIEWS_IN_CHINESE, COMMANDS_IN_CHINESE, SETTINGS_IN_CHINESE, MESSAGES_IN_CHINESE, MARKS_IN_CHINESE].flatMap((area) => Object.entries(area).map(([english, chinese]) => [textKey(english), chinese] as const)),
);
