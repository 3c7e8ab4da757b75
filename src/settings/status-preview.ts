import type { SettingDefinitionRender } from 'obsidian';
import { findStatusLook, statusLooks, type StatusLook } from '../core/dashboard/status-look';
import { findStatus } from '../core/papers/status-vocabulary';
import { say } from '../language/say';
import { statusClass } from '../views/preact/status-dot';
import { countStatuses } from './count-statuses';
import { previewRow } from './preview-row';
import type { SettingKit } from './settings-tab-deps';

/** Values outside of the vocabulary that are shown at most: a property that holds something else altogether has as many as there are papers. */
const SHOWN_OUTSIDE = 8;

/** A row with the statuses as they are shown everywhere, and those of papers that are none of them. */
export function statusPreview({ deps }: SettingKit): SettingDefinitionRender {
  return previewRow({
    name: say('Preview'),
    desc: say('As the board and the table show them, with the number of papers. A dotted ring is a status in your notes that is none of these.'),
    deps,
    draw: (el) => {
      el.empty();
      const counts = countStatuses(deps.source.library);
      const looks = statusLooks(deps.settings().statuses);
      const outside = [...counts].filter(([value]) => findStatus(deps.settings().statuses, value) === null).sort(([, a], [, b]) => b - a);
      const chips = el.createEl('ul', { cls: 'paperweave-preview-chips' });
      for (const look of looks) drawChip(chips, look, counts.get(look.value) ?? 0);
      for (const [value, count] of outside.slice(0, SHOWN_OUTSIDE)) drawChip(chips, findStatusLook([], value), count);
      const more = outside.length - SHOWN_OUTSIDE;
      if (more > 0) chips.createEl('li', { cls: 'paperweave-preview-remark', text: say('and {count} more', { count: String(more) }) });
    },
  });
}

/**
 * A row with one status as it is shown. Where its value has been changed and papers still have the one before, it says how many, and offers to
 * read that as this status: `former` is the value before, null where it is the same.
 */
export function oneStatusPreview({ deps, store }: SettingKit, index: number, former: () => string | null): SettingDefinitionRender {
  return previewRow({
    name: say('Preview'),
    desc: say('As the board and the table show it, with the number of papers.'),
    deps,
    draw: (el) => {
      el.empty();
      const { statuses } = deps.settings();
      const look = statusLooks(statuses)[index];
      if (!look) return;
      const counts = countStatuses(deps.source.library);
      drawChip(el.createEl('ul', { cls: 'paperweave-preview-chips' }), look, counts.get(look.value) ?? 0);
      const before = former();
      const count = before === null ? 0 : (counts.get(before) ?? 0);
      if (before === null || count === 0 || findStatus(statuses, before) !== null) return;
      const line = el.createDiv({ cls: 'paperweave-preview-problem', attr: { role: 'status' } });
      const given = { count: String(count), value: before };
      line.createSpan({ text: count === 1 ? say('1 paper has “{value}” in its note and keeps it.', { value: before }) : say('{count} papers have “{value}” in their notes and keep it.', given) });
      line.createEl('button', { text: say('Read “{value}” as this status', { value: before }), attr: { type: 'button' } }).addEventListener('click', () => {
        store('statuses', deps.settings().statuses.map((status, at) => (at === index ? { ...status, aliases: [...status.aliases, before] } : status)));
      });
    },
  });
}

/** The head of a column of the board, whose dot is that of every table and mark. */
function drawChip(list: HTMLElement, look: StatusLook, count: number): void {
  const chip = list.createEl('li', { cls: 'paperweave-board-head' });
  chip.createSpan({ cls: `paperweave-dot ${statusClass(look)}`, attr: { 'aria-hidden': 'true' } });
  chip.createSpan({ cls: 'paperweave-board-name', text: look.label, attr: { dir: 'auto' } });
  chip.createSpan({ cls: 'paperweave-board-count', text: String(count) });
}
