import { Notice } from 'obsidian';
import type { ObsidianProtocolData } from 'obsidian';
import { PaperweaveError, type PaperweaveApi } from '../api';
import { INITIAL_DASHBOARD_STATE, NO_FILTERS, type DashboardState } from '../core/dashboard/dashboard-state';
import { findView } from '../core/dashboard/saved-views';
import { joinList } from '../core/text/join-texts';
import { messageOf } from '../core/text/message-of';
import type { Paper } from '../core/papers/paper';
import { readUri, shownValue, type UriView } from '../core/read-uri';
import { findStatusByAnyName } from '../core/papers/status-vocabulary';
import { say } from '../language/say';
import { CITATIONS_VIEW } from '../views/citations/citations-view';
import { confirm } from '../views/modals/confirm-modal';
import type { CommandDeps } from './command-deps';
import { openDashboardAt } from './open-dashboard-at';
import { paperAt } from './paper-at';

export interface UriHandlerDeps extends CommandDeps {
  readonly api: PaperweaveApi;
}

/**
 * What `obsidian://paperweave?…` does. Links come from anywhere: a page, a mail, a note of someone else. They open what the library or the settings
 * have, and nothing else; what would write asks first, one question at a time, and the answer that is ready to be given is no.
 */
export class UriHandler {
  private isAsking = false;

  constructor(private readonly deps: UriHandlerDeps) {}

  /** Never rejects: what is wrong with a link is said in a notice. */
  async handle(params: ObsidianProtocolData): Promise<void> {
    const request = readUri(params);
    if (!request.ok) {
      new Notice(request.error);
      return;
    }
    const { value } = request;
    try {
      if (value.kind === 'view') await this.openView(value.view, value.search);
      else if (value.kind === 'saved') await this.openSaved(value.name);
      else {
        await this.deps.keeper.whole();
        const paper = this.findPaper(value.paper);
        if (!paper) return;
        if (value.kind === 'paper') this.deps.actions.openNote(paper.path, null);
        else await this.setStatus(paper, value.status);
      }
    } catch (error) {
      if (!(error instanceof PaperweaveError)) console.error('Paperweave could not follow a link.', error);
      new Notice(say('The link could not be followed: {error}', { error: messageOf(error) }));
    }
  }

  private async openView(view: UriView, search: string | null): Promise<void> {
    if (view === 'citations') {
      await this.deps.openView(CITATIONS_VIEW);
      return;
    }
    const tab = view === 'dashboard' ? {} : { tab: view };
    // A search shows all that it finds, whatever was filtered before.
    const found: Partial<DashboardState> = search === null ? {} : view === 'missing' ? { missingSearch: search } : { search, filters: NO_FILTERS };
    await this.openDashboard({ ...tab, ...found });
  }

  private async openSaved(name: string): Promise<void> {
    const { savedViews } = this.deps.settings();
    const view = findView(savedViews, name);
    if (view) await this.openDashboard({ ...INITIAL_DASHBOARD_STATE, ...view.look });
    else {
      const known = { name: shownValue(name), views: joinList(savedViews.map((saved) => saved.name)) };
      new Notice(savedViews.length === 0 ? say('There is no saved view “{name}”. There are none yet.', known) : say('There is no saved view “{name}”. There are: {views}.', known));
    }
  }

  private openDashboard(change: Partial<DashboardState>): Promise<void> {
    return openDashboardAt(this.deps.app, (type) => this.deps.openView(type), change);
  }

  /** By its path, with or without `.md`, or by its key; says so where there is none, or more than one. */
  private findPaper(name: string): Paper | null {
    const { library } = this.deps.keeper;
    const at = paperAt(name, library);
    if (at) return at;
    const key = name.normalize('NFC');
    const keyed = library.papers().filter((paper) => paper.metaKey?.normalize('NFC') === key);
    const [only] = keyed;
    if (only && keyed.length === 1) return only;
    const paths = keyed.slice(0, MOST_PATHS).map((paper) => paper.path);
    const values = { key: shownValue(name), count: String(keyed.length), paths: joinList(paths), more: String(keyed.length - paths.length) };
    if (keyed.length === 0) new Notice(say('There is no paper with the path or key “{key}”.', values));
    else if (keyed.length === paths.length) new Notice(say('{count} papers have the key “{key}”: {paths}. A link with the path opens one of them.', values));
    else new Notice(say('{count} papers have the key “{key}”: {paths} and {more} more. A link with the path opens one of them.', values));
    return null;
  }

  private async setStatus(paper: Paper, name: string): Promise<void> {
    const { statuses } = this.deps.settings();
    const status = findStatusByAnyName(statuses, name);
    if (!status) {
      new Notice(
        say('The link names the unknown status “{status}”. Known are: {statuses}.', { status: shownValue(name), statuses: joinList(statuses.map((known) => known.value)) }),
      );
      return;
    }
    const { edits = [], skipped } = await this.deps.api.setStatus([paper.path], status.value, { dryRun: true });
    if (edits.length === 0) {
      new Notice(
        say('A link asks to set the status of “{title}” to {status}. {why}', {
          title: shownValue(paper.title),
          status: status.value,
          why: skipped[0]?.message ?? say('There is nothing to change.'),
        }),
      );
      return;
    }
    if (this.isAsking) {
      new Notice(say('Another link asks to change a note, and was left alone: answer the first question first.'));
      return;
    }
    this.isAsking = true;
    try {
      const lines = edits.flatMap(({ line, before, after }) => [
        ...(before === '' ? [] : [say('Line {line} now: {text}', { line: String(line), text: before.replace(/\n/g, ' ⏎ ') })]),
        say('Line {line} then: {text}', { line: String(line), text: after.replace(/\n/g, ' ⏎ ') }),
      ]);
      const agreed = await confirm(this.deps.app, {
        title: say('Set the status of “{title}” to {status}?', { title: shownValue(paper.title), status: status.label }),
        message: [say('A link asks for this. If you do not know where it comes from, cancel.'), paper.path, ...lines].join('\n'),
        confirm: say('Set status'),
        unasked: true,
      });
      if (agreed) await this.deps.actions.setStatus([paper.path], status.value);
    } finally {
      this.isAsking = false;
    }
  }
}

/** So many paths are named in a notice. */
const MOST_PATHS = 5;
