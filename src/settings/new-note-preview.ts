import type { SettingDefinitionRender } from 'obsidian';
import { say } from '../language/say';
import { previewRow } from './preview-row';
import type { SettingTabDeps } from './settings-tab-deps';

/** A row with the note that the settings as they stand would make. */
export function newNotePreview(deps: SettingTabDeps, hasTemplate: () => boolean): SettingDefinitionRender {
  return previewRow({
    name: say('Preview'),
    desc: say('The note that would be made. Nothing is written.'),
    deps,
    draw: async (el, isCurrent) => {
      const preview = await deps.previewNewNote();
      if (!isCurrent()) return;
      el.empty();
      const { title, isExample, note, problem } = preview;
      const about = isExample ? say('No work is missing, so this is for a made-up title.') : say('For the missing work that most papers cite: {title}', { title });
      el.createDiv({ cls: 'paperweave-preview-about', text: about });
      if (!hasTemplate()) {
        const text = say('There is no note “{path}”, so new notes are made without a template.', { path: deps.settings().newNoteTemplate });
        el.createDiv({ cls: 'paperweave-preview-problem', text, attr: { role: 'status' } });
      }
      if (problem !== null) el.createDiv({ cls: 'paperweave-preview-problem', text: problem, attr: { role: 'status' } });
      if (note === null) return;
      el.createDiv({ cls: 'paperweave-preview-path', text: note.path, attr: { dir: 'auto' } });
      el.createEl('pre', { cls: 'paperweave-preview-text', text: note.text, attr: { tabindex: '0', role: 'region', 'aria-label': note.path } });
    },
  });
}
