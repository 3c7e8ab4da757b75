import { keyedQuestion } from '../core/library/identity-index';
import type { MissingWork } from '../core/library/library';
import type { LibraryIndex } from '../core/library/library-index';
import { LinkResolver } from '../core/library/link-resolver';
import { missingWorkKey } from '../core/library/missing-works';
import { planLinks } from '../core/changes/plan-links';
import type { LinkContext, LinkOptions } from '../core/changes/plan-links';
import { planNewNotes } from '../core/changes/plan-new-notes';
import type { NewNotesPlan, WorkToCreate } from '../core/changes/plan-new-notes';
import { planProperty } from '../core/changes/plan-property';
import type { PropertyChange } from '../core/changes/plan-property';
import { planReading } from '../core/changes/plan-reading';
import { planRestore } from '../core/changes/plan-restore';
import { planStatus } from '../core/changes/plan-status';
import type { Reading } from '../core/papers/reading-memory';
import type { ReferenceResolver } from '../core/library/resolver';
import type { Skip } from '../core/changes/skip';
import { asciiSlug, slug } from '../core/titles/slug';
import type { StatusDefinition } from '../core/papers/status-vocabulary';
import { titleKey } from '../core/titles/title-key';
import { baseNameOf } from '../core/text/vault-path';
import { say } from '../language/say';
import type { NewNotePreview } from '../settings/settings-tab-deps';
import type { Settings } from '../settings/settings';
import type { ChangeRequest } from './change-request';

/** What the requests are made from. */
export interface ChangeRequestDeps {
  index(): LibraryIndex;
  settings(): Settings;
  /** Local day, `yyyy-MM-dd`. */
  today(): string;
  /** Where the app itself would go with a link; null where it knows no target. */
  appTarget(linkpath: string, source: string): string | null;
  /** The text of the user's template for new notes, or null for the built-in one. */
  template(): Promise<string | null>;
  excludes(path: string): boolean;
}

export type LinkOnly = 'repairs' | 'restyling';

/** Of so many missing works one is looked for whose note can be shown before it is made. */
const PREVIEWED_WORKS = 20;

/** Turns what the user asked for into requests for the change engine. Decides which notes; the planners decide which bytes. */
export class ChangeRequests {
  constructor(private readonly deps: ChangeRequestDeps) {}

  setStatus(paths: readonly string[], status: StatusDefinition): ChangeRequest {
    const settings = this.deps.settings();
    const today = this.deps.today();
    const { papers, skipped } = this.papersAmong(paths);
    return {
      kind: 'set-status',
      title: this.titleAbout(papers, {
        one: (title) => say('Set the status of “{title}” to {status}', { title, status: status.label.toLowerCase() }),
        many: (count) => say('Set the status of {count} papers to {status}', { count, status: status.label.toLowerCase() }),
      }),
      edits: papers.map((path) => ({ path, plan: (text) => planStatus(text, path, settings, status, today, settings.yamlListStyle) })),
      creates: [],
      skipped,
    };
  }

  /** Gives papers that were read, and whose notes no longer say so, their status and day again. */
  restoreReadings(readings: readonly Reading[]): ChangeRequest {
    const settings = this.deps.settings();
    const byPath = new Map(readings.map((reading) => [reading.path, reading]));
    const { papers, skipped } = this.papersAmong([...byPath.keys()]);
    return {
      kind: 'set-status',
      title: this.titleAbout(papers, {
        one: (title) => say('Restore the status of “{title}”', { title }),
        many: (count) => say('Restore the status of {count} papers', { count }),
      }),
      edits: papers.flatMap((path) => {
        const reading = byPath.get(path);
        return reading ? [{ path, plan: (text: string) => planReading(text, reading, settings, settings.yamlListStyle) }] : [];
      }),
      creates: [],
      skipped,
    };
  }

  setProperty(paths: readonly string[], change: PropertyChange): ChangeRequest {
    const { papers, skipped } = this.papersAmong(paths);
    const { yamlListStyle, fields } = this.deps.settings();
    return {
      kind: 'set-property',
      title: this.titleAbout(papers, {
        one: (title) => say('Change “{key}” of “{title}”', { key: change.key, title }),
        many: (count) => say('Change “{key}” of {count} papers', { key: change.key, count }),
      }),
      edits: papers.map((path) => ({ path, plan: (text) => planProperty(text, path, change, yamlListStyle, fields) })),
      creates: [],
      skipped,
    };
  }

  linkReferences(paths: readonly string[], only?: LinkOnly): ChangeRequest {
    const { papers, skipped } = this.papersAmong(paths);
    const title = this.titleAbout(papers, {
      one: (paper) => say('Link references in “{title}”', { title: paper }),
      many: (count) => say('Link references in {count} papers', { count }),
    });
    return this.linkRequest('link', title, papers, skipped, only ? { only } : {});
  }

