import { figure } from './markdown.mjs';

/**
 * What is promised of a figure: `value` has to be at most (`most`) or at least (`least`) so much, in `unit`. `shown` says the figure
 * with more detail where there is some.
 */
export function bar({ what, value, most, least, unit = '', shown = null }) {
  if ((most === undefined) === (least === undefined)) throw new TypeError('A bar has either a most or a least.');
  const isMet = most === undefined ? value >= least : value <= most;
  const limit = most === undefined ? `at least ${figure(least)}` : `at most ${figure(most)}`;
  return { what, figure: `${shown ?? figure(value)}${unit}`, bar: `${limit}${unit}`, isMet };
}
