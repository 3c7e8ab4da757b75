import { doneFirst, type StatusLook } from '../../core/dashboard/status-look';
import { say } from '../../language/say';
import { statusClass } from '../preact/status-dot';
import { useDashboard } from './dashboard-context';

const TEXT = {
  legend: say('Statuses in the order of the bars'),
  outside: say('Not in your list'),
};

/** What a part of a bar is called where its status is outside the vocabulary: null stands for all of those. */
export function partLabel(look: StatusLook | null): string {
  return look === null ? TEXT.outside : look.label;
}

/** A piece of the bar of a status. Its colour is the status's, its pattern the kind's: filled, hatched, hollow. */
export function StatusStrip({ look }: { readonly look: StatusLook | null }) {
  return <span class={`paperweave-progress-part paperweave-strip ${look === null ? 'mod-outside' : statusClass(look)}`} aria-hidden="true" />;
}

/** The statuses with the looks that they have in bars. */
export function StatusLegend() {
  const { library, looks } = useDashboard();
  const hasOutside = library.statusTallies().some(({ statusKind }) => statusKind === null);
  const entries: readonly (StatusLook | null)[] = [...doneFirst(looks), ...(hasOutside ? [null] : [])];
  return (
    <ul class="paperweave-legend" aria-label={TEXT.legend}>
      {entries.map((look) => (
        <li key={look?.value ?? ''} class="paperweave-legend-entry">
          <StatusStrip look={look} />
          {partLabel(look)}
        </li>
      ))}
    </ul>
  );
}
