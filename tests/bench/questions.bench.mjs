import { bar } from './bars.mjs';
import { loadCore } from './core-bundle.mjs';
import { buildIndex, cacheNote } from './feed-index.mjs';
import { makeLibrary } from './make-library.mjs';
import { figure, table } from './markdown.mjs';
import { median } from './statistics.mjs';

const ROUNDS = 7;
const MOST_MS = 50;
const MOST_SEARCH_MS = 16;
const THIS_YEAR = 2026;

/** What every question of the views costs as libraries grow. */
export async function run({ papers }) {
  const core = await loadCore();
  const sizes = [1_000, 5_000, 10_000, 50_000].filter((each) => each < papers).concat(papers);
  const answers = new Map();
  for (const size of sizes) {
    for (const [name, answer] of askAll(core, size)) answers.set(name, [...(answers.get(name) ?? []), answer]);
  }
  const asked = [...answers].filter(([name]) => !isPreparation(name));
  const last = asked.map(([name, found]) => ({ name, ...found[found.length - 1] }));
  const slowest = (among) => among.reduce((most, each) => (each.took > most.took ? each : most));
  const other = slowest(last.filter(({ name }) => !isTyping(name)));
  const typing = slowest(last.filter(({ name }) => isTyping(name)));
  const at = `at ${sizes[sizes.length - 1].toLocaleString('en')} papers`;
  return {
    bars: [
      bar({ what: `The slowest question ${at} (${other.name})`, value: other.took, most: MOST_MS, unit: ' ms' }),
      bar({ what: `The slowest search as one types ${at} (${typing.name})`, value: typing.took, most: MOST_SEARCH_MS, unit: ' ms' }),
    ],
    body: `Milliseconds, the median of ${String(ROUNDS)} runs; the longest step at the largest size is the median too. Growth is the last figure over the first, for ${figure(sizes[sizes.length - 1] / sizes[0])} times the papers. What a search looks through is made ready in slices when one enters its box; where one types faster than that, it is made with the first word. So is what sorting by a column goes by when one points at its head; where one does not, it is made with the first click.\n\n${table(
      ['question', ...sizes.map((size) => size.toLocaleString('en')), 'growth', 'longest step', `within ${String(MOST_MS)} ms, ${String(MOST_SEARCH_MS)} typing`],
      [...answers].map(([name, found]) => {
        const { took, step } = found[found.length - 1];
        return [name, ...found.map((each) => figure(each.took)), figure(took / found[0].took), step === null ? '–' : figure(step), isPreparation(name) ? 'made ready' : took <= (isTyping(name) ? MOST_SEARCH_MS : MOST_MS) ? 'yes' : '**no**'];
      }),
    )}`,
  };
}

const isTyping = (name) => name.startsWith('type ');
/** No question: done in slices before one is asked. */
const isPreparation = (name) => name.startsWith('enter ') || name.startsWith('point ');

