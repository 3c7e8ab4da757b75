import { Component } from 'obsidian';
import { joinList } from './core/text/join-texts';
import type { Library, MissingWork, ReferenceState, ResolvedReference, ResolvedVia } from './core/library/library';
import type { Paper } from './core/papers/paper';
import type { LineHunk, PlannedChange } from './core/changes/planned-change';
import type { Problem } from './core/papers/problem';
import type { Skip } from './core/changes/skip';
import { findStatusByAnyName } from './core/papers/status-vocabulary';
import type { StatusDefinition, StatusKind } from './core/papers/status-vocabulary';
import { say } from './language/say';
import type { Settings } from './settings/settings';
import type { ChangeEngine, ChangeReport } from './vault/change-engine';
import type { ChangeRequest } from './vault/change-request';
import type { ChangeRequests, LinkOnly } from './vault/change-requests';
import type { IndexKeeper } from './vault/index-keeper';

/** A paper as the API tells it. Plain data, a copy: changing it changes nothing. */
export interface ApiPaper {
  path: string;
  title: string;
  authors: string[];
  year: number | null;
  venue: string | null;
  tags: string[];
  metaKey: string | null;
  /** The vocabulary's value, or the note's own text where it is outside the vocabulary (`statusKind` is null then). */
  status: string;
  statusKind: StatusKind | null;
  /** `yyyy-MM-dd`. */
  readDate: string | null;
  /** Citations worldwide, as the note says. */
  numCitedBy: number | null;
  /** Papers of this library that cite it. */
  citedBy: number;
  /** Null for a paper without a references section. */
  references: { linked: number; broken: number; plain: number; ambiguous: number } | null;
}

/** A reference of a paper. `line` counts from 1. */
export interface ApiReference {
  state: ReferenceState;
  text: string;
  label: string;
  line: number;
  target: string | null;
  via: ResolvedVia | null;
}

export interface ApiMissingWork {
  key: string;
  title: string;
  citedBy: number;
}

export interface ApiProblem {
  code: Problem['code'];
  path: string;
  line: number | null;
  message: string;
  others: string[];
}

/** What a writing call did, or on a dry run would do. Paths sorted; `id` null where nothing changed. */
export interface Report {
  id: string | null;
  changed: string[];
  created: string[];
  skipped: Skip[];
  /** On a dry run: the lines, `line` counting from 1 in the note as it is. */
  edits?: { path: string; line: number; before: string; after: string }[];
}

/** Thrown by questions before `ready`, and what writing calls reject with for bad arguments: nothing has been written then. */
export class PaperweaveError extends Error {
  constructor(
    readonly code: 'not-ready' | 'bad-argument',
    message: string,
  ) {
    super(message);
    this.name = 'PaperweaveError';
  }
}

export interface ApiDeps {
  readonly version: string;
  readonly keeper: IndexKeeper;
  readonly requests: ChangeRequests;
  readonly engine: ChangeEngine;
  /** What taking back the latest change, or the one with that id, would do now. */
  planUndo(id?: string): Promise<Pick<PlannedChange, 'notes' | 'skipped'>>;
  settings(): Settings;
}

/**
 * `app.plugins.plugins.paperweave.api`: the library for other plugins and scripts. Plain data in and out. Questions answer at once after
 * `ready` and throw before it; writing calls wait for it. See docs/api.md.
 */
export class PaperweaveApi extends Component {
  /** The plugin's version. */
  readonly version: string;
  /** Settles when the first full index is there. */
  readonly ready: Promise<void>;

  constructor(private readonly deps: ApiDeps) {
    super();
    this.version = deps.version;
    this.ready = deps.keeper.ready;
  }

  /** All papers, ordered by path. */
  papers(): ApiPaper[] {
    const library = this.library();
    return library.papers().map((paper) => toApiPaper(library, paper));
  }

  /** The paper at that vault path, or null. */
  paper(path: string): ApiPaper | null {
    const library = this.library();
    const paper = library.paper(textArgument(path, 'path'));
    return paper ? toApiPaper(library, paper) : null;
  }

