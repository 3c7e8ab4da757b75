// How the time of the note scanner grows with the length of hostile text: node tests/bench/scan-curve.bench.mjs [largest size in characters]
// Prints nanoseconds a character at doubling sizes, the least of several runs, and how the last compares with the first: about
// 1 where time is in proportion to length, 2 a doubling where it grows with the square.
import { build } from 'esbuild';

const { outputFiles } = await build({
  stdin: { contents: "export { scanNote } from './src/core/scan-note';\nexport { findReferences } from './src/core/find-references';", resolveDir: '.', loader: 'ts' },
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
});
const { scanNote, findReferences } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const largest = Number(process.argv[2] ?? 1_600_000);
const sizes = [largest / 16, largest / 8, largest / 4, largest / 2, largest];
const filled = (piece) => (size) => piece.repeat(Math.ceil(size / piece.length));
const nested = (open, close) => (size) => open.repeat(Math.ceil(size / 2 / open.length)) + close.repeat(Math.ceil(size / 2 / close.length));
const growing = (size) => {
  let text = '';
  for (let count = 1; text.length < size; count++) text += `${'`'.repeat(count)} `;
  return text;
};

const inputs = {
  'prose': filled('Some words of a paragraph, as notes hold them, with a [link](./x.md) now and then.\n'),
  'reference items': filled('- [A title of a paper](./a-title-of-a-paper.md)\n'),
  '[': filled('['),
  '![[': filled('![['),
  '[[a|[': filled('[[a|['),
  '[a](': filled('[a]('),
  '[a](b "': filled('[a](b "'),
  '[a](<b': filled('[a](<b'),
  '[ … ](u)': nested('[a ', '](u)'),
  '![^ … ] with a footnote': (size) => `[^a]: b\n\n[c]: d\n\n${nested('![^', ']')(size)}`,
  '`': filled('a ` b\n\n'),
  'growing runs of `': growing,
  '<': filled('<'),
  '<a x="': filled('<a x="'),
  '<!--': filled('a <!-- '),
  '<!-- a paragraph': filled('<!-- a\n\n'),
  '***': filled('***'),
  '(': filled('('),
  '$': filled('$a '),
  '$$ in quotes': filled('> $$ a\n\n'),
  '%%': filled('%% a '),
  '|': filled('|'),
  'table rows': (size) => `|a|b|\n|-|-|\n${filled('|a|b|\n')(size)}`,
  'backslashes': filled('\\'),
  '- nested': filled('- '),
  '> nested': filled('> '),
  'deep items, blank lines': nested('- ', '\n'),
  'definitions': filled('[a]: b "\n'),
  'sections': filled('# References\n- a work\n'),
};

const spent = (text) => {
  const start = process.cpuUsage();
  findReferences(text, scanNote(text), ['References']);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / text.length;
};

process.stdout.write(`${'ns a character at'.padEnd(26)}${sizes.map((size) => String(size).padStart(10)).join('')}   last/first\n`);
for (const [name, make] of Object.entries(inputs)) {
  const figures = sizes.map((size) => {
    const text = make(size);
    return Math.min(...Array.from({ length: 5 }, () => spent(text)));
  });
  process.stdout.write(`${name.padEnd(26)}${figures.map((figure) => figure.toFixed(1).padStart(10)).join('')}   ${(figures[figures.length - 1] / figures[0]).toFixed(2)}\n`);
}
