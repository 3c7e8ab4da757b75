import type { StatusKind, StatusVocabulary } from '../papers/status-vocabulary';

/** The colour names that a status may have; each is one of the theme's colours. */
export const STATUS_COLORS = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink'] as const;
export type StatusColor = (typeof STATUS_COLORS)[number];

/** How a status is shown. `kind` is null and the label the note's own text where it is outside the vocabulary. */
export interface StatusLook {
  readonly value: string;
  readonly label: string;
  readonly kind: StatusKind | null;
  readonly color: StatusColor | null;
}

/** The looks of the vocabulary, in its order. */
export function statusLooks(statuses: StatusVocabulary): readonly StatusLook[] {
  return statuses.map(({ value, label, kind, color }) => ({
    value,
    label: label === '' ? value : label,
    kind,
    color: STATUS_COLORS.find((known) => known === color) ?? null,
  }));
}

/** The look of a status value: its own text, with neither kind nor colour, where the vocabulary does not have it. */
export function findStatusLook(looks: readonly StatusLook[], value: string): StatusLook {
  return looks.find((look) => look.value === value) ?? { value, label: value, kind: null, color: null };
}

/** In the order of a bar that fills as one reads: what is done stands at its start, what is outside of the vocabulary at its end. */
export function doneFirst<Look extends Pick<StatusLook, 'kind'>>(looks: readonly Look[]): readonly Look[] {
  const place = { done: 0, active: 1, queued: 2, dropped: 3 };
  const placeOf = ({ kind }: Look): number => (kind === null ? 4 : place[kind]);
  return [...looks].sort((a, b) => placeOf(a) - placeOf(b));
}
