interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const { bar } = jest.requireActual<{ bar: (promise: object) => { what: string; figure: string; bar: string; isMet: boolean } }>('./bench/bars.mjs');
const { interleave } = jest.requireActual<{ interleave: (ways: Record<string, () => unknown>, options: { rounds: number; once: boolean }) => Promise<Record<string, number[]>> }>('./bench/interleave.mjs');
const { figure, table, withSpread } = jest.requireActual<{
  figure: (value: number) => string;
  table: (heads: readonly string[], rows: readonly (readonly unknown[])[]) => string;
  withSpread: (of: Spread) => string;
}>('./bench/markdown.mjs');
const { listLongTasks } = jest.requireActual<{ listLongTasks: (tasks: readonly { ms: number; collecting: number }[]) => string }>('./bench/long-tasks.mjs');
const { median, quantile, ratios, spread } = jest.requireActual<{
  median: (numbers: readonly number[]) => number;
  quantile: (numbers: readonly number[], part: number) => number;
  ratios: (numbers: readonly number[], others: readonly number[]) => number[];
  spread: (numbers: readonly number[]) => Spread;
}>('./bench/statistics.mjs');

describe('the figures of the benchmarks', () => {
  test.each([
    [[3], 3],
    [[1, 9, 5], 5],
    [[10, 2, 9, 1], 5.5],
    [[100, 20, 3], 20],
  ])('the median of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  test('a spread is the median between the quartiles', () => {
    expect(spread([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
    expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
    expect(() => median([])).toThrow(RangeError);
  });

  test('ratios are those of the runs made side by side', () => {
    expect(ratios([10, 30], [5, 10])).toEqual([2, 3]);
    expect(() => ratios([1], [1, 2])).toThrow(RangeError);
  });

  test('ways are run in turns, and the first round is not counted', async () => {
    const order: string[] = [];
    const times = await interleave({ a: () => order.push('a'), b: () => order.push('b') }, { rounds: 2, once: true });
    expect(order.join('')).toBe('ababab');
    expect(times['a']).toHaveLength(2);
    expect(times['b']).toHaveLength(2);
  });

  test('a table escapes pipes, aligns numbers, and refuses rows that do not fit', () => {
    expect(table(['what', 'ms'], [['a|b', 3], ['c', 12.5]])).toBe('| what | ms |\n| --- | ---: |\n| a\\|b | 3 |\n| c | 12.5 |');
    expect(() => table(['a', 'b'], [['only one']])).toThrow(RangeError);
  });

  test.each([
    [1234.5, '1,235'],
    [12.345, '12.3'],
    [0.012_345, '0.0123'],
    [2, '2'],
    [NaN, '–'],
  ])('%d is written %s', (number, expected) => {
    expect(figure(number)).toBe(expected);
  });

  test('a spread and long tasks are written short', () => {
    expect(withSpread({ median: 2.134, low: 2, high: 2.5 })).toBe('2.13 (2–2.5)');
    expect(listLongTasks([])).toBe('none');
    expect(listLongTasks([{ ms: 51, collecting: 0 }, { ms: 70, collecting: 42 }])).toBe('70 ms (42 of them collecting garbage), 51 ms');
  });

  test('a bar is met at its limit and not beyond it', () => {
    expect(bar({ what: 'x', value: 2, most: 2 }).isMet).toBe(true);
    expect(bar({ what: 'x', value: 2.1, most: 2 }).isMet).toBe(false);
    expect(bar({ what: 'x', value: 11.9, least: 12, unit: ' times' })).toEqual({ what: 'x', figure: '11.9 times', bar: 'at least 12 times', isMet: false });
    expect(bar({ what: 'x', value: 12, least: 12 }).isMet).toBe(true);
    expect(() => bar({ what: 'x', value: 1 })).toThrow(TypeError);
  });
});