  /** Its references in document order; null for a note that is no paper or has no references section. */
  references(path: string): ApiReference[] | null {
    return this.library().references(textArgument(path, 'path'))?.map(toApiReference) ?? null;
  }

  /** Paths of the papers that cite it, sorted. */
  citedBy(path: string): string[] {
    return [...this.library().citing(textArgument(path, 'path'))];
  }

  /** The missing works, ranked, without the hidden ones. */
  missing(): ApiMissingWork[] {
    return this.library().missing().map(toApiMissingWork);
  }

  /** What is wrong, by path. */
  problems(): ApiProblem[] {
    return this.library()
      .problems()
      .map(({ code, path, line, message, others }) => ({ code, path, line, message, others: [...others] }));
  }

  /** Sets the status of papers: a vocabulary value, one of its aliases, or a default name. One change, one undo. */
  async setStatus(paths: readonly string[], status: string, options: { dryRun?: boolean } = {}): Promise<Report> {
    const chosen = pathsArgument(paths);
    const definition = this.statusArgument(status);
    const { dryRun } = optionsArgument(options, ['dryRun']);
    await this.deps.keeper.whole();
    return this.run(this.deps.requests.setStatus(chosen, definition), dryRun === true);
  }

  /** Links references of these papers, or of all. */
  async linkReferences(paths?: readonly string[], options: { dryRun?: boolean; only?: LinkOnly } = {}): Promise<Report> {
    const chosen = paths === undefined ? null : pathsArgument(paths);
    const { dryRun, only } = optionsArgument(options, ['dryRun', 'only']);
    if (only !== undefined && !LINK_KINDS.includes(only)) throw bad(say('only must be “repairs” or “restyling”.'));
    await this.deps.keeper.whole();
    return this.run(this.deps.requests.linkReferences(chosen ?? this.allPaths(), only), dryRun === true);
  }

  /** Turns wikilinks of the references sections, to notes in the same folder, into `./name.md` links. */
  async restoreRelativeLinks(paths?: readonly string[], options: { dryRun?: boolean } = {}): Promise<Report> {
    const chosen = paths === undefined ? null : pathsArgument(paths);
    const { dryRun } = optionsArgument(options, ['dryRun']);
    await this.deps.keeper.whole();
    return this.run(this.deps.requests.restoreRelativeLinks(chosen ?? this.allPaths()), dryRun === true);
  }

  /** Creates notes for missing works, by the keys of `missing()`, and links their citations. */
  async createNotes(keys: readonly string[], options: { dryRun?: boolean } = {}): Promise<Report> {
    const chosen = pathsArgument(keys, 'keys');
    const { dryRun } = optionsArgument(options, ['dryRun']);
    await this.deps.keeper.whole();
    return this.run(await this.deps.requests.createNotes(chosen), dryRun === true);
  }

  /** Takes back the latest change of this device, or the one with that id. Notes changed since are left alone and named. */
  async undo(id?: string, options: { dryRun?: boolean } = {}): Promise<Report> {
    if (id !== undefined) textArgument(id, 'id');
    const { dryRun } = optionsArgument(options, ['dryRun']);
    await this.deps.keeper.whole();
    if (dryRun === true) return toPlanReport(await this.deps.planUndo(id));
    return this.afterIndexing(await this.deps.engine.undo(id));
  }

  /** Calls back with the paths whose answers changed. Returns its own off. */
  on(event: 'change', callback: (change: { paths: string[] }) => void): () => void {
    // The declared type does not hold for callers in plain JavaScript.
    if ((event as unknown) !== 'change') throw bad(say('The only event is “change”.'));
    if (typeof callback !== 'function') throw bad(say('The callback must be a function.'));
    const off = this.deps.keeper.onPathsChanged((paths) => {
      callback({ paths: [...paths] });
    });
    this.register(off);
    return off;
  }

