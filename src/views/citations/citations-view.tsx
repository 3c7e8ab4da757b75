import { ItemView, type HoverParent, type HoverPopover, type TFile, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import type { LibrarySource } from '../../core/library/library';
import { say } from '../../language/say';
import type { Settings } from '../../settings/settings';
import type { PaperActions } from '../paper-actions';
import { ErrorBoundary } from '../preact/error-boundary';
import { CitationsPanel } from './citations-panel';
import { INITIAL_CITATIONS_STATE, readCitationsState, type CitationsState } from './citations-state';

export const CITATIONS_VIEW = 'paperweave-citations';

const TEXT = {
  name: say('Citations'),
  failed: say('The citations could not be shown.'),
};

/** What the view asks for; it never writes by itself. */
export interface CitationsDeps {
  readonly source: LibrarySource;
  readonly actions: PaperActions;
  settings(): Settings;
  /** Calls back after the settings changed. Returns its own off. */
  onSettings(callback: () => void): () => void;
}

/** The side view that follows the active note and shows what it cites and what cites it. */
export class CitationsView extends ItemView implements HoverParent {
  override navigation = false;
  hoverPopover: HoverPopover | null = null;
  private file: TFile | null = null;
  private state: CitationsState = INITIAL_CITATIONS_STATE;

  constructor(leaf: WorkspaceLeaf, private readonly deps: CitationsDeps) {
    super(leaf);
  }

  override getViewType(): string {
    return CITATIONS_VIEW;
  }

  override getDisplayText(): string {
    return TEXT.name;
  }

  override getIcon(): string {
    return 'waypoints';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.state = readCitationsState(state);
    this.draw();
    await super.setState(state, result);
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('paperweave-cite-pane');
    const follow = (): void => {
      this.follow();
    };
    this.registerEvent(this.app.workspace.on('file-open', follow));
    this.registerEvent(this.app.workspace.on('active-leaf-change', follow));
    this.register(
      this.deps.onSettings(() => {
        this.draw();
      }),
    );
    this.file = this.app.workspace.getActiveFile();
    this.draw();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    render(null, this.contentEl);
    return Promise.resolve();
  }

  /** The paper stays while the view itself is being used: working in it must not empty it. */
  private follow(): void {
    if (this.app.workspace.getActiveViewOfType(CitationsView) === this && this.notePath() !== null) return;
    const file = this.app.workspace.getActiveFile();
    if (file === this.file) return;
    this.file = file;
    this.contentEl.scrollTop = 0;
    this.draw();
  }

  private notePath(): string | null {
    return this.file !== null && this.app.vault.getFileByPath(this.file.path) !== null ? this.file.path : null;
  }

  private draw(): void {
    render(
      <ErrorBoundary message={TEXT.failed}>
        <CitationsPanel
          source={this.deps.source}
          actions={this.deps.actions}
          settings={() => this.deps.settings()}
          hoverParent={this}
          notePath={() => this.notePath()}
          state={this.state}
          onState={(state) => {
            this.state = state;
            this.draw();
            this.app.workspace.requestSaveLayout();
          }}
        />
      </ErrorBoundary>,
      this.contentEl,
    );
  }
}
