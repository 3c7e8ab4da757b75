import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GFM, parser } from '@lezer/markdown';
import MarkdownIt from 'markdown-it';
import { lexer } from 'marked';
import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { bar } from './bars.mjs';
import { loadCore } from './core-bundle.mjs';
import { cacheNote } from './feed-index.mjs';
import { interleave } from './interleave.mjs';
import { loadVault } from './load-vault.mjs';
import { figure, table, withSpread } from './markdown.mjs';
import { ratios, spread } from './statistics.mjs';

/** How fast the note scanner is against the least that can be done with the text, and against parsers of all of Markdown. */
export async function run() {
  const core = await loadCore();
  const { root, notes } = loadVault();
  const texts = notes.map(([, text]) => text);
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const records = JSON.stringify(notes.map((note) => recordOf(core, note)));
  const lezer = parser.configure(GFM);
  const markdownIt = new MarkdownIt();
  const extensions = [gfm()];
  const each = (work) => () => {
    for (const text of texts) kept = work(text);
  };
  const times = await interleave({
    walk: each(walk),
    read: () => {
      for (const [path] of notes) kept = readFileSync(join(root, path), 'utf8');
    },
    json: () => {
      kept = JSON.parse(records);
    },
    scan: each(core.scanNote),
    references: each((text) => core.findReferences(text, core.scanNote(text), core.DEFAULT_SETTINGS.referenceHeadings)),
    lezer: each((text) => lezer.parse(text)),
    markdownIt: each((text) => markdownIt.parse(text, {})),
    marked: each((text) => lexer(text)),
    micromark: each((text) => postprocess(parse({ extensions }).document().write(preprocess()(text, undefined, true)))),
  });
  const toWalk = spread(ratios(times.scan, times.walk));
  const toLezer = spread(ratios(times.lezer, times.scan));
  const rows = Object.entries(NAMES).map(([name, shown]) => {
    const { median } = spread(times[name]);
    return [shown, withSpread(spread(times[name])), withSpread(spread(ratios(times[name], times.scan))), withSpread(spread(ratios(times[name], times.walk))), figure(size / 1000 / median)];
  });
  const found = countFound(core, texts);
  const foundByLezer = countFoundByLezer(core, lezer, texts);
  const body = [
    `${figure(notes.length)} notes, ${size.toLocaleString('en')} characters.`,
    table(['what', 'ms', 'times the scan', 'times the walk', 'million characters a second'], rows),
    'Found behind the front matter:',
    table(['', 'links and images', 'list items', 'headings'], [['the scanner', ...found], ['@lezer/markdown', ...foundByLezer]].map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)))),
  ].join('\n\n');
  return {
    bars: [
      bar({ what: 'Scanning against @lezer/markdown with GFM: times as fast', value: toLezer.median, least: 12, shown: withSpread(toLezer) }),
      bar({ what: 'Scanning against one `charCodeAt` walk: times its time', value: toWalk.median, most: 3, shown: withSpread(toWalk) }),
    ],
    body,
  };
}

const NAMES = {
  walk: 'floor: one `charCodeAt` walk',
  read: 'floor: reading the files',
  json: 'floor: `JSON.parse` of papers and references as the index holds them',
  scan: '**scanning**',
  references: '**scanning and finding references**',
  marked: 'marked, lexer (no places)',
  markdownIt: 'markdown-it, tokens (no places within lines)',
  lezer: '@lezer/markdown with GFM, tree',
  micromark: 'micromark with GFM, events',
};

/** Where results go, so that no work is left out because nobody looks at it. */
let kept = null;
export const lastResult = () => kept;

function walk(text) {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return sum;
}

function recordOf(core, note) {
  const { path, text, record } = cacheNote(core, note);
  const { references } = core.findReferences(text, core.scanNote(text), core.DEFAULT_SETTINGS.referenceHeadings);
  return { path, record, references: references.map(({ label, linkpath, line, text: source }) => ({ label, linkpath, line, text: source })) };
}

const bodyFrom = (core, text) => {
  const found = core.findFrontMatter(text);
  return found.kind === 'block' ? found.block.end : 0;
};

function countFound(core, texts) {
  const counts = [0, 0, 0];
  for (const text of texts) {
    const from = bodyFrom(core, text);
    const { links, items, headings } = core.scanNote(text);
    // Wikilinks are Obsidian's own: no other parser knows them.
    counts[0] += links.filter((link) => link.from >= from && link.kind !== 'wikilink').length;
    counts[1] += items.filter((item) => item.from >= from).length;
    counts[2] += headings.filter((heading) => heading.from >= from).length;
  }
  return counts;
}

function countFoundByLezer(core, lezer, texts) {
  const counts = [0, 0, 0];
  for (const text of texts) {
    const from = bodyFrom(core, text);
    lezer.parse(text).iterate({
      enter({ name, from: at, node }) {
        if (at < from) return;
        // A bracket that leads nowhere is a Link for it too.
        if (name === 'Link' || name === 'Image') counts[0] += node.getChild('URL') ? 1 : 0;
        else if (name === 'ListItem') counts[1] += 1;
        else if (/^(ATX|Setext)Heading/.test(name)) counts[2] += 1;
      },
    });
  }
  return counts;
}
