import type { App } from 'obsidian';
import { Notice } from 'obsidian';
import { joinList } from '../core/text/join-texts';
import { messageOf } from '../core/text/message-of';
import type { PlannedChange } from '../core/changes/planned-change';
import { concernsUser } from '../core/changes/skip';
import type { Skip } from '../core/changes/skip';
import { say } from '../language/say';
import { reportLeftAlone } from './report-left-alone';
import type { ChangeEngine, ChangeReport } from '../vault/change-engine';
import type { ChangeRequest, RunOptions } from '../vault/change-request';
import type { LinkOnly } from '../vault/change-requests';
import { number } from '../views/modals/count-of';
import { showKeptChanges } from '../views/modals/kept-changes-modal';
import { previewChange } from '../views/modals/preview-change-modal';
import { showProgress } from '../views/modals/progress-notice';
import { reportNotice } from '../views/modals/report-notice';
import { showSkips } from '../views/modals/skips-modal';

/** Above this many notes, progress is shown with a way to stop. */
const SILENT_UP_TO = 50;

export interface RunChoices {
  /** Show what would be done first; one button confirms. */
  readonly preview: boolean;
  /** Nobody asked for it: nothing is shown where nothing is done, unless it could not be done. */
  readonly isAutomatic?: boolean;
  /** Makes the request for repairs or restyling alone, where the preview offers that choice. */
  readonly narrowed?: (only: LinkOnly) => ChangeRequest;
}

/** Runs changes as the user sees them: preview, progress, one notice with the counts and an Undo. Never rejects. */
export class ChangeRunner {
  constructor(
    private readonly app: App,
    private readonly engine: ChangeEngine,
  ) {}

  /** The report, or null where the user cancelled. */
  async run(request: ChangeRequest, choices: RunChoices): Promise<ChangeReport | null> {
    try {
      const chosen = choices.preview ? await this.preview(request, choices) : { request, leftOut: new Set<string>() };
      if (!chosen) return null;
      const report = await this.withProgress(chosen.request, (options) => this.engine.run(chosen.request, { ...options, leftOut: chosen.leftOut }));
      if (choices.isAutomatic !== true || report.id !== null || report.skipped.some(isFailure)) this.tell(chosen.request.title, report);
      return report;
    } catch (error) {
      this.tellError(error);
      return null;
    }
  }

  /** Takes back the latest change, or the one with that id. */
  async undo(id?: string): Promise<void> {
    try {
      const kept = await this.engine.kept();
      const report = await this.engine.undo(id);
      const change = kept.find((other) => other.id === (id ?? report.id));
      if (report.id === null && report.skipped.length === 0) {
        new Notice(say('There is no change to undo.'));
        return;
      }
      this.report(change?.title ? say('Undone – {change}', { change: change.title }) : say('Undone'), report, {});
    } catch (error) {
      this.tellError(error);
    }
  }

  /** The list of kept changes, with the ways back. */
  showKept(): void {
    const finish = async (id: string): Promise<void> => {
      try {
        this.report(say('Finished'), await this.engine.recover(id, 'finish'), {});
      } catch (error) {
        this.tellError(error);
      }
    };
    showKeptChanges(this.app, {
      load: () => this.engine.kept(),
      undo: (id) => this.undo(id),
      finish,
      leave: (id) =>
        this.engine.leave(id).then(
          (report) => reportLeftAlone(report.skipped),
          (error: unknown) => this.tellError(error),
        ),
    });
  }

  private async preview(request: ChangeRequest, choices: RunChoices): Promise<{ request: ChangeRequest; leftOut: ReadonlySet<string> } | null> {
    const planned: PlannedChange = await this.withProgress(request, (options) => this.engine.plan(request, options));
    if (planned.skipped.some((skip) => skip.reason === 'cancelled')) return null;
    if (choices.isAutomatic === true && planned.notes.length === 0 && !planned.skipped.some(isFailure)) return null;
    const { narrowed } = choices;
    const answer = await previewChange(this.app, planned, narrowed ? { offerKinds: true, planOnly: (only) => this.engine.plan(narrowed(only)) } : {});
    if (!answer) return null;
    return { request: answer.only !== null && narrowed ? narrowed(answer.only) : request, leftOut: answer.leftOut };
  }

  private async withProgress<T>(request: ChangeRequest, work: (options: RunOptions) => Promise<T>): Promise<T> {
    const total = request.edits.length + request.creates.length;
    if (total <= SILENT_UP_TO) return work({});
    const progress = showProgress(total, request.title);
    try {
      return await work({
        onProgress: (done) => {
          progress.update(done);
          return !progress.cancelled;
        },
      });
    } finally {
      progress.done();
    }
  }

  private tell(title: string, report: ChangeReport): void {
    const { id } = report;
    this.report(title, report, id === null ? {} : { undo: () => void this.undo(id) });
  }

  private report(title: string, report: ChangeReport, actions: { undo?: () => void }): void {
    const left = leftAlone(report);
    reportNotice(summary(title, report), left.length > 0 ? { ...actions, details: () => showSkips(this.app, left) } : actions);
  }

  private tellError(error: unknown): void {
    console.error('Paperweave could not carry out a change.', error);
    new Notice(say('That did not work: {error}', { error: messageOf(error) }));
  }
}

/** What was left as it is for a reason that concerns the user. */
const leftAlone = ({ skipped }: ChangeReport): readonly Skip[] => skipped.filter(concernsUser);

/** Whether that was left undone though it could be done, and may be done at another time. */
const isFailure = ({ reason }: Skip): boolean => reason === 'write-failed' || reason === 'proof-failed';

/** What was done, in one line, and the first of what was left alone with its reason. */
function summary(title: string, report: ChangeReport): string {
  const counts: string[] = [];
  const { created, changed } = report;
  if (created.length > 0) counts.push(say(created.length === 1 ? '{count} note created' : '{count} notes created', { count: number(created.length) }));
  if (changed.length > 0) counts.push(say(changed.length === 1 ? '{count} note changed' : '{count} notes changed', { count: number(changed.length) }));
  if (counts.length === 0) counts.push(say('nothing to change'));
  const left = leftAlone(report);
  const [first] = left;
  if (!first) return say('{title}: {counts}.', { title, counts: joinList(counts) });
  const notes = new Set(left.map((skip) => skip.path)).size;
  counts.push(say(notes === 1 ? '{count} note left alone in part or whole' : '{count} notes left alone in part or whole', { count: number(notes) }));
  return say('{title}: {counts}. {path}: {message}', { title, counts: joinList(counts), path: first.path, message: first.message });
}
