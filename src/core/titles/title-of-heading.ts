import { titleKey } from './title-key';

/** Links of both kinds, whose label is what is read. */
const LINK = /!?\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]|!?\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g;

/** What templates head the parts of a note with. */
const PARTS = new Set('notes mynotes annotations highlights metadata abstract summary synthesis 笔记 批注 标注 摘要 元数据'.split(' '));

/**
 * The title that a note's first heading stands for, links taken for their labels: templates make `[Title](zotero://…)` of it. Empty where it
 * heads a part of the note, as `Notes` or `📄 Annotations` do: with it, all notes of a template would have one title.
 */
export function titleOfHeading(heading: string): string {
  const title = heading.includes('[') ? heading.replace(LINK, '$1$2') : heading;
  return PARTS.has(titleKey(title)) ? '' : title;
}
