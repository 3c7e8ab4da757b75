// What the benchmarks say of several runs: the median, the quartiles, and any quantile.

/** The quantile of numbers in any order, between neighbours in proportion. Throws where there are none. */
export function quantile(numbers, part) {
  if (numbers.length === 0) throw new RangeError('There is no quantile of no numbers.');
  const sorted = Float64Array.from(numbers).sort();
  const place = part * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

/** The number in the middle. */
export const median = (numbers) => quantile(numbers, 0.5);

/** The median and what it lies between: `{ median, low, high }`, the lower and the upper quartile. */
export function spread(numbers) {
  return { median: median(numbers), low: quantile(numbers, 0.25), high: quantile(numbers, 0.75) };
}

/** The ratio of two runs each time they were made side by side, so that what slows both of a round counts for neither. */
export function ratios(numbers, others) {
  if (numbers.length !== others.length) throw new RangeError('Ratios need as many runs of one as of the other.');
  return numbers.map((number, index) => number / others[index]);
}
