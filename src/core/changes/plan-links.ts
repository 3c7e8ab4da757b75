import { say } from '../../language/say';
import { findLostLinks } from '../markdown/find-lost-links';
import { findCitationTitle } from '../references/find-citation-title';
import { findReferences, looksLikeNoNote } from '../references/find-references';
import type { FoundReference } from '../references/find-references';
import { findSpan } from '../markdown/find-span';
import { findSentences, findTitleParts, isQuoted } from '../references/find-title-parts';
import { joinList } from '../text/join-texts';
import { untouched } from './note-plan';
import type { NotePlan } from './note-plan';
import { readLiteralText } from '../markdown/read-literal-text';
import type { LiteralRefusal } from '../markdown/read-literal-text';
import type { ReferenceResolver } from '../library/resolver';
import { fail, ok } from '../text/result';
import type { Result } from '../text/result';
import { scanNote } from '../markdown/scan-note';
import type { NoteLink, NoteScan, Span } from '../markdown/scan-note';
import type { Skip, SkipReason } from './skip';
import type { TextEdit } from '../text/text-edits';
import { areInOneFolder, baseNameOf, withoutNoteExtension } from '../text/vault-path';
import { titleKey } from '../titles/title-key';
import { isPlainLiteral } from '../markdown/write-literal-text';
import { writeRelativeLink } from '../markdown/write-relative-link';
import { writeWikilink } from '../markdown/write-wikilink';

/** What linking has to know of the vault. */
export interface LinkContext {
  /** Names of the headings that start a references section. */
  readonly headings: readonly string[];
  /** Whether only the references section is linked or the links of the whole note. */
  readonly scope: 'section' | 'note';
  readonly resolver: ReferenceResolver;
  /** True for a Markdown note: links to other files are left alone. */
  isNote(path: string): boolean;
  /** As the app's `fileToLinktext`: the base name where it is unique in the vault, else the full vault path, without `.md`. */
  linktext(target: string, source: string): string;
  /** Where the app itself goes with a link; null where it knows no target. A link that it reads otherwise is left as it is. */
  appTarget?(linkpath: string, source: string): string | null;
}

/** Which references of a note are linked; all of them where nothing is said. */
export interface LinkOptions {
  /** References that gain a target, or working links that only change their form. */
  readonly only?: 'repairs' | 'restyling';
  /** Only references to these notes. */
  readonly targets?: ReadonlySet<string>;
  /** Only the reference with this source text on this line (from 1), and to this note: the user decided. */
  readonly choose?: { readonly line: number; readonly text: string; readonly target: string };
  /** Citations of a key become citations of its value, wikilinks included. Other working links then keep their form. */
  readonly retarget?: ReadonlyMap<string, string>;
}

/**
 * Plans the wikilinks of one note: relative links that work change their form, broken and plain references that mean a note
 * become links to it. Only the link, or the title within a plain reference, is replaced. Working wikilinks stay, and so does
 * every place that a wikilink cannot hold, where the target is in doubt, or where restoring could not give the same
 * bytes again: each is listed with its reason. Planning again after the plan was applied plans nothing.
 */
export function planLinks(text: string, source: string, context: LinkContext, options: LinkOptions = {}): NotePlan {
  const scan = scanNote(text);
  const found = findReferences(text, scan, context.headings);
  const others = context.scope === 'note' ? [...found.loose, ...found.outside] : found.loose;
  const all = others.length === 0 ? found.references : [...found.references, ...others].sort((a, b) => a.from - b.from);
  // Items may hold code, comments, and a heading that ends the section.
  const isPlainText = ({ from, to }: Span): boolean => {
    const section = findSpan(found.sections, from);
    const held = findSpan(scan.protectedSpans, from);
    return section !== null && section.from <= from && to <= section.to && (held === null || held.from >= to);
  };
  const planner = new ReferencePlanner(text, scan, source, context, options, isPlainText);
  if (options.choose) {
    const chosen = findChosen(all, options.choose);
    if (!chosen) return untouched(skipChosen(source, options.choose));
    return planner.planAll([chosen]);
  }
  return planner.planAll(all);
}

