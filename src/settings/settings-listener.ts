import type { Settings } from './settings';

/** Told of new settings, those before them, and whether they were changed here or came with `data.json` from elsewhere. */
export type SettingsListener = (now: Settings, before: Settings, origin: 'here' | 'elsewhere') => void;
