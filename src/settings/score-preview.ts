import type { SettingDefinitionRender } from 'obsidian';
import { getLanguage } from 'obsidian';
import { rankNext, type Ranking } from '../core/dashboard/rank-next';
import type { Steps } from '../core/collections/steps';
import { readersOrder } from '../core/collections/text-order';
import { say } from '../language/say';
import { finishInSlices } from '../vault/slices';
import { previewRow } from './preview-row';
import type { SettingTabDeps } from './settings-tab-deps';

/** How many of what to read next are shown. */
const SHOWN = 5;

/** A row with what ranks first by the weights as they stand. */
export function scorePreview(deps: SettingTabDeps): SettingDefinitionRender {
  return previewRow({
    name: say('Preview'),
    desc: say('What ranks first by these weights.'),
    deps,
    draw: async (el, isCurrent) => {
      const { source } = deps;
      if (source.state.phase !== 'ready') {
        el.setText(say('The notes are still being read.'));
        return;
      }
      const titles = readersOrder(getLanguage());
      const steps = rankNext(source.library, { weights: deps.settings().nextWeights, thisYear: new Date().getFullYear(), titles });
      const ranking = await finishInSlices(whileCurrent(steps, isCurrent));
      if (ranking === null) return;
      el.empty();
      const first = Array.from({ length: Math.min(SHOWN, ranking.candidates.length) }, (_, place) => ranking.candidates.at(place)).filter((candidate) => candidate !== undefined);
      if (first.length === 0) {
        el.setText(say('No paper is waiting to be read.'));
        return;
      }
      const list = el.createEl('ol', { cls: 'paperweave-preview-ranking' });
      for (const { paper, work, score } of first) {
        const row = list.createEl('li');
        row.createSpan({ cls: 'paperweave-preview-title', text: paper.title, attr: { dir: 'auto' } });
        if (work !== null) row.createSpan({ cls: 'paperweave-preview-remark', text: say('No note yet') });
        const points = String(Math.round(score * 100));
        row.createSpan({ cls: 'paperweave-preview-score', text: say('Score {points} of 100', { points }) });
      }
    },
  });
}

/** Ends with null as soon as nobody waits for the result. */
function* whileCurrent(steps: Steps<Ranking>, isCurrent: () => boolean): Steps<Ranking | null> {
  for (;;) {
    if (!isCurrent()) return null;
    const step = steps.next();
    if (step.done === true) return isCurrent() ? step.value : null;
    yield;
  }
}
