import type { SettingDefinitionRender } from 'obsidian';
import type { SettingTabDeps } from './settings-tab-deps';

/** Fills the preview; `isCurrent` turns false as soon as it is drawn anew or gone, so that long work can stop. */
export type DrawPreview = (el: HTMLElement, isCurrent: () => boolean) => void | Promise<void>;

interface PreviewRow {
  readonly name: string;
  readonly desc: string;
  readonly deps: SettingTabDeps;
  readonly draw: DrawPreview;
}

/** A row that shows below its name what the settings come to, drawn anew with every change of them or of the library. */
export function previewRow({ name, desc, deps, draw }: PreviewRow): SettingDefinitionRender {
  return {
    name,
    desc,
    searchable: false,
    render: (setting) => {
      setting.settingEl.addClass('paperweave-setting-preview');
      const el = setting.settingEl.createDiv({ cls: 'paperweave-preview', attr: { role: 'group', 'aria-label': name } });
      let drawings = 0;
      const redraw = (): void => {
        drawings += 1;
        const drawing = drawings;
        // What cannot be drawn now is drawn with the next change; the row that it stands in is not worth a message.
        Promise.resolve(draw(el, () => drawing === drawings)).catch((error: unknown) => {
          console.error('Paperweave could not draw a preview.', error);
        });
      };
      const onChange = (): void => {
        // A window that was closed takes its rows along without a word.
        if (el.isConnected) redraw();
        else end();
      };
      const offs = [deps.onSettings(onChange), deps.source.onChange(onChange)];
      const end = (): void => {
        drawings += 1;
        for (const off of offs) off();
      };
      redraw();
      return end;
    },
  };
}
