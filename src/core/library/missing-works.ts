import { findCitationTitle } from '../references/find-citation-title';
import type { MissingWork } from './library';
import type { KeyedQuestion } from './identity-index';
import { asciiSlug, slug } from '../titles/slug';
import { titleKey } from '../titles/title-key';
import { baseNameOf } from '../text/vault-path';

const OWN = ' @ ';

/** Shorter keys are abbreviations and debris: equal ones need not be one work. */
export const LEAST_MERGING_KEY = 8;

/**
 * The key of the missing work that a reference without a target stands for. Plain references go by their label or, where that is a whole
 * citation, by the title in it; a broken link by its label where the label's slug is the link's base name, else by the base name. Keys too
 * short to be sure of never merge works of different papers: they carry the citing paper's path. Null where nothing is left to compare.
 */
export function missingWorkKey(source: string, reference: KeyedQuestion): string | null {
  const key = sharedKey(reference);
  if (key === '') return null;
  return key.length >= LEAST_MERGING_KEY ? key : ownWorkKey(key, source);
}

/** The key of a work that is no other paper's. */
export const ownWorkKey = (key: string, source: string): string => `${key}${OWN}${source}`;

/** Takes such a key apart: no title key holds a space. */
export function readOwnWorkKey(whole: string): readonly [key: string, source: string] {
  const [key = '', ...source] = whole.split(OWN);
  return [key, source.join(OWN)];
}

/** The title in a whole citation, where it is long enough to be sure of; else the text itself. */
function citedTitle(text: string): string {
  const span = findCitationTitle(text);
  if (span === null) return text;
  const title = text.slice(span.from, span.to);
  return titleKey(title).length >= LEAST_MERGING_KEY ? title : text;
}

/** The text whose title key is the key of the missing work, apart from whose it is. */
export function missingWorkText(label: string, linkpath: string | null): string {
  if (linkpath === null) return citedTitle(label);
  const base = baseNameOf(linkpath);
  const lower = base.toLowerCase();
  if (asciiSlug(label) === lower || slug(label) === lower) return label;
  return titleKey(base) === '' ? label : base;
}

const sharedKey = ({ label, linkpath }: KeyedQuestion): string => titleKey(missingWorkText(label, linkpath));

/** How the reference spells the work's title: its label or the title in that, or, where the label is about something else, the link's name in words. */
export function missingWorkSpelling({ label, linkpath }: Pick<KeyedQuestion, 'label' | 'linkpath'>): string {
  const text = missingWorkText(label, linkpath);
  if (linkpath === null) return text;
  if (titleKey(label) === titleKey(text)) return label;
  const words = text.replace(/[-_\s]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A longer title that holds small letters is not `et al` with signs around it. */
const LONGEST_ET_AL = 16;

/** Leftovers of text recognition: too few letters to be a title, `Et al.`, or one word in capitals (`IEEE`). */
export function isDebris(title: string): boolean {
  // Four small letters in a row settle it for nearly every title.
  if (title.length > LONGEST_ET_AL && /[a-z]{4}/.test(title)) return false;
  const key = titleKey(title);
  if (key === 'etal') return true;
  if (!/(?:\p{L}\P{L}*){4}/u.test(key)) return true;
  return /^\S+$/.test(title.trim()) && title === title.toUpperCase() && title !== title.toLowerCase();
}

/** Most citing papers first, then most of them read, then by title. */
export function compareMissingWorks(a: MissingWork, b: MissingWork): number {
  return b.citedBy - a.citedBy || b.readBy - a.readBy || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.key < b.key ? -1 : 1);
}
