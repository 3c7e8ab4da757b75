import { keyedQuestion } from './identity-index';
import type { KeyedQuestion } from './identity-index';
import { IntColumn } from '../collections/int-column';
import { KeyedLists } from '../collections/keyed-lists';
import { LinkResolver } from './link-resolver';
import { missingWorkSpelling, missingWorkText } from './missing-works';
import { ownText } from '../text/own-text';
import { Postings } from '../collections/postings';
import type { StoredWording } from './stored-library';
import { TextNumbers } from '../collections/text-numbers';
import { NO_KEY, TitleKeys } from './title-keys';
import { withoutNoteExtension } from '../text/vault-path';
import type { WrittenReference } from '../references/written-reference';

/** A wording that is not just plain words. */
interface Form {
  readonly text: string;
  readonly label: string;
  readonly linkpath: string | null;
  /** Null where the label is the only title to try. */
  readonly titles: readonly string[] | null;
  readonly ids: readonly string[];
}

const NO_IDS: readonly string[] = [];
const NO_NUMBERS: readonly number[] = [];

/**
 * The ways in which references are written, each kept once with a number, and the notes that hold it: most titles stand in several
 * notes, in the same words. A wording stays when the last note that held it is gone, since it is likely to come back.
 */
export class ReferenceWordings {
  readonly keys = new TitleKeys();
  /** The notes that hold a wording, each once. */
  readonly holders = new Postings();
  /** Plain words are their own form. */
  private readonly forms: (string | Form)[] = [];
  private readonly labelKeys = new IntColumn();
  /** The key of the missing work that a wording without a target stands for. */
  private readonly works = new IntColumn();
  /** By text, but for plain words, which are found by their key. */
  private readonly special = new KeyedLists<number>();
  private readonly byName: KeyedLists<number>;
  private readonly byId = new KeyedLists<number>();
  /** The wordings that a title key decides, or whose missing work it is. */
  private readonly byKey = new Postings();

  /** `names`: where the names of files are kept. */
  constructor(names = new TextNumbers()) {
    this.byName = new KeyedLists(names);
  }

  /** The number of a wording, a new one where it is new. Of a reference that is known, only text, link and identifiers are asked for. */
  give(reference: WrittenReference): number {
    // A comment is no part of the label.
    const key = reference.linkpath === null && !reference.text.includes('%%') ? this.keys.findPlain(reference.text) : null;
    if (key !== null) return this.givePlain(reference.text, key);
    for (const number of this.special.get(reference.text)) if (this.isWritten(number, reference)) return number;
    return this.addSpecial(reference);
  }

  /** How many numbers were given. */
  get count(): number {
    return this.forms.length;
  }

  /** Whether the number stands for a wording. */
  isKnown(number: number): boolean {
    const form = this.forms[number];
    return form !== undefined && form !== '';
  }

  /** The wording for `restore`; null for a number that stands for none. */
  stored(number: number): StoredWording {
    const form = this.forms[number] ?? '';
    return form === '' ? null : typeof form === 'string' ? form : this.written(number);
  }

  /** Gives the next number to a wording that had it before (`give` finds it then), or, for null, to none. */
  restore(wording: StoredWording): void {
    if (wording === null) this.addForm('', NO_KEY, NO_KEY);
    else if (typeof wording !== 'string') this.addSpecial(wording);
    else if (this.keys.findPlain(wording) !== null) this.addPlain(wording);
    else this.addSpecial({ text: wording, label: wording, linkpath: null, titles: [wording], ids: NO_IDS });
  }

  /** Whether the reference is written so: beside its text, link definitions and what stands beside a link can make a difference. */
  isWritten(number: number, reference: WrittenReference): boolean {
    const form = this.forms[number] ?? '';
    const { text, linkpath } = reference;
    if (typeof form === 'string') return linkpath === null && form === text;
    if (form.linkpath !== linkpath || form.text !== text || !sameTexts(form.ids, reference.ids)) return false;
    return linkpath !== null || form.label === reference.label;
  }

  /** The wording as it was given. */
  written(number: number): WrittenReference {
    const form = this.forms[number] ?? '';
    if (typeof form === 'string') return { text: form, label: form, linkpath: null, titles: [form], ids: NO_IDS };
    const { text, label, linkpath, titles, ids } = form;
    return { text, label, linkpath, titles: titles ?? [label], ids };
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
    const form = this.forms[number] ?? '';
    return typeof form === 'string' || (form.linkpath === null && form.titles === null && form.ids.length === 0);
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
    const form = this.forms[number] ?? '';
    return typeof form === 'string' ? form : missingWorkSpelling(form);
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

  /** The one wording of those; null where there are several. */
  onlyWithKey(key: number): number | null {
    return this.byKey.only(key);
  }

  /** Plain words, and the number of their key, which may be new. */
  private givePlain(text: string, key: number): number {
    const only = key === NO_KEY ? null : this.byKey.only(key);
    if (only !== null && this.forms[only] === text) return only;
    for (const number of key === NO_KEY ? NO_NUMBERS : this.byKey.of(key)) if (this.forms[number] === text) return number;
    return this.addPlain(ownText(text));
  }

  /** The plain words that were looked for last. */
  private addPlain(text: string): number {
    const key = this.keys.keep(text);
    return this.addForm(text, key, key);
  }

  /** Files a form under its keys. */
  private addForm(form: string | Form, labelKey: number, workKey: number): number {
    const number = this.forms.length;
    this.forms.push(form);
    this.labelKeys.set(number, labelKey);
    this.works.set(number, workKey);
    if (labelKey !== NO_KEY) this.byKey.add(labelKey, number);
    return number;
  }

  private addSpecial(reference: WrittenReference): number {
    const text = ownText(reference.text);
    const { label: shown, titles: tried, linkpath: leadsTo, ids: named } = reference;
    const label = shown === text ? text : ownText(shown);
    const linkpath = leadsTo === null ? null : ownText(leadsTo);
    const titles = tried.length === 1 && tried[0] === label ? null : tried.map((title) => (title === label ? label : ownText(title)));
    const ids = named.length === 0 ? NO_IDS : named.map(ownText);
    const labelKey = this.keys.give(label);
    const workText = missingWorkText(label, linkpath);
    const workKey = workText === label ? labelKey : this.keys.give(ownText(workText));
    const number = this.addForm({ text, label, linkpath, titles, ids }, labelKey, workKey);
    this.special.add(text, number);
    if (linkpath !== null) this.byName.add(LinkResolver.nameOf(linkpath), number);
    for (const id of ids) this.byId.add(id, number);
    if (workKey !== labelKey || titles !== null) {
      for (const key of new Set([workKey, ...(titles ?? []).map((title) => this.keys.give(title))])) if (key !== NO_KEY && key !== labelKey) this.byKey.add(key, number);
    }
    return number;
  }
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, at) => text === b[at]);

