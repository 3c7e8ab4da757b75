import { LibraryIndex } from '../src/core/library/library-index';
import { readNoteText } from '../src/core/library/read-note';
import { DEFAULT_SETTINGS } from '../src/settings/default-settings';

const { LIBRARY_FOLDER, makeLibrary } = jest.requireActual<{
  LIBRARY_FOLDER: string;
  makeLibrary: (count: number, seed?: number) => Iterable<readonly [path: string, text: string]>;
}>('./bench/make-library.mjs');

/** What was counted in a real vault of as many papers, and how far the made one may be off. */
const PAPERS = 1146;
const near = (expected: number, part: number) => ({ from: expected * (1 - part), to: expected * (1 + part) });

const at = (numbers: readonly number[], part: number): number => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(part * numbers.length))] ?? 0;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Everything that is told of the shape, by name. */
function measureShape(seed: number): Record<string, number> {
  const index = new LibraryIndex();
  const sizes: number[] = [];
  const repeatedSpellings = new Map<string, Set<string>>();
  for (const [path, text] of makeLibrary(PAPERS, seed)) {
    index.addFile(path);
    const { note, references } = readNoteText(path, text, DEFAULT_SETTINGS, DEFAULT_SETTINGS.referenceHeadings);
    index.setNote(path, note);
    index.setReferences(path, note.paper && references.sections.length > 0 ? references.references : null);
    if (note.paper) sizes.push(text.length);
  }
  index.settle();
  const papers = index.papers();
  const all = papers.flatMap(({ path }) => index.references(path) ?? []);
  for (const { missingKey, label } of all) if (missingKey !== null) repeatedSpellings.set(missingKey, (repeatedSpellings.get(missingKey) ?? new Set()).add(label));
  const lengths = papers.map(({ path }) => index.references(path)?.length ?? 0);
  const cited = papers.map(({ path }) => index.citedByCount(path)).sort((a, b) => b - a);
  const missing = index.missing().map((work) => work.citedBy);
  const states = papers.map(({ path }) => index.counts(path));
  const part = (name: 'linked' | 'broken' | 'plain' | 'reparable'): number => sum(states.map((counts) => counts?.[name] ?? 0)) / all.length;
  const times = (count: number): number => missing.filter((each) => each === count).length;
  return {
    'papers': papers.length,
    'problems': index.problems().length,
    'references a paper': all.length / papers.length,
    ...Object.fromEntries([0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map((quantile) => [`references at ${String(quantile)}`, at(lengths, quantile)])),
    'part linked': part('linked'),
    'part broken': part('broken'),
    'part plain': part('plain'),
    'part that can be repaired': part('reparable'),
    'characters a label': sum(all.map(({ label }) => label.length)) / all.length,
    'cited most': cited[0] ?? 0,
    'cited as 100th': cited[99] ?? 0,
    'cited as 500th': cited[499] ?? 0,
    'cited as 1000th': cited[999] ?? 0,
    'missing works': missing.length,
    'references to missing works': sum(missing),
    'missing works cited once': times(1),
    'missing works cited twice': times(2),
    'missing works cited three times': times(3),
    'missing work cited most': missing[0] ?? 0,
    'missing work cited as 30th': missing[29] ?? 0,
    'missing work cited as 100th': missing[99] ?? 0,
    'missing work cited as 300th': missing[299] ?? 0,
    'missing work cited as 1000th': missing[999] ?? 0,
    'repeated works with several spellings': [...repeatedSpellings.values()].filter((spellings) => spellings.size > 1).length,
    'characters a note at 0.5': at(sizes, 0.5),
    'characters a note at 0.9': at(sizes, 0.9),
    'characters a note at 0.99': at(sizes, 0.99),
  };
}

const REAL: readonly [name: string, range: { from: number; to: number }][] = [
  ['papers', near(PAPERS, 0)],
  ['problems', near(0, 0)],
  ['references a paper', near(34.4, 0.05)],
  ['references at 0.05', near(0, 0)],
  ['references at 0.25', near(6, 0.2)],
  ['references at 0.5', near(31, 0.05)],
  ['references at 0.75', near(44, 0.05)],
  ['references at 0.9', near(61, 0.05)],
  ['references at 0.95', near(77, 0.05)],
  ['references at 0.99', near(224, 0.1)],
  ['part linked', near(0.323, 0.05)],
  ['part broken', near(0.006, 0.3)],
  ['part plain', near(0.67, 0.05)],
  ['part that can be repaired', near(0.0075, 0.3)],
  ['characters a label', near(60, 0.08)],
  ['cited most', near(214, 0.15)],
  ['cited as 100th', near(29, 0.2)],
  ['cited as 500th', { from: 4, to: 9 }],
  ['cited as 1000th', { from: 0, to: 1 }],
  ['missing works', near(15_440, 0.05)],
  ['references to missing works', near(26_380, 0.05)],
  ['missing works cited once', near(11_513, 0.07)],
  ['missing works cited twice', near(2080, 0.25)],
  ['missing works cited three times', near(780, 0.2)],
  ['missing work cited most', { from: 30, to: 100 }],
  ['missing work cited as 30th', near(23, 0.25)],
  ['missing work cited as 100th', near(14, 0.2)],
  ['missing work cited as 300th', near(8, 0.2)],
  ['missing work cited as 1000th', { from: 4, to: 4 }],
  ['repeated works with several spellings', { from: 500, to: 1500 }],
  ['characters a note at 0.5', near(2800, 0.15)],
  ['characters a note at 0.9', near(5900, 0.1)],
  ['characters a note at 0.99', near(14_400, 0.15)],
];

describe.each([1, 2])('a made library of seed %d has the shape of the real vault', (seed) => {
  let shape: Record<string, number> = {};
  beforeAll(() => {
    shape = measureShape(seed);
  });

  test.each(REAL)('%s', (name, { from, to }) => {
    expect(shape[name]).toBeGreaterThanOrEqual(from);
    expect(shape[name]).toBeLessThanOrEqual(to);
  });
});

describe('a made library', () => {
  const notes = (count: number, seed?: number): string => JSON.stringify([...makeLibrary(count, seed)]);

  test('is the same for the same seed, and another for another', () => {
    expect(notes(150, 3)).toBe(notes(150, 3));
    expect(notes(150, 3)).not.toBe(notes(150, 4));
    expect(notes(150)).toBe(notes(150, 1));
  });

  test.each([1, 2, 3, 10, 100])('can be as small as %d', (count) => {
    const made = [...makeLibrary(count)];
    expect(made).toHaveLength(count + Math.floor(count / 100));
    for (const [path, text] of made) {
      expect(path.startsWith(`${LIBRARY_FOLDER}/`)).toBe(true);
      expect(text.endsWith('\n')).toBe(true);
    }
  });

  test('names every note once, and its links to papers lead somewhere', () => {
    const paths = new Set<string>();
    const links: string[] = [];
    let broken = 0;
    const made = [...makeLibrary(3000)];
    for (const [path] of made) {
      expect(paths.has(path)).toBe(false);
      paths.add(path);
    }
    for (const match of made.map(([, text]) => text).join('\n').matchAll(/\]\(\.\/([^)]+)\)/g)) links.push(`${LIBRARY_FOLDER}/${match[1] ?? ''}`);
    for (const link of links) if (!paths.has(link)) broken += 1;
    expect(broken / links.length).toBeLessThan(0.025);
    expect(broken).toBeGreaterThan(0);
  });
});