/** A link decided on. `destination` is what a reader of links must find in it. */
interface PlannedLink {
  readonly edit: TextEdit;
  readonly destination: string;
  readonly reference: FoundReference;
  readonly isRepair: boolean;
}

/** What is decided of one reference: a link, a place left as it is with the reason, or nothing to say. */
type Decision = Result<PlannedLink | null, Skip>;

const NOTHING: Decision = ok(null);
const NO_TITLES: readonly string[] = [];
const NO_IDS: readonly string[] = [];
const NO_CANDIDATES: readonly string[] = [];

/** The target that a reference is to get. */
interface Aim {
  readonly target: string;
  /** False for a working link that keeps its target. */
  readonly isRepair: boolean;
  /** The note that a working link leads to now, where it is to lead elsewhere. */
  readonly formerTarget: string | null;
}

/** A part of a plain reference, and what a wikilink in its place would show. */
interface LiteralPart {
  readonly span: Span;
  readonly label: string;
}

/** A shorter emphasised part of a citation is a word of it, like *et al.* or *in vivo*. */
const LEAST_MARKED_KEY = 8;

class ReferencePlanner {
  constructor(
    private readonly text: string,
    private readonly scan: NoteScan,
    private readonly source: string,
    private readonly context: LinkContext,
    private readonly options: LinkOptions,
    private readonly isPlainText: (span: Span) => boolean,
  ) {}

  planAll(references: readonly FoundReference[]): NotePlan {
    const skipped: Skip[] = [];
    let links: PlannedLink[] = [];
    for (const reference of references) {
      const decision = this.decide(reference);
      if (!decision.ok) skipped.push(decision.error);
      else if (decision.value && this.isChange(decision.value.edit)) links.push(decision.value);
    }
    for (let lost = findLostLinks(this.text, this.scan, links); lost.size > 0; lost = findLostLinks(this.text, this.scan, links)) {
      for (const { reference } of lost) {
        skipped.push(this.skip(reference, 'link-form', READ_OTHERWISE));
      }
      links = links.filter((link) => !lost.has(link));
    }
    const repairs = links.filter((link) => link.isRepair).length;
    return {
      edits: links.map((link) => link.edit),
      skipped: skipped.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      repairs,
      restyles: links.length - repairs,
      properties: [],
    };
  }

  /** A broken wikilink may already be what it is to become: the note that it names is only now being made. */
  private isChange({ from, to, insert }: TextEdit): boolean {
    return to - from !== insert.length || this.text.slice(from, to) !== insert;
  }

  private decide(reference: FoundReference): Decision {
    const aim = this.aim(reference);
    if (!aim.ok) return aim;
    if (aim.value === null) return NOTHING;
    const { link } = reference;
    if (!link) return this.linkPlain(reference, aim.value);
    return link.kind === 'wikilink' ? this.relinkWikilink(reference, link, aim.value) : this.linkMarkdownLink(reference, link, aim.value);
  }

  /** Where the reference is to lead; null for one that stays as it is without a word. */
  private aim(reference: FoundReference): Result<Aim | null, Skip> {
    const { only, targets, choose, retarget } = this.options;
    if (!reference.linkable) {
      return choose ? fail(this.skip(reference, 'link-form', say('the item holds a link to another place. Link it by hand'))) : ok(null);
    }
    const { resolver } = this.context;
    // To any reference the user may give a target.
    if (!choose && reference.link === null && resolver.mayMean?.(this.text, reference.from, reference.to) === false) return this.aimless(reference, NO_CANDIDATES);
    const { target, via, candidates } = resolver.resolve(this.source, reference);
    if (choose) {
      if (via === 'path' && target === choose.target) return fail(this.skip(reference, 'already-so', say('it leads to that note already')));
      return ok({ target: choose.target, isRepair: true, formerTarget: null });
    }
    const isWorking = via === 'path';
    if (target === null) return this.aimless(reference, candidates);
    const aimed = retarget?.get(target) ?? target;
    const isMoved = aimed !== target;
    if (targets && !targets.has(target) && !targets.has(aimed)) return ok(null);
    if (isWorking && !isMoved && (reference.link?.kind === 'wikilink' || retarget)) return ok(null);
    if (only === (isWorking && !isMoved ? 'repairs' : 'restyling')) return ok(null);
    if (!this.context.isNote(target)) return ok(null);
    // A paper never cites itself: its own title in the list is no citation to repair, nor one to make by moving it.
    if (aimed === this.source && (!isWorking || isMoved)) return ok(null);
    const byApp = reference.linkpath === null ? null : (this.context.appTarget?.(reference.linkpath, this.source) ?? null);
    if (byApp !== null && byApp !== target) {
      return fail(this.skip(reference, 'resolution-differs', say('Obsidian opens “{opened}” from it, and not “{target}”. Write the link with its full path', { opened: byApp, target })));
    }
    return ok({ target: aimed, isRepair: !isWorking || isMoved, formerTarget: isWorking && isMoved ? target : null });
  }