  private library(): Library {
    if (!this.deps.keeper.isReady) throw new PaperweaveError('not-ready', say('The library is still being read. Wait for the promise “ready”.'));
    return this.deps.keeper.library;
  }

  private allPaths(): string[] {
    return this.deps.keeper.library.papers().map((paper) => paper.path);
  }

  private async run(request: ChangeRequest, dryRun: boolean): Promise<Report> {
    if (!dryRun) return this.afterIndexing(await this.deps.engine.run(request));
    return toPlanReport(await this.deps.engine.plan(request));
  }

  /** The questions answer by what was written from the moment the call resolves. */
  private async afterIndexing(report: ChangeReport): Promise<Report> {
    await this.deps.keeper.caughtUp();
    return toReport(report);
  }

  private statusArgument(status: unknown): StatusDefinition {
    const name = textArgument(status, 'status');
    const { statuses } = this.deps.settings();
    const known = findStatusByAnyName(statuses, name);
    if (!known) throw bad(say('“{name}” is no status. Known are: {known}.', { name, known: joinList(statuses.map((definition) => definition.value)) }));
    return known;
  }
}

const LINK_KINDS: readonly string[] = ['repairs', 'restyling'];

const bad = (message: string): PaperweaveError => new PaperweaveError('bad-argument', message);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function textArgument(value: unknown, name: string): string {
  if (!isText(value)) throw bad(say('{name} must be a text that is not empty.', { name }));
  return value;
}

function pathsArgument(value: unknown, name = 'paths'): string[] {
  if (!Array.isArray(value)) throw bad(say('{name} must be a list of texts.', { name }));
  const items: readonly unknown[] = value;
  return items.map((item) => {
    if (!isText(item)) throw bad(say('each of {name} must be a text that is not empty.', { name }));
    return item;
  });
}

function optionsArgument<T extends object>(options: T, known: readonly string[]): T {
  if (typeof options !== 'object' || (options as unknown) === null || Array.isArray(options)) throw bad(say('The options must be an object.'));
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) throw bad(say('There is no option “{name}”. Known are: {known}.', { name: unknown, known: joinList(known) }));
  // What is only meant as a yes would write.
  if ('dryRun' in options && options.dryRun !== undefined && typeof options.dryRun !== 'boolean') throw bad(say('dryRun must be true or false.'));
  return options;
}

function toApiPaper(library: Library, paper: Paper): ApiPaper {
  const counts = library.counts(paper.path);
  const { path, title, year, venue, metaKey, status, statusKind, readDate, numCitedBy } = paper;
  return {
    path,
    title,
    authors: [...paper.authors],
    year,
    venue,
    tags: [...paper.tags],
    metaKey,
    status,
    statusKind,
    readDate,
    numCitedBy,
    citedBy: library.citedByCount(path),
    references: counts && { linked: counts.linked, broken: counts.broken, plain: counts.plain, ambiguous: counts.ambiguous },
  };
}

const toApiReference = ({ state, text, label, line, target, via }: ResolvedReference): ApiReference => ({ state, text, label, line, target, via });

const toApiMissingWork = ({ key, title, citedBy }: MissingWork): ApiMissingWork => ({ key, title, citedBy });

const toEdit = (path: string, { line, before, after }: LineHunk): { path: string; line: number; before: string; after: string } => ({
  path,
  line,
  before: before.join('\n'),
  after: after.join('\n'),
});

const toPlanReport = ({ notes, skipped }: Pick<PlannedChange, 'notes' | 'skipped'>): Report => ({
  id: null,
  changed: notes.filter((note) => !note.isNew).map((note) => note.path),
  created: notes.filter((note) => note.isNew).map((note) => note.path),
  skipped: [...skipped],
  edits: notes.flatMap(({ path, hunks }) => hunks.map((hunk) => toEdit(path, hunk))),
});

const toReport = ({ id, changed, created, skipped }: ChangeReport): Report => ({ id, changed: [...changed], created: [...created], skipped: [...skipped] });
