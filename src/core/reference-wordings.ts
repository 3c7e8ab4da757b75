import type { FoundReference } from './find-references';
import { keyedQuestion } from './identity-index';
import type { KeyedQuestion } from './identity-index';
import { IntColumn } from './int-column';
import { KeyedLists } from './keyed-lists';
import { LinkResolver } from './link-resolver';
import { missingWorkSpelling, missingWorkText } from './missing-works';
import { ownText } from './own-text';
import { Postings } from './postings';
import { NO_KEY, TitleKeys } from './title-keys';
import { withoutNoteExtension } from './vault-path';

/** A reference as it is written, apart from where. */
export type WrittenReference = Pick<FoundReference, 'text' | 'label' | 'linkpath' | 'titles' | 'ids'>;

/** A wording that is not just a title. */
interface Form {
  /** The source text; or the number of its shape, where label and link make the text. */
  readonly text: string | number;
  readonly label: string;
  readonly linkpath: string | null;
  /** Null where the label is the only title to try. */
  readonly titles: readonly string[] | null;
  readonly ids: readonly string[];
}

/** How nearly all links are written. */
const SHAPES: readonly ((label: string, linkpath: string) => string)[] = [
  (label, linkpath) => `[${label}](${linkpath})`,
  (label, linkpath) => `[[${linkpath}|${label}]]`,
  (_, linkpath) => `[[${linkpath}]]`,
];

const NO_IDS: readonly string[] = [];

/**
 * The ways in which references are written, each kept once with a number, and the notes that hold it: most titles stand in several
 * notes, in the same words. A wording stays when the last note that held it is gone, since it is likely to come back.
 */
export class ReferenceWordings {
  readonly keys = new TitleKeys();
  /** The notes that hold a wording, each once. */
  readonly holders = new Postings();
  /** A plain title is its own form. */
  private readonly forms: (string | Form)[] = [];
  private readonly labelKeys = new IntColumn();
  /** The key of the missing work that a wording without a target stands for. */
  private readonly works = new IntColumn();
  private readonly plain = new KeyedLists<number>();
  private readonly byName = new KeyedLists<number>();
  private readonly byId = new KeyedLists<number>();
  /** The wordings that a title key decides, or whose missing work it is. */
  private readonly byKey = new Postings();

  /** The number of a wording, a new one where it is new. */
  give(reference: WrittenReference): number {
    const { label, linkpath } = reference;
    const alike = linkpath === null ? this.plain.get(label) : this.byName.get(LinkResolver.nameOf(linkpath));
    for (const number of alike) if (this.isWritten(number, reference)) return number;
    return this.add(reference);
  }

  /** The wording as it was given. */
  written(number: number): WrittenReference {
    const form = this.forms[number] ?? '';
    if (typeof form === 'string') return { text: form, label: form, linkpath: null, titles: [form], ids: NO_IDS };
    const { text, label, linkpath, titles, ids } = form;
    return { text: typeof text === 'number' ? textOfShape(text, label, linkpath) : text, label, linkpath, titles: titles ?? [label], ids };
  }

  label(number: number): string {
    const form = this.forms[number] ?? '';
    return typeof form === 'string' ? form : form.label;
  }

  linkpath(number: number): string | null {
    const form = this.forms[number] ?? '';
    return typeof form === 'string' ? null : form.linkpath;
  }

  /** Whether its title alone decides what it means. */
  isPlainTitle(number: number): boolean {
    return typeof this.forms[number] === 'string';
  }

  /** Number of the label's title key. */
  labelKey(number: number): number {
    return this.labelKeys.get(number);
  }

  question(number: number): KeyedQuestion {
    return keyedQuestion(this.written(number));
  }

  /** Number of the missing work's key; `NO_KEY` where nothing is left to compare. */
  workKey(number: number): number {
    return this.works.get(number);
  }

  /** The missing work's key where it is too short to mean the same in several papers, else null. */
  shortWorkKey(number: number): string | null {
    const work = this.workKey(number);
    return this.keys.merges(work) ? null : this.keys.key(work);
  }

  /** How the wording spells the missing work's title. */
  spelling(number: number): string {
    return this.linkpath(number) === null ? this.label(number) : missingWorkSpelling(this.question(number));
  }

  /** The wordings that a file of this name may be meant by. */
  withName(name: string): readonly number[] {
    const numbers = this.byName.get(name);
    const shorter = withoutNoteExtension(name);
    // `a.md` in a link is the note of that name, or one called `a.md.md`.
    return shorter === name ? numbers : [...numbers, ...this.byName.get(shorter)];
  }

  withId(id: string): readonly number[] {
    return this.byId.get(id);
  }

  /** The wordings that the key decides, or whose missing work it is. */
  withKey(key: number): readonly number[] {
    return this.byKey.of(key);
  }

  private isWritten(number: number, { text, label, linkpath, titles, ids }: WrittenReference): boolean {
    const form = this.forms[number];
    if (form === undefined) return false;
    if (typeof form === 'string') return linkpath === null && form === label && text === label && isOnly(titles, label) && ids.length === 0;
    return (
      form.linkpath === linkpath &&
      form.label === label &&
      (typeof form.text === 'number' ? textOfShape(form.text, label, linkpath) : form.text) === text &&
      (form.titles === null ? isOnly(titles, label) : sameTexts(form.titles, titles)) &&
      sameTexts(form.ids, ids)
    );
  }

  private add(reference: WrittenReference): number {
    const number = this.forms.length;
    const label = ownText(reference.label);
    const linkpath = reference.linkpath === null ? null : ownText(reference.linkpath);
    const ids = reference.ids.length === 0 ? NO_IDS : reference.ids.map(ownText);
    const titles = isOnly(reference.titles, label) ? null : reference.titles.map((title) => (title === label ? label : ownText(title)));
    const shape = linkpath === null ? -1 : SHAPES.findIndex((write) => write(label, linkpath) === reference.text);
    const isPlainTitle = linkpath === null && titles === null && ids === NO_IDS && reference.text === label;
    this.forms.push(isPlainTitle ? label : { text: shape < 0 ? ownText(reference.text) : shape, label, linkpath, titles, ids });
    if (linkpath === null) this.plain.add(label, number);
    else this.byName.add(ownText(LinkResolver.nameOf(linkpath)), number);
    for (const id of ids) this.byId.add(id, number);
    const labelKey = this.keys.give(label);
    const workKey = linkpath === null ? labelKey : this.keys.give(ownText(missingWorkText({ label, labelKey: labelKey === NO_KEY ? '' : label, linkpath })));
    this.labelKeys.set(number, labelKey);
    this.works.set(number, workKey);
    for (const key of new Set([labelKey, workKey, ...(titles ?? []).map((title) => this.keys.give(title))])) if (key !== NO_KEY) this.byKey.add(key, number);
    return number;
  }
}

const textOfShape = (shape: number, label: string, linkpath: string | null): string => SHAPES[shape]?.(label, linkpath ?? '') ?? '';
const isOnly = (titles: readonly string[], label: string): boolean => titles.length === 1 && titles[0] === label;
const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, at) => text === b[at]);