  private aimless(reference: FoundReference, candidates: readonly string[]): Result<null, Skip> {
    const { only, targets, retarget } = this.options;
    if (only === 'restyling' || targets || retarget) return ok(null);
    if (candidates.length > 0) {
      const papers = { count: String(candidates.length), papers: joinList(candidates) };
      return fail(this.skip(reference, 'ambiguous', say('{count} papers fit: {papers}. Choose one in the citations view', papers)));
    }
    // Plain references without a target are missing works, thousands of them: they are listed there and not here.
    if (reference.linkpath === null) return ok(null);
    return fail(this.skip(reference, 'unresolved', say('it leads to no note. Create one from the missing works')));
  }

  private linkMarkdownLink(reference: FoundReference, link: NoteLink, aim: Aim): Decision {
    if (link.hasTitle) return fail(this.skip(reference, 'link-form', say('a wikilink cannot hold its title attribute')));
    const written = this.text.slice(link.labelFrom, link.labelTo);
    const label = readLiteralText(written);
    if (!label.ok) return fail(this.skip(reference, 'link-form', CANNOT_HOLD[label.error]));
    if (label.value.trim() === '') return fail(this.skip(reference, 'link-form', say('it has no text')));
    const decision = this.wikilink(reference, reference, aim, label.value, link.inTable);
    if (decision.ok && !aim.isRepair && !isPlainLiteral(written) && this.isRestoredOtherwise(reference, link, aim.target, label.value)) {
      return fail(this.skip(reference, 'label-unsafe', say('restoring it could not give the same backslashes again. Remove those that are not needed')));
    }
    return decision;
  }

  /** True for a `./name.md` link whose text the inverse would write with other escapes. */
  private isRestoredOtherwise(reference: FoundReference, link: NoteLink, target: string, label: string): boolean {
    if (link.kind !== 'inline' || !areInOneFolder(target, this.source)) return false;
    const restored = writeRelativeLink({ baseName: baseNameOf(target), subpath: reference.subpath, label, inTable: link.inTable });
    const isOfThatForm = restored.endsWith(this.text.slice(link.labelTo, link.to));
    return isOfThatForm && restored !== reference.text;
  }

  /** The target is replaced, the text kept byte for byte; a link that shows its target keeps showing it. */
  private relinkWikilink(reference: FoundReference, link: NoteLink, aim: Aim): Decision {
    const inner = this.text.slice(link.from + 2, link.to - 2);
    const pipe = inner.indexOf('|');
    if (pipe < 0) {
      const shown = reference.linkpath?.trim() ?? '';
      const { formerTarget } = aim;
      const names = formerTarget === null ? [] : [baseNameOf(formerTarget), withoutNoteExtension(formerTarget)];
      const showsName = names.some((name) => name.toLowerCase() === shown.toLowerCase());
      return this.wikilink(reference, reference, aim, showsName ? null : shown, link.inTable);
    }
    const bare = this.writeTarget(reference, aim.target);
    if (!bare.ok) return bare;
    const separator = inner.charAt(pipe - 1) === '\\' ? pipe - 1 : pipe;
    const insert = `[[${bare.value}${inner.slice(separator)}]]`;
    return ok({ edit: { from: reference.from, to: reference.to, insert }, destination: bare.value, reference, isRepair: aim.isRepair });
  }

