import { Compartment, EditorState, type Extension, type StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { HostApp } from './app';
import { handlerErrors } from './events';

export interface LivePreview {
  readonly view: EditorView;
  /** Live preview or source mode. */
  setLivePreview(isOn: boolean): void;
  destroy(): void;
}

/**
 * CodeMirror, npm's own in the version that `obsidian` names, over a note's text, with the extensions that plugins registered and the two fields
 * by which Obsidian tells them of the note and of the mode. None of Obsidian's own extensions is there: links stay as they are written.
 */
export function openLivePreview(app: HostApp, obsidian: Record<string, unknown>, path: string, doc: string, parent: HTMLElement): LivePreview {
  const file = app.vault.getFileByPath(path);
  if (!file) throw new Error(`There is no file '${path}' in the vault.`);
  const infoField = obsidian.editorInfoField as StateField<unknown>;
  const modeField = obsidian.editorLivePreviewField as StateField<boolean>;
  const plugins = new Compartment();
  const mode = new Compartment();
  const registered = (): Extension => [...((app.registrations.editorExtensions ?? []) as Extension[])];
  const el = parent.createDiv({ cls: 'markdown-source-view cm-s-obsidian mod-cm6 is-live-preview' });
  const view = new EditorView({
    parent: el,
    state: EditorState.create({
      doc,
      extensions: [
        infoField.init(() => ({ app, file })),
        mode.of(modeField.init(() => true)),
        plugins.of(registered()),
        EditorView.lineWrapping,
        EditorView.exceptionSink.of((error) => handlerErrors.push(error)),
        EditorView.contentAttributes.of({ 'aria-label': 'Note' }),
      ],
    }),
  });
  const ref = app.workspace.on('options-updated', () => {
    view.dispatch({ effects: plugins.reconfigure(registered()) });
  });
  return {
    view,
    setLivePreview: (isOn) => {
      view.dispatch({ effects: mode.reconfigure([]) });
      view.dispatch({ effects: mode.reconfigure(modeField.init(() => isOn)) });
    },
    destroy: () => {
      app.workspace.offref(ref);
      view.destroy();
      el.remove();
    },
  };
}