  restoreRelativeLinks(paths: readonly string[]): ChangeRequest {
    const context = this.linkContext();
    const { papers, skipped } = this.papersAmong(paths);
    return {
      kind: 'restore',
      title: this.titleAbout(papers, {
        one: (title) => say('Restore relative links in “{title}”', { title }),
        many: (count) => say('Restore relative links in {count} papers', { count }),
      }),
      edits: papers.map((path) => ({ path, plan: (text) => planRestore(text, path, context) })),
      creates: [],
      skipped,
    };
  }

  /** Links one reference to the paper that the user chose for it. */
  chooseTarget(path: string, line: number, text: string, target: string): ChangeRequest {
    return this.linkRequest('link', say('Link a reference in “{title}”', { title: this.titleOf(path) }), [path], [], { choose: { line, text, target } });
  }

  /** The citations of the other papers with this one's title come to this one. */
  pointCitationsHere(path: string): ChangeRequest {
    const index = this.deps.index();
    const paper = index.paper(path);
    const others = paper ? index.identities.withTitleKey(paper.titleKey).filter((other) => other !== path && index.paper(other)?.titleKey === paper.titleKey) : [];
    const ambiguous = index.papers().filter((other) => index.references(other.path)?.some((reference) => reference.candidates.includes(path) && reference.candidates.every((candidate) => candidate === path || others.includes(candidate))));
    const citing = [...new Set([...others.flatMap((other) => index.citing(other)), ...ambiguous.map((other) => other.path)])].filter((source) => source !== path).sort();
    const here = new Set([path, ...others]);
    const resolver: ReferenceResolver = {
      resolve: (source, reference) => {
        const resolution = index.identities.resolve(source, reference);
        const isMeant = resolution.candidates.length > 0 && resolution.candidates.every((candidate) => here.has(candidate));
        return isMeant ? { target: path, via: 'title', candidates: [] } : resolution;
      },
    };
    const context = { ...this.linkContext(), resolver };
    return {
      kind: 'point-citations',
      title: say('Point the citations of “{title}” at {name}', { title: this.titleOf(path), name: baseNameOf(path) }),
      edits: citing.map((source) => ({
        path: source,
        plan: (text) => planLinks(text, source, context, { targets: here, retarget: new Map(others.map((other) => [other, path])) }),
      })),
      creates: [],
      skipped: [],
    };
  }

  /** Notes for missing works, and links to them in every paper that cites them. */
  async createNotes(keys: readonly string[]): Promise<ChangeRequest> {
    const index = this.deps.index();
    const known = new Map([...index.missing(), ...index.hiddenMissing()].map((work) => [work.key, work]));
    const works: MissingWork[] = [];
    const skipped: Skip[] = [];
    for (const key of new Set(keys)) {
      const work = known.get(key);
      if (work) works.push(work);
      else skipped.push({ path: key, reason: 'unresolved', message: say('No missing work has this key (any more).') });
    }
    const planned = await this.planNotes(works, (work) => this.noteOf(work));
    const targets = new Map([...planned.notes, ...planned.existing].map((note) => [note.key, note.path]));
    const created = new Set(planned.notes.map((note) => note.path));
    const createdNames = countNames(created);
    const resolver: ReferenceResolver = {
      resolve: (source, reference) => {
        const resolution = index.identities.resolve(source, reference);
        if (resolution.target !== null || resolution.candidates.length > 0) return resolution;
        const key = missingWorkKey(source, keyedQuestion(reference));
        const target = key === null ? undefined : targets.get(key);
        return target === undefined ? resolution : { target, via: 'title', candidates: [] };
      },
    };
    const context: LinkContext = {
      ...this.linkContext(),
      resolver,
      isNote: (path) => created.has(path) || isNotePath(path),
      linktext: (target, source) => (created.has(target) ? this.linktextOfNew(target, createdNames) : this.linkContext().linktext(target, source)),
    };
    const citing = [...new Set([...targets.keys()].flatMap((key) => known.get(key)?.citing ?? []))].sort();
    return {
      kind: 'create',
      title:
        planned.notes.length === 1
          ? say('Create a note for “{title}”', { title: known.get(planned.notes[0]?.key ?? '')?.title ?? '' })
          : say('Create {count} notes for missing works', { count: counted(planned.notes.length) }),
      edits: citing.map((path) => ({ path, plan: (text) => planLinks(text, path, context, { targets: new Set(targets.values()) }) })),
      creates: planned.notes.map(({ path, text }) => ({ path, text })),
      skipped: [...skipped, ...planned.skipped],
      onCreateFailed: (path) => {
        for (const [key, target] of targets) if (target === path) targets.delete(key);
      },
    };
  }