  private linkPlain(reference: FoundReference, aim: Aim): Decision {
    const place = this.findTitle(reference, aim.target);
    if (!place.ok) return place;
    const { span, label } = place.value;
    const title = { from: reference.from + span.from, to: reference.from + span.to };
    if (!this.isPlainText(title)) return label.includes('$') ? fail(this.skip(reference, 'link-form', CANNOT_HOLD.math)) : NOTHING;
    if (isGluedToWord(this.text, title)) return fail(this.skip(reference, 'link-form', READ_OTHERWISE));
    return this.wikilink(reference, title, aim, label, false);
  }

  /** The part of a plain reference that is the title of the target, as text that a wikilink can show. */
  private findTitle(reference: FoundReference, target: string): Result<LiteralPart, Skip> {
    const parts = findTitleParts(reference.text);
    const [whole] = parts;
    const literal = this.literalParts(reference.text, parts);
    const cited = findCitationTitle(reference.text);
    const first = cited ? [...this.literalParts(reference.text, [cited]), ...literal] : literal;
    const meant = this.findMeant(first, target) ?? this.findMeant(this.literalParts(reference.text, findSentences(reference.text)), target);
    if (meant) return ok(meant);
    // An identifier or the user decided: the one marked part is the title then. Where no one looked at it, what is only emphasised may be the journal.
    const marked = literal.filter(({ span, label }) => span !== whole && (isQuoted(reference.text, span) || (this.options.choose && titleKey(label).length >= LEAST_MARKED_KEY)));
    const [only] = marked;
    if (only && marked.length === 1) return ok(only);
    const [begin] = literal;
    if (this.options.choose && begin && parts.length === 1) return ok(begin);
    const doubt = whole && parts.length === 1 ? readLiteralText(onOneLine(reference.text)) : null;
    const unclear = say('it is not clear which part of it is the title. Put the title in quotes');
    const why = doubt && !doubt.ok ? CANNOT_HOLD[doubt.error] : unclear;
    return fail(this.skip(reference, 'link-form', why));
  }

  private literalParts(source: string, parts: readonly Span[]): readonly LiteralPart[] {
    return parts.flatMap((span) => {
      const read = readLiteralText(onOneLine(source.slice(span.from, span.to)));
      return read.ok && read.value.trim() !== '' ? [{ span, label: read.value }] : [];
    });
  }

  private findMeant(parts: readonly LiteralPart[], target: string): LiteralPart | undefined {
    return parts.find(({ label }) => {
      const { target: own, candidates } = this.context.resolver.resolve(this.source, { label, linkpath: null, titles: [label], ids: [] });
      return own === target || candidates.includes(target);
    });
  }

  /** The name by which a link reaches the target, which is checked: another note may be nearer under that name. */
  private reachTarget(reference: FoundReference, target: string): Result<string, Skip> {
    const name = this.context.linktext(target, this.source);
    // A note called `robots.txt.md` is shown as one, but a link to `robots.txt` is taken for one to a text file.
    const linktext = looksLikeNoNote(name) ? `${name}.md` : name;
    const read = this.context.resolver.resolve(this.source, { label: '', linkpath: linktext, titles: NO_TITLES, ids: NO_IDS });
    if (read.via === 'path' && read.target !== target) {
      return fail(this.skip(reference, 'resolution-differs', say('a wikilink to “{name}” would lead to “{target}”. Rename one of the two notes', { name: linktext, target: read.target ?? '' })));
    }
    return ok(linktext);
  }

  private writeTarget(reference: FoundReference, target: string): Result<string, Skip> {
    const linktext = this.reachTarget(reference, target);
    if (!linktext.ok) return linktext;
    const bare = writeWikilink({ linktext: linktext.value, subpath: reference.subpath, label: null, inTable: false });
    return bare.ok ? ok(`${linktext.value}${reference.subpath}`) : fail(this.skip(reference, bare.error.reason, bare.error.message));
  }

