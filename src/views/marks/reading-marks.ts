import { Component, MarkdownRenderChild, MarkdownView } from 'obsidian';
import type { MarkdownPostProcessorContext, Workspace } from 'obsidian';
import { citedByShownLinks } from '../../core/library/cited-papers';
import { findReferencePlaces } from '../../core/references/reference-places';
import type { ReferencePlaces } from '../../core/references/reference-places';
import { createMark, dressMark } from './mark';
import { looksOf } from './mark-deps';
import type { MarkDeps } from './mark-deps';

/**
 * Marks in reading view, beside the links of references sections: a reference is what design says it is, and a reading list or a
 * daily note full of links to papers stays as its author wrote it. Obsidian renders what is on screen, and only that is marked.
 */
export class ReadingMarks extends Component {
  private readonly blocks = new Set<MarkedBlock>();
  /** Of the texts that were asked about since the last change; there are as many as notes are shown. */
  private readonly places = new Map<string, ReferencePlaces>();

  constructor(
    private readonly workspace: Workspace,
    private readonly deps: MarkDeps,
  ) {
    super();
  }

  /** To be registered as a post-processor of Markdown. */
  readonly process = (el: HTMLElement, context: MarkdownPostProcessorContext): void => {
    const links = el.findAll('li a.internal-link');
    if (links.length > 0) context.addChild(new MarkedBlock(el, links, context, this.blocks, (block) => this.draw(block)));
  };

  override onload(): void {
    this.register(this.deps.onChange(() => {
      this.places.clear();
      for (const block of this.blocks) this.draw(block);
    }));
    // What is open already was rendered without marks. At a start of the app nothing is yet.
    if (this.workspace.layoutReady) this.workspace.onLayoutReady(() => this.renderAgain());
  }

  override onunload(): void {
    for (const block of this.blocks) block.clear();
    this.blocks.clear();
    this.places.clear();
  }

  private renderAgain(): void {
    for (const { view } of this.workspace.getLeavesOfType('markdown')) {
      if (view instanceof MarkdownView && view.getMode() === 'preview') view.previewMode.rerender(true);
    }
  }

  private draw(block: MarkedBlock): void {
    const settings = this.deps.settings();
    const shown = settings.markReferences && this.isReferences(block) ? block.links : [];
    const cited = citedByShownLinks(
      this.deps.lookup,
      block.context.sourcePath,
      shown.map((link) => ({ href: link.getAttribute('data-href') ?? '', label: link.textContent.trim() })),
    );
    const lookOf = looksOf(settings);
    for (const [index, link] of block.links.entries()) {
      const paper = cited[index];
      const mark = block.marks.get(link);
      if (!paper) {
        mark?.remove();
        block.marks.delete(link);
      } else if (mark) dressMark(mark, lookOf(paper));
      else {
        const added = createMark(lookOf(paper));
        link.after(added);
        block.marks.set(link, added);
      }
    }
  }

  /** Where the app does not tell where a block stands (in some embeds), being a reference of the note is enough. */
  private isReferences({ containerEl, context }: MarkedBlock): boolean {
    const info = context.getSectionInfo(containerEl);
    if (!info) return true;
    let places = this.places.get(info.text);
    if (!places) {
      places = findReferencePlaces(info.text, this.deps.settings().referenceHeadings);
      this.places.set(info.text, places);
    }
    return places.isInSection(info.lineStart);
  }
}

/** A rendered block with links in lists, as long as it is shown. */
class MarkedBlock extends MarkdownRenderChild {
  readonly marks = new Map<HTMLElement, HTMLElement>();

  constructor(
    containerEl: HTMLElement,
    readonly links: readonly HTMLElement[],
    readonly context: MarkdownPostProcessorContext,
    private readonly shown: Set<MarkedBlock>,
    private readonly draw: (block: MarkedBlock) => void,
  ) {
    super(containerEl);
  }

  override onload(): void {
    this.shown.add(this);
    this.draw(this);
  }

  override onunload(): void {
    this.shown.delete(this);
    this.clear();
  }

  clear(): void {
    for (const mark of this.marks.values()) mark.remove();
    this.marks.clear();
  }
}
