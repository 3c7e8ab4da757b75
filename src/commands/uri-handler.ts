import { Notice } from 'obsidian';
import type { ObsidianProtocolData } from 'obsidian';
import { PaperweaveError, type PaperweaveApi } from '../api';
import { INITIAL_DASHBOARD_STATE, NO_FILTERS, type DashboardState } from '../core/dashboard/dashboard-state';
import { findView } from '../core/dashboard/saved-views';
import type { Paper } from '../core/paper';
import { readUri, shownValue, type UriView } from '../core/read-uri';
import { findStatusByAnyName } from '../core/status-vocabulary';
import { CITATIONS_VIEW } from '../views/citations/citations-view';
import { confirm } from '../views/modals/confirm-modal';
import type { CommandDeps } from './command-deps';
import { openDashboardAt } from './open-dashboard-at';

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
        await this.deps.keeper.ready;
        await this.deps.keeper.caughtUp();
        const paper = this.findPaper(value.paper);
        if (!paper) return;
        if (value.kind === 'paper') this.deps.actions.openNote(paper.path, null);
        else await this.setStatus(paper, value.status);
      }
    } catch (error) {
      if (!(error instanceof PaperweaveError)) console.error('Paperweave could not follow a link.', error);
      new Notice(`The link could not be followed: ${error instanceof Error ? error.message : String(error)}`);
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
      const known = savedViews.length === 0 ? 'There are none yet.' : `There are: ${savedViews.map((saved) => saved.name).join(', ')}.`;
      new Notice(`There is no saved view “${shownValue(name)}”. ${known}`);
    }
  }

  private openDashboard(change: Partial<DashboardState>): Promise<void> {
    return openDashboardAt(this.deps.app, (type) => this.deps.openView(type), change);
  }

  /** By its path, with or without `.md`, or by its key; says so where there is none, or more than one. */
  private findPaper(name: string): Paper | null {
    const { library } = this.deps.keeper;
    const path = name.replace(/^\/+/, '');
    const at = library.paper(path) ?? library.paper(`${path}.md`);
    if (at) return at;
    const keyed = library.papers().filter((paper) => paper.metaKey === name);
    const [only] = keyed;
    if (only && keyed.length === 1) return only;
    const paths = keyed.slice(0, MOST_PATHS).map((paper) => paper.path);
    const more = keyed.length > paths.length ? ` and ${String(keyed.length - paths.length)} more` : '';
    new Notice(
      keyed.length === 0
        ? `There is no paper with the path or key “${shownValue(name)}”.`
        : `${String(keyed.length)} papers have the key “${shownValue(name)}”: ${paths.join(', ')}${more}. A link with the path opens one of them.`,
    );
    return null;
  }

  private async setStatus(paper: Paper, name: string): Promise<void> {
    const { statuses } = this.deps.settings();
    const status = findStatusByAnyName(statuses, name);
    if (!status) {
      new Notice(`The link names the unknown status “${shownValue(name)}”. Known are: ${statuses.map((known) => known.value).join(', ')}.`);
      return;
    }
    const { edits = [], skipped } = await this.deps.api.setStatus([paper.path], status.value, { dryRun: true });
    if (edits.length === 0) {
      new Notice(`A link asks to set the status of “${shownValue(paper.title)}” to ${status.value}. ${skipped[0]?.message ?? 'There is nothing to change.'}`);
      return;
    }
    if (this.isAsking) {
      new Notice('Another link asks to change a note, and was left alone: answer the first question first.');
      return;
    }
    this.isAsking = true;
    try {
      const lines = edits.flatMap(({ line, before, after }) => [
        ...(before === '' ? [] : [`Line ${String(line)} now: ${before.replace(/\n/g, ' ⏎ ')}`]),
        `Line ${String(line)} then: ${after.replace(/\n/g, ' ⏎ ')}`,
      ]);
      const agreed = await confirm(this.deps.app, {
        title: `Set the status of “${shownValue(paper.title)}” to ${status.label}?`,
        message: ['A link asks for this. If you do not know where it comes from, cancel.', paper.path, ...lines].join('\n'),
        confirm: 'Set status',
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