  private wikilink(reference: FoundReference, place: Span, aim: Aim, label: string | null, inTable: boolean): Decision {
    const linktext = this.reachTarget(reference, aim.target);
    if (!linktext.ok) return linktext;
    const { subpath } = reference;
    const destination = `${linktext.value}${subpath}`;
    const isNameEnough = label === null || (label === destination && label === baseNameOf(aim.target));
    const written = writeWikilink({ linktext: linktext.value, subpath, label: isNameEnough ? null : label, inTable });
    if (!written.ok) return fail(this.skip(reference, written.error.reason, written.error.message));
    const before = this.text.charAt(place.from - 1);
    const isHemmedIn = before === '[' || before === '!' || this.text.charAt(place.to) === ']';
    if (isHemmedIn) return fail(this.skip(reference, 'link-form', say('it stands right at another bracket or exclamation mark. Put a space between')));
    return ok({ edit: { from: place.from, to: place.to, insert: written.value }, destination, reference, isRepair: aim.isRepair });
  }

  private skip(reference: FoundReference, reason: SkipReason, because: string): Skip {
    const message = say('“{label}” on line {line} is left as it is: {why}.', { label: shortened(reference.label), line: String(reference.line), why: because });
    return { path: this.source, reason, line: reference.line, message };
  }
}

const READ_OTHERWISE = say('with what stands around it a wikilink would be read as something else. Link it by hand');

/** Between a letter and the bracket of a link, marks of emphasis are no longer marks (CommonMark's rules of flanking). */
function isGluedToWord(text: string, { from, to }: Span): boolean {
  let before = from;
  while (EMPHASIS.includes(text.charAt(before - 1)) && before > 0) before--;
  let after = to;
  while (after < text.length && EMPHASIS.includes(text.charAt(after))) after++;
  return (before < from && /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, before - 2), before))) || (after > to && /^[\p{L}\p{N}]/u.test(text.slice(after, after + 2)));
}

const EMPHASIS = '*_~=';

/** Why a link's text does not go into a wikilink: a whole clause for each kind, since languages order them differently. */
const CANNOT_HOLD: Readonly<Record<LiteralRefusal, string>> = {
  'a line break': say('a wikilink cannot hold a line break in its text'),
  'an image': say('a wikilink cannot hold an image in its text'),
  'a footnote': say('a wikilink cannot hold a footnote in its text'),
  HTML: say('a wikilink cannot hold HTML in its text'),
  'an HTML entity': say('a wikilink cannot hold an HTML entity in its text'),
  code: say('a wikilink cannot hold code in its text'),
  emphasis: say('a wikilink cannot hold emphasis in its text'),
  'text struck through': say('a wikilink cannot hold text struck through in its text'),
  'a highlight': say('a wikilink cannot hold a highlight in its text'),
  math: say('a wikilink cannot hold math in its text'),
};

/** A line break inside a paragraph shows as a space, which a wikilink can hold; a backslash before it makes it a hard one. */
const onOneLine = (text: string): string =>
  text.replace(/[ \t]*\\(?=\r?\n)/g, '').replace(/[ \t]+|\r?\n[ \t>]*/g, (found: string, at: number) => (found.includes('\n') ? ' ' : /^\r?\n/.test(text.slice(at + found.length, at + found.length + 2)) ? '' : found));

const LONGEST_SHOWN = 80;

const shortened = (label: string): string => (label.length <= LONGEST_SHOWN ? label : `${label.slice(0, LONGEST_SHOWN - 1)}…`);

type Choice = NonNullable<LinkOptions['choose']>;

/** The chosen reference; where lines moved since the user chose, the only one with that text. */
function findChosen(references: readonly FoundReference[], choice: Choice): FoundReference | null {
  const alike = references.filter((reference) => reference.text === choice.text);
  const [only] = alike;
  return alike.find((reference) => reference.line === choice.line) ?? (alike.length === 1 && only ? only : null);
}

const skipChosen = (path: string, { line, text }: Choice): Skip => ({
  path,
  reason: 'changed-meanwhile',
  line,
  message: say('“{text}” is no longer on line {line}, so nothing was linked. Choose again.', { text: shortened(text), line: String(line) }),
});
