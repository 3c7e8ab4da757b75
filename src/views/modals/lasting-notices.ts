import type { Notice } from 'obsidian';

/** Notices by an element in them. */
const shown = new Map<Notice, HTMLElement>();

/** Keeps a notice whose buttons lead into the plugin in mind, so that it can go when the plugin does. `part` is any element in it. */
export function keepNotice(notice: Notice, part: HTMLElement): Notice {
  for (const [other, otherPart] of shown) if (!otherPart.isConnected) shown.delete(other);
  shown.set(notice, part);
  return notice;
}

/** Takes away the notices that are kept in mind and still on screen. */
export function hideNotices(): void {
  for (const notice of shown.keys()) notice.hide();
  shown.clear();
}
