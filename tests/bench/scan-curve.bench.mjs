import { bar } from './bars.mjs';
import { loadCore } from './core-bundle.mjs';
import { figure, table } from './markdown.mjs';

const LARGEST = 1_600_000;
const SIZES = [LARGEST / 16, LARGEST / 8, LARGEST / 4, LARGEST / 2, LARGEST];
const ROUNDS = 5;

const filled = (piece) => (size) => piece.repeat(Math.ceil(size / piece.length));
const nested = (open, close) => (size) => open.repeat(Math.ceil(size / 2 / open.length)) + close.repeat(Math.ceil(size / 2 / close.length));
const growing = (size) => {
  let text = '';
  for (let count = 1; text.length < size; count++) text += `${'`'.repeat(count)} `;
  return text;
};

const INPUTS = {
  'prose': filled('Some words of a paragraph, as notes hold them, with a [link](./x.md) now and then.\n'),
  'reference items': filled('- [A title of a paper](./a-title-of-a-paper.md)\n'),
  '[': filled('['),
  '![[': filled('![['),
  '[[a|[': filled('[[a|['),
  '[a](': filled('[a]('),
  '[a](b "': filled('[a](b "'),
  '[a](<b': filled('[a](<b'),
  '[ … ](u)': nested('[a ', '](u)'),
  '[ and one ](u)': (size) => `${filled('[')(size)}](u)`,
  '[ and one [x](u)': (size) => `${filled('[')(size)}[x](u)`,
  '[a](b(': filled('[a](b('),
  '![': filled('!['),
  'one long line': filled('word '),
  'a fence that is never closed': (size) => `\`\`\`\n${filled('code, [a](b)\n')(size)}`,
  'plain titles': filled('- A plain title of a paper\n'),
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
  'items with an open comment': (size) => `# References\n\n${filled('- <!-- a\n')(size)}`,
  'items with comments': (size) => `# References\n\n${filled('- a %%b%% ^c\n')(size)}`,
  'sections': filled('# References\n- a work\n'),
};

/** How the time of the note scanner grows with the length of hostile text: the least processor time of several runs, by character. */
export async function run() {
  const { scanNote, findReferences } = await loadCore();
  const spent = (text) => {
    const start = process.cpuUsage();
    findReferences(text, scanNote(text), ['References']);
    const { user, system } = process.cpuUsage(start);
    return ((user + system) * 1000) / text.length;
  };
  const curves = Object.entries(INPUTS).map(([name, make]) => {
    const figures = SIZES.map((size) => {
      const text = make(size);
      return Math.min(...Array.from({ length: ROUNDS }, () => spent(text)));
    });
    return { name, figures, growth: figures[figures.length - 1] / figures[0] };
  });
  const worst = curves.reduce((most, each) => (each.growth > most.growth ? each : most));
  return {
    // Sixteen times the text: in proportion is 1, with the square 16. What no longer fits into the caches costs up to twice as much.
    bars: [bar({ what: 'Hostile text: growth of the time a character at 16 times the length, the worst', value: worst.growth, most: 3, shown: `${figure(worst.growth)} (\`${worst.name}\`)` })],
    body: `Nanoseconds a character, the least of ${String(ROUNDS)} runs.\n\n${table(
      ['repeated', ...SIZES.map((size) => `${(size / 1000).toLocaleString('en')} K`), 'growth'],
      curves.map(({ name, figures, growth }) => [`\`${name.replaceAll('`', 'ˋ')}\``, ...figures.map(figure), figure(growth)]),
    )}`,
  };
}
