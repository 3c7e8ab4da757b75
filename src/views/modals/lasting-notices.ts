import type { Notice } from 'obsidian';

const shown = new Set<Notice>();

/** Keeps a notice whose buttons lead into the plugin in mind, so that it can go when the plugin does. */
export function keepNotice(notice: Notice): Notice {
  for (const other of shown) if (!other.messageEl.isConnected) shown.delete(other);
  shown.add(notice);
  return notice;
}

/** Takes away the notices that are kept in mind and still on screen. */
export function hideNotices(): void {
  for (const notice of shown) notice.hide();
  shown.clear();
}
