import { StateEffect } from '@codemirror/state';
import type { EditorState, Extension, Range, Text } from '@codemirror/state';
import { Decoration, ViewPlugin, WidgetType } from '@codemirror/view';
import type { DecorationSet, EditorView, PluginValue, ViewUpdate } from '@codemirror/view';
import { editorInfoField, editorLivePreviewField } from 'obsidian';
import { citedPaper } from '../../core/library/cited-papers';
import type { StatusLook } from '../../core/dashboard/status-look';
import { findReferencePlaces } from '../../core/references/reference-places';
import type { ReferencePlaces } from '../../core/references/reference-places';
import { createMark } from './mark';
import { looksOf } from './mark-deps';
import type { MarkDeps } from './mark-deps';

/** Milliseconds without typing after which the text is read again; until then the marks move along with it. */
const QUIET = 250;

const redraw = StateEffect.define<DecorationSet>();

class MarkWidget extends WidgetType {
  constructor(private readonly look: StatusLook) {
    super();
  }

  override eq(other: MarkWidget): boolean {
    const { value, label, kind, color } = this.look;
    return value === other.look.value && label === other.look.label && kind === other.look.kind && color === other.look.color;
  }

  override toDOM(): HTMLElement {
    return createMark(this.look);
  }
}

/** The marks of one editor. They are decorations: the text, the selection and the history know nothing of them. */
class EditorMarks implements PluginValue {
  marks: DecorationSet;
  private read: { readonly doc: Text; readonly headings: readonly string[]; readonly places: ReferencePlaces } | null = null;
  private timer: number | null = null;
  private readonly off: () => void;

  constructor(
    private readonly view: EditorView,
    private readonly deps: MarkDeps,
  ) {
    this.marks = this.make();
    this.off = deps.onChange(() => {
      this.wait(0);
    });
  }

  update(update: ViewUpdate): void {
    for (const { effects } of update.transactions) for (const effect of effects) if (effect.is(redraw)) this.marks = effect.value;
    if (update.docChanged) {
      this.marks = this.marks.map(update.changes);
      this.wait(QUIET);
    } else if (sourceOf(update.startState) !== sourceOf(update.state)) {
      this.marks = this.make();
    } else if (update.viewportChanged) {
      // While text is being composed or has not been read again yet, the marks stay as they are.
      if (this.read?.doc === update.state.doc && !update.view.composing) this.marks = this.make();
      else this.wait(QUIET);
    }
  }

  destroy(): void {
    this.off();
    if (this.timer !== null) window.clearTimeout(this.timer);
  }

  private wait(milliseconds: number): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.refresh();
    }, milliseconds);
  }

  private refresh(): void {
    // A change of the lines around it would end what an input method is composing.
    if (this.view.composing) {
      this.wait(QUIET);
      return;
    }
    const made = this.make();
    if (!sameMarks(made, this.marks)) this.view.dispatch({ effects: redraw.of(made) });
  }

  private make(): DecorationSet {
    const { state, visibleRanges } = this.view;
    const source = sourceOf(state);
    if (source === null || !this.deps.lookup.paper(source)) return Decoration.none;
    const settings = this.deps.settings();
    const lookOf = looksOf(settings);
    const { links } = this.placesIn(state.doc, settings.referenceHeadings);
    const marks: Range<Decoration>[] = [];
    for (const link of links) {
      if (!visibleRanges.some(({ from, to }) => from <= link.to && link.to <= to)) continue;
      const paper = citedPaper(this.deps.lookup, source, link);
      // On the link's side of the cursor: what is typed behind the link does not take the mark along.
      if (paper) marks.push(Decoration.widget({ widget: new MarkWidget(lookOf(paper)), side: -1 }).range(link.to));
    }
    return Decoration.set(marks, true);
  }

  private placesIn(doc: Text, headings: readonly string[]): ReferencePlaces {
    if (this.read?.doc !== doc || this.read.headings !== headings) this.read = { doc, headings, places: findReferencePlaces(doc.toString(), headings) };
    return this.read.places;
  }
}

/** Path of the note that is edited in live preview; null in source mode, and where the editor is no note's. */
function sourceOf(state: EditorState): string | null {
  return state.field(editorLivePreviewField, false) === true ? (state.field(editorInfoField, false)?.file?.path ?? null) : null;
}

function sameMarks(one: DecorationSet, other: DecorationSet): boolean {
  const a = one.iter();
  const b = other.iter();
  while (a.value !== null && b.value !== null) {
    if (a.from !== b.from || !a.value.eq(b.value)) return false;
    a.next();
    b.next();
  }
  return a.value === null && b.value === null;
}

/** The same marks as in reading view, in live preview: for what is on screen, and never while an input method is composing. */
export function editorMarks(deps: MarkDeps): Extension {
  return ViewPlugin.define((view) => new EditorMarks(view, deps), { decorations: (plugin) => plugin.marks });
}
