import MarkdownIt from 'markdown-it';
import type { HostApp } from './app';
import { Component } from './events';
import { linkpathOf } from './metadata-cache';

/** Given to post-processors; `getSectionInfo` counts lines from 0, the last one included. */
export interface PostProcessorContext {
  readonly docId: string;
  readonly sourcePath: string;
  readonly frontmatter: unknown;
  addChild(child: Component): void;
  getSectionInfo(el: HTMLElement): { text: string; lineStart: number; lineEnd: number } | null;
}

export type PostProcessor = (el: HTMLElement, context: PostProcessorContext) => unknown;

interface Block {
  readonly source: string;
  readonly el: HTMLElement;
  readonly children: Component;
  lineStart: number;
  lineEnd: number;
}

const markdown = new MarkdownIt({ html: false });
markdown.inline.ruler.before('link', 'wikilink', (state, silent) => {
  const match = /^\[\[([^[\]|\n]+)(?:\|([^\]\n]*))?\]\]/.exec(state.src.slice(state.pos));
  if (!match) return false;
  if (!silent) {
    const open = state.push('link_open', 'a', 1);
    open.attrSet('data-wikilink', match[1] ?? '');
    state.push('text', '', 0).content = match[2] ?? match[1] ?? '';
    state.push('link_close', 'a', -1);
  }
  state.pos += match[0].length;
  return true;
});

let documents = 0;

/**
 * Reading view, block by block as the app renders it: a block whose text stays the same keeps its elements, one that changed or went away
 * unloads what post-processors added to it. All blocks are rendered, also those that are off screen.
 */
export class ReadingView extends Component {
  private blocks: Block[] = [];
  private path: string | null = null;
  private text = '';
  private readonly docId = `doc-${String(++documents)}`;
  /** False in embeds where the app cannot tell where a block stands. */
  knowsSections = true;

  constructor(
    private readonly app: HostApp,
    readonly containerEl: HTMLElement,
  ) {
    super();
    containerEl.addClasses(['markdown-preview-view', 'markdown-rendered']);
  }

  /** Shows a text as that note's; no path empties it. */
  set(path: string | null, text: string): void {
    if (path !== this.path) this.removeAll();
    this.path = path;
    this.text = text.replace(/\r\n/g, '\n');
    if (path !== null) this.draw(path);
  }

  rerender(full = false): void {
    if (full) this.removeAll();
    if (this.path !== null) this.draw(this.path);
  }

  override onunload(): void {
    this.removeAll();
  }

  private draw(path: string): void {
    const lines = this.text.split('\n');
    const bodyFrom = /^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(this.text)?.[0].split('\n').length ?? 1;
    const body = lines.slice(bodyFrom - 1).join('\n');
    const env = {};
    const tokens = markdown.parse(body, env);
    const kept = [...this.blocks];
    const next: Block[] = [];
    for (let at = 0, depth = 0, from = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token) break;
      depth += token.nesting;
      if (depth > 0 || (depth === 0 && token.nesting === 1)) continue;
      const group = tokens.slice(from, at + 1);
      from = at + 1;
      const [start, end] = group[0]?.map ?? [0, 1];
      const lineStart = start + bodyFrom - 1;
      const lineEnd = end + bodyFrom - 2;
      const source = lines.slice(lineStart, lineEnd + 1).join('\n');
      const same = kept.findIndex((block) => block.source === source);
      const block = same >= 0 ? kept.splice(same, 1)[0] : undefined;
      if (block) Object.assign(block, { lineStart, lineEnd });
      next.push(block ?? { source, lineStart, lineEnd, el: this.render(markdown.renderer.render(group, markdown.options, env), path), children: new Component() });
    }
    for (const gone of kept) remove(gone);
    this.blocks = next;
    for (const block of next) {
      const isNew = !block.el.isConnected && block.el.parentElement === null;
      this.containerEl.appendChild(block.el);
      if (isNew) this.process(block, path);
    }
  }

  private render(html: string, path: string): HTMLElement {
    const el = createDiv();
    el.append(...Array.from(new DOMParser().parseFromString(html, 'text/html').body.childNodes));
    for (const link of el.findAll('a')) {
      const href = link.getAttribute('data-wikilink') ?? link.getAttribute('href') ?? '';
      link.removeAttribute('data-wikilink');
      if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
        link.addClass('external-link');
        continue;
      }
      link.addClass('internal-link');
      link.setAttrs({ 'data-href': href, href, target: '_blank', rel: 'noopener nofollow' });
      let plain = href;
      try {
        plain = decodeURIComponent(href);
      } catch {
        // As written, then.
      }
      link.toggleClass('is-unresolved', this.app.metadataCache.getFirstLinkpathDest(linkpathOf(plain), path) === null);
    }
    return el;
  }

  private process(block: Block, sourcePath: string): void {
    block.children.load();
    const context: PostProcessorContext = {
      docId: this.docId,
      sourcePath,
      frontmatter: this.app.metadataCache.getCache(sourcePath)?.frontmatter ?? null,
      addChild: (child) => block.children.addChild(child),
      getSectionInfo: (el) => {
        const owner = this.knowsSections ? this.blocks.find((each) => each.el === el || each.el.contains(el)) : undefined;
        return owner ? { text: this.text, lineStart: owner.lineStart, lineEnd: owner.lineEnd } : null;
      },
    };
    for (const processor of [...(this.app.registrations.postProcessors ?? [])]) (processor as PostProcessor)(block.el, context);
  }

  private removeAll(): void {
    for (const block of this.blocks) remove(block);
    this.blocks = [];
  }
}

function remove(block: Block): void {
  block.children.unload();
  block.el.remove();
}
