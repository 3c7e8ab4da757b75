import matter from 'gray-matter';
import { CORE_SCHEMA, load } from 'yaml-reader';
import { bar } from './bars.mjs';
import { loadCore } from './core-bundle.mjs';
import { buildIndex, cacheNote, countReferences } from './feed-index.mjs';
import { interleave } from './interleave.mjs';
import { loadVault } from './load-vault.mjs';
import { makeLibrary } from './make-library.mjs';
import { figure, table, withSpread } from './markdown.mjs';
import { ratios, spread } from './statistics.mjs';

/** Papers of the library that a larger one is compared with. */
const SMALL = 1_157;

/** What a whole index costs, from what the app has parsed and from text, and what linking all of it costs. */
export async function run({ papers }) {
  const core = await loadCore();
  const vault = await measureVault(core);
  const growth = await measureGrowth(core, papers);
  return { bars: [...vault.bars, ...growth.bars], body: [vault.body, growth.body].join('\n\n') };
}

/** Where results go, so that no work is left out because nobody looks at it. */
let kept = null;
export const lastResult = () => kept;

async function measureVault(core) {
  const { notes } = loadVault();
  const settings = core.DEFAULT_SETTINGS;
  const cached = notes.map((note) => cacheNote(core, note));
  const records = JSON.stringify(cached.map(({ record }) => record));
  const blocks = cached.flatMap(({ text }) => {
    const found = core.findFrontMatter(text);
    return found.kind === 'block' ? [text.slice(found.block.from, found.block.to)] : [];
  });
  const textOf = new Map(notes);
  const index = buildIndex(core, cached);
  const context = linkContext(index, settings);
  const find = ({ text }) => core.findReferences(text, core.scanNote(text), settings.referenceHeadings);
  const given = new Map(index.papers().map(({ path }) => [path, find({ text: textOf.get(path) })]));
  const linkNote = (path) => core.applyEdits(textOf.get(path), core.planLinks(textOf.get(path), path, context).edits);
  const times = await interleave({
    scan: () => {
      for (const { text } of cached) kept = core.scanNote(text);
    },
    find: () => {
      for (const note of cached) kept = find(note);
    },
    enter: () => {
      kept = enterFound(core, cached, new Map());
    },
    give: () => {
      kept = enterFound(core, cached, given);
    },
    settle: () => {
      kept = enterFound(core, cached, given);
      kept.settle();
    },
    app: () => {
      kept = buildIndex(core, cached);
    },
    text: () => {
      kept = buildFromText(core, cached);
    },
    matter: () => {
      for (const { text } of cached) kept = quietly(() => matter(text, {}));
    },
    yaml: () => {
      for (const block of blocks) kept = quietly(() => load(block, { schema: CORE_SCHEMA }));
    },
    json: () => {
      kept = JSON.parse(records);
    },
    link: () => {
      for (const { path } of index.papers()) kept = linkNote(path);
    },
  });
  const against = (name, other) => spread(ratios(times[name], times[other]));
  const linked = index.papers().reduce((sum, { path }) => sum + core.planLinks(textOf.get(path), path, context).edits.length, 0);
  const rows = Object.entries(NAMES).map(([name, shown]) => [shown, withSpread(spread(times[name])), withSpread(against(name, 'scan')), withSpread(against(name, 'matter'))]);
  return {
    bars: [
      bar({ what: 'Index of the vault as the app runs it: times the scan alone', value: against('app', 'scan').median, most: 2, shown: withSpread(against('app', 'scan')) }),
      bar({ what: 'Index of the vault from text: times gray-matter alone', value: against('text', 'matter').median, most: 2.5, shown: withSpread(against('text', 'matter')) }),
      bar({ what: 'Linking the whole vault, plan and text: times the scan alone', value: against('link', 'scan').median, most: 2, shown: withSpread(against('link', 'scan')) }),
    ],
    body: `${figure(index.papers().length)} papers among ${figure(notes.length)} notes, ${countReferences(index).toLocaleString('en')} references; ${linked.toLocaleString('en')} links are planned.\n\n${table(
      ['what', 'ms', 'times the scan', 'times gray-matter'],
      rows,
    )}\n\n${whereItGoes(times)}`,
  };
}

