import type { App } from 'obsidian';

const KEY = 'paperweave-device';

/** This device's id, made once and kept in Obsidian's storage for this vault on this device, which Sync leaves alone. */
export function readDeviceId(app: App): string {
  const known: unknown = app.loadLocalStorage(KEY);
  if (typeof known === 'string' && known !== '') return known;
  const bytes = window.crypto.getRandomValues(new Uint8Array(8));
  const made = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  app.saveLocalStorage(KEY, made);
  return made;
}