  /** The note that would be made for the most cited missing work, or for an example where there is none. Nothing is written. */
  async previewNewNote(): Promise<NewNotePreview> {
    // A work whose note is there and is no paper yet would be linked.
    const mostCited = this.deps.index().missing().slice(0, PREVIEWED_WORKS).find((work) => this.noteOf(work) === null);
    const work: WorkToCreate = mostCited ?? { key: 'example', title: say('A Work That Your Papers Cite'), citing: [] };
    const { notes, skipped } = await this.planNotes([work]);
    return { title: work.title, isExample: mostCited === undefined, note: notes[0] ?? null, problem: skipped[0]?.message ?? null };
  }

  private async planNotes<W extends WorkToCreate>(works: readonly W[], existingNote?: (work: W) => string | null): Promise<NewNotesPlan> {
    const index = this.deps.index();
    return planNewNotes(works, {
      settings: this.deps.settings(),
      template: await this.deps.template(),
      today: this.deps.today(),
      folderFor: (work) => this.folderForNew(work),
      // A note of that name elsewhere, too: links to it by its bare name would lead to the nearer new one.
      isTaken: (path) => index.identities.links.isNameTaken(path),
      isKeyTaken: (metaKey) => index.identities.withName(metaKey).length > 0,
      ...(existingNote && { existingNote }),
    });
  }

  private linkRequest(kind: 'link', title: string, papers: readonly string[], skipped: readonly Skip[], options: LinkOptions): ChangeRequest {
    const context = this.linkContext();
    return { kind, title, edits: papers.map((path) => ({ path, plan: (text) => planLinks(text, path, context, options) })), creates: [], skipped };
  }

  private linkContext(): LinkContext {
    const settings = this.deps.settings();
    return {
      headings: settings.referenceHeadings,
      scope: settings.linkScope,
      // Asked anew each time: while a change runs, the index moves on with the notes.
      resolver: {
        resolve: (source, reference) => this.deps.index().identities.resolve(source, reference),
        mayMean: (note, from, to) => this.deps.index().identities.mayMean(note, from, to),
      },
      isNote: isNotePath,
      linktext: (target) => this.deps.index().identities.linktext(target),
      appTarget: (linkpath, source) => this.deps.appTarget(linkpath, source),
    };
  }

  /** A note that bears the work's name but is no paper (yet): it is that work, and is linked instead of created again. */
  private noteOf(work: MissingWork): string | null {
    const { links } = this.deps.index().identities;
    for (const name of new Set([slug(work.title), asciiSlug(work.title)])) {
      const path = name === '' ? null : links.resolve(`${name}.md`, '');
      if (path !== null && isNotePath(path) && titleKey(baseNameOf(path)) === work.key && !this.deps.excludes(path)) return path;
    }
    return null;
  }

  private linktextOfNew(target: string, createdNames: ReadonlyMap<string, number>): string {
    const name = baseNameOf(target);
    const isTaken = this.deps.index().identities.links.resolve(name, '') !== null;
    const isShared = (createdNames.get(LinkResolver.nameOf(target)) ?? 0) > 1;
    return isTaken || isShared ? target.replace(/\.md$/i, '') : name;
  }

  private folderForNew(work: WorkToCreate): string {
    const { newNoteFolder } = this.deps.settings();
    const first = work.citing[0] ?? '';
    return newNoteFolder !== '' ? newNoteFolder : first.includes('/') ? first.slice(0, first.lastIndexOf('/')) : '';
  }

  private papersAmong(paths: readonly string[]): { papers: readonly string[]; skipped: readonly Skip[] } {
    const papers: string[] = [];
    const skipped: Skip[] = [];
    for (const path of [...new Set(paths)].sort()) {
      const problem = this.deps.index().problemOf(path);
      if (this.deps.index().paper(path) && !this.deps.excludes(path)) papers.push(path);
      else if (problem) skipped.push({ path, reason: 'invalid-front-matter', message: problem.message, ...(problem.line === null ? {} : { line: problem.line }) });
      else skipped.push({ path, reason: 'not-a-paper', message: say('This note is no paper, or there is no such note.') });
    }
    return { papers, skipped };
  }

  private titleOf(path: string): string {
    return this.deps.index().paper(path)?.title ?? baseNameOf(path);
  }

  /** What a change is called: by the paper's title where it is about one. */
  private titleAbout(papers: readonly string[], { one, many }: { readonly one: (title: string) => string; readonly many: (count: string) => string }): string {
    const [only] = papers;
    return only !== undefined && papers.length === 1 ? one(this.titleOf(only)) : many(counted(papers.length));
  }
}

/** With separators, as the counts in the views: `1,146`. */
const counted = (count: number): string => count.toLocaleString('en');

function countNames(paths: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const name = LinkResolver.nameOf(path);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const isNotePath = (path: string): boolean => /\.md$/i.test(path);

