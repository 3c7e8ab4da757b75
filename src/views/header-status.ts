import { Component, MarkdownView } from 'obsidian';
import type { Workspace } from 'obsidian';
import type { LibrarySource } from '../core/library/library';
import type { Paper } from '../core/papers/paper';
import { say } from '../language/say';
import type { Settings } from '../settings/settings';
import { looksOf } from './marks/mark-deps';
import type { PaperActions } from './paper-actions';
import { statusClass } from './preact/status-dot';
import { createStatusMenu } from './status-menu';

export interface HeaderStatusDeps {
  readonly workspace: Workspace;
  readonly source: LibrarySource;
  readonly actions: Pick<PaperActions, 'setStatus'>;
  settings(): Settings;
}

interface Action {
  readonly el: HTMLElement;
  readonly dot: HTMLElement;
  readonly label: HTMLElement;
}

/** The paper's status in the header of every note that is one, in every window; a click offers the others. */
export class HeaderStatus extends Component {
  private readonly actions = new Map<MarkdownView, Action>();

  constructor(private readonly deps: HeaderStatusDeps) {
    super();
  }

  override onload(): void {
    const { workspace, source } = this.deps;
    const draw = (): void => this.draw();
    // A note that is opened in the background tells of itself by the layout alone.
    this.registerEvent(workspace.on('layout-change', draw));
    this.registerEvent(workspace.on('file-open', draw));
    // Statuses that are set otherwise have the library read anew.
    this.register(source.onChange(draw));
    draw();
  }

  override onunload(): void {
    for (const { el } of this.actions.values()) el.remove();
    this.actions.clear();
  }

  private draw(): void {
    const lookOf = looksOf(this.deps.settings());
    const open = new Set<MarkdownView>();
    for (const { view } of this.deps.workspace.getLeavesOfType('markdown')) {
      if (!(view instanceof MarkdownView)) continue;
      const paper = this.paperIn(view);
      if (!paper) continue;
      open.add(view);
      const { el, dot, label } = this.actions.get(view) ?? this.add(view);
      const look = lookOf(paper);
      dot.className = `paperweave-dot paperweave-mark ${statusClass(look)}`;
      if (label.textContent !== look.label) label.setText(look.label);
      el.setAttribute('aria-label', say('Status: {status}. Change it.', { status: look.label }));
    }
    for (const [view, { el }] of this.actions) {
      if (open.has(view)) continue;
      el.remove();
      this.actions.delete(view);
    }
  }

  private paperIn(view: MarkdownView): Paper | null {
    return view.file ? this.deps.source.library.paper(view.file.path) : null;
  }

  private add(view: MarkdownView): Action {
    const el = view.addAction('circle', '', () => this.showMenu(view, el));
    el.addClass('paperweave-header-status');
    el.empty();
    const action = {
      el,
      dot: el.createSpan({ attr: { 'aria-hidden': 'true' } }),
      label: el.createSpan({ cls: 'paperweave-header-status-label' }),
    };
    this.actions.set(view, action);
    return action;
  }

  private showMenu(view: MarkdownView, el: HTMLElement): void {
    const paper = this.paperIn(view);
    if (!paper) return;
    const { left, bottom } = el.getBoundingClientRect();
    // By the element and not by the event: a press of a key has no place. The document is that of its window.
    createStatusMenu(paper, this.deps.actions, this.deps.settings()).showAtPosition({ x: left, y: bottom }, el.doc);
  }
}