/** Asks each question several times: `[name, { took, step }]`, in milliseconds; `step` null for an answer that cannot pause. */
function askAll(core, size) {
  const notes = [...makeLibrary(size)].map((note) => cacheNote(core, note));
  const index = buildIndex(core, notes);
  const settings = core.DEFAULT_SETTINGS;
  const facts = {
    library: index,
    statuses: settings.statuses,
    searchTexts: core.createSearchTexts(),
    collator: core.textOrder(new Intl.Collator('en', { numeric: true, sensitivity: 'base' })),
    createdAt: () => null,
  };
  const asked = { search: '', filters: core.NO_FILTERS, sort: [{ column: 'title', descending: false }], group: null, collapsed: [] };
  const shown = new core.ShownPapers();
  const rows = (question) => shown.rows({ ...asked, ...question }, facts);
  finish(rows({}));
  const results = [['enter the search box', measure(() => ({ ask: () => shown.makeTexts(facts) }), 1)]];
  results.push(['first search', measure(() => ({ ask: () => rows({ search: 'anything' }) }), 1)]);
  const byTitle = (descending) => [{ column: 'title', descending }];
  let turn = 0;
  const fresh = (question) => {
    turn += 1;
    return question(turn % 2 === 0);
  };
  const ask = (name, make) => results.push([name, measure(make)]);
  for (const search of ['d', 'de', 'deep par', 'author:a year:>2010', 'nothing like it']) ask(`type “${search}”`, () => reset(() => rows({ search })));
  for (const [field, value] of [['status', 'reading'], ['tag', 'paper'], ['year', '2015']]) ask(`filter by ${field}`, () => reset(() => rows({ filters: { ...core.NO_FILTERS, [field]: [value] } })));
  ask('sort by title, the first time', () => ({ ask: () => new core.ShownPapers().rows(asked, facts) }));
  ask('point at the head of the authors for the first time', () => {
    const fresh = new core.ShownPapers();
    finish(fresh.rows(asked, facts));
    return { ask: () => fresh.placesOf('authors', facts) };
  });
  for (const column of ['title', 'authors', 'venue', 'status', 'year', 'citedBy', 'numCitedBy', 'references', 'readDate']) {
    ask(`sort by ${column}`, () => ({ ask: () => rows({ sort: fresh((descending) => (column === 'title' ? byTitle(descending) : [{ column, descending }])) }) }));
  }
  for (const group of ['status', 'year', 'venue', 'tag', 'author']) ask(`group by ${group}`, () => reset(() => rows({ group })));
  const cited = index.papers().reduce((most, paper) => (index.citedByCount(paper.path) > index.citedByCount(most.path) ? paper : most)).path;
  const citing = index.papers().reduce((most, paper) => ((index.references(paper.path)?.length ?? 0) > (index.references(most.path)?.length ?? 0) ? paper : most)).path;
  ask('cited by, of the paper cited most', () => ({ ask: () => index.citing(cited) }));
  ask('related, to the paper cited most', () => ({ ask: () => index.related(cited, 10) }));
  ask('related, to the one with most references', () => ({ ask: () => index.related(citing, 10) }));
  for (const [what, path] of [['cited most', cited], ['with most references', citing]]) {
    ask(`citations view of the paper ${what}`, () => ({ ask: () => core.citationsModel(index, { phase: 'ready' }, path, facts.collator) }));
  }
  const workTitles = new core.KeptAnswer();
  function* works(query, titles = workTitles) {
    return core.layOutMissing(yield* core.filterWorks(index.missing(), { search: '', atLeast: 1, byRead: false, ...query }, titles), new Set());
  }
  ask('missing works', () => ({ ask: () => works({}) }));
  ask('missing works cited twice, by a paper that is read', () => ({ ask: () => works({ atLeast: 2, byRead: true }) }));
  ask('enter the search box of the missing works', () => ({ ask: () => core.foldTitles(index.missing(), new core.KeptAnswer()) }));
  for (const search of ['d', 'deep par', 'nothing like it']) ask(`type “${search}” among the missing works`, () => ({ ask: () => works({ search }) }));
  ask('problems', () => ({ ask: () => index.problems() }));
  const choices = { weights: settings.nextWeights, thisYear: THIS_YEAR, titles: facts.collator };
  ask('next', () => ({ ask: () => core.rankNext(index, choices) }));
  const rank = () => finish(core.rankNext(index, choices)).value;
  ask('enter the search box of next', () => {
    const fresh = rank();
    return { ask: () => new core.RankingSearch(core.createSearchTexts()).prepare(fresh, true) };
  });
  const ranking = rank();
  const finder = new core.RankingSearch(core.createSearchTexts());
  finish(finder.prepare(ranking, true));
  for (const search of ['d', 'deep par', 'author:a year:>2010', 'nothing like it']) {
    ask(`type “${search}” in next, missing works and all`, () => ({ ask: () => finder.find(ranking, { search, filters: core.NO_FILTERS, statuses: settings.statuses, withWorks: true }) }));
  }
  return results;

  /** An answer is kept until another is asked for. */
  function reset(question) {
    finish(rows({ search: '' }));
    return { ask: question };
  }
}

function measure(make, rounds = ROUNDS) {
  const took = [];
  const steps = [];
  let canPause = true;
  for (let round = rounds > 1 ? -2 : 0; round < rounds; round += 1) {
    const { ask } = make();
    const started = performance.now();
    const { longest } = finish(ask());
    if (round < 0) continue;
    took.push(performance.now() - started);
    steps.push(longest);
    canPause &&= longest !== null;
  }
  return { took: median(took), step: canPause ? median(steps) : null };
}

/** Takes all steps of an answer that has some, and tells the longest; any other answer is there already. */
function finish(answer) {
  if (answer === null || typeof answer !== 'object' || typeof answer.next !== 'function') return { value: answer, longest: null };
  let longest = 0;
  for (;;) {
    const started = performance.now();
    const { done, value } = answer.next();
    longest = Math.max(longest, performance.now() - started);
    if (done) return { value, longest };
  }
}