/** An index not at rest: front matter from the records, references as they were found beforehand. */
function enterFound(core, notes, given) {
  const index = new core.LibraryIndex();
  for (const { path, record, heading } of notes) {
    index.addFile(path);
    index.setNote(path, core.readIndexedNote(path, record === null ? null : core.propertiesFromRecord(record), heading, core.DEFAULT_SETTINGS, null));
    const found = given.get(path);
    if (found) index.setReferences(path, found.sections.length > 0 ? found.references : null);
  }
  return index;
}

/** The steps of the index and of linking, told by leaving out the others. */
function whereItGoes(times) {
  const median = (name) => spread(times[name]).median;
  const steps = [
    ['scanning the notes', median('scan')],
    ['finding references in what was scanned', median('find') - median('scan')],
    ['properties from the cache made a paper, and entered under its names, titles and identifiers', median('enter')],
    ['giving each wording of a reference its number, and filing the notes under it', median('give') - median('enter')],
    ['settling: what each reference means, who cites whom, which works are missing', median('settle') - median('give')],
    ['linking, beside scanning and finding: choosing targets, writing links, proving that nothing else changes', median('link') - median('find')],
  ];
  return `Where that time goes, told by running the steps alone or one more at a time.\n\n${table(['step', 'ms', 'times the scan'], steps.map(([name, ms]) => [name, figure(ms), figure(ms / median('scan'))]))}`;
}

const NAMES = {
  json: 'floor: `JSON.parse` of the front matter of all notes',
  scan: 'floor: scanning alone',
  yaml: 'js-yaml alone, the blocks already cut out',
  matter: 'gray-matter alone, with options (it keeps nothing), default engine',
  app: '**index as the app runs it**',
  text: '**index from text**',
  link: '**linking everything, plan and text**',
};

/** Broken front matter costs its error too. */
function quietly(read) {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

function buildFromText(core, notes) {
  const settings = core.DEFAULT_SETTINGS;
  const index = new core.LibraryIndex();
  for (const { path, text } of notes) {
    index.addFile(path);
    const { note, references } = core.readNoteText(path, text, settings, settings.referenceHeadings);
    index.setNote(path, note);
    index.setReferences(path, note.paper && references.sections.length > 0 ? references.references : null);
  }
  index.settle();
  return index;
}

function linkContext({ identities }, settings) {
  return {
    headings: settings.referenceHeadings,
    scope: settings.linkScope,
    resolver: identities,
    isNote: (path) => path.endsWith('.md'),
    linktext: (target) => identities.linktext(target),
  };
}

async function measureGrowth(core, papers) {
  const sizes = [SMALL, 10_000, 50_000].filter((size) => size < papers).concat(papers);
  const libraries = sizes.map((size) => [...makeLibrary(size)].map((note) => cacheNote(core, note)));
  const perNote = sizes.map(() => []);
  for (let round = -1; round < GROWTH_ROUNDS; round += 1) {
    for (const [at, notes] of libraries.entries()) {
      // The small library several times: it takes too short to be measured well.
      const times = Math.max(1, Math.round(3_000 / notes.length));
      globalThis.gc?.();
      const started = process.cpuUsage();
      for (let count = 0; count < times; count += 1) buildIndex(core, notes);
      const { user, system } = process.cpuUsage(started);
      if (round >= 0) perNote[at].push((user + system) / times / notes.length);
    }
  }
  const toSmall = perNote.map((times) => spread(ratios(times, perNote[0])));
  const smallest = sizes[0].toLocaleString('en');
  const last = toSmall[toSmall.length - 1];
  return {
    bars: [bar({ what: `Time a note at ${sizes[sizes.length - 1].toLocaleString('en')} papers: times that at ${smallest}`, value: last.median, most: 1.5, shown: withSpread(last) })],
    body: `The index of made libraries, as the app runs it; medians of ${String(GROWTH_ROUNDS)} rounds.\n\n${table(
      ['papers', 'µs a note', `times that at ${smallest}`],
      sizes.map((size, at) => [size.toLocaleString('en'), withSpread(spread(perNote[at])), withSpread(toSmall[at])]),
    )}`,
  };
}

const GROWTH_ROUNDS = 7;
