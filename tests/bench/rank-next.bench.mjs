// What ranking costs: node tests/bench/rank-next.bench.mjs [papers] [references a paper]
// Prints the whole time of a ranking and its longest step, which is the least that a slice can be.
import { build } from 'esbuild';

const { outputFiles } = await build({ entryPoints: ['src/core/dashboard/rank-next.ts'], bundle: true, minify: true, format: 'esm', write: false });
const { rankNext } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const count = Number(process.argv[2] ?? 50_000);
const references = Number(process.argv[3] ?? 30);
const works = 15_000;

let seed = 1;
const random = () => {
  seed = (seed * 16_807) % 2_147_483_647;
  return seed / 2_147_483_647;
};
/** A few are cited often, most hardly ever. */
const pick = (of) => Math.floor(of * random() ** 3);

const titleOf = (at) => `${['Graphs', 'Parsing', 'Attention', 'Proteins'][at % 4]} in the paper with the number ${at}`;
const paths = Array.from({ length: count }, (_, at) => `Papers/paper-${at}.md`);
const keys = Array.from({ length: works }, (_, at) => `amissingworkwiththenumber${at}`);

/** A library in which `read` of the papers are read, and ten are being read. */
function libraryOf(read) {
  const papers = paths.map((path, at) => ({
    path, title: titleOf(at), year: at % 9 === 0 ? null : 1990 + pick(35), numCitedBy: at % 7 === 0 ? null : pick(100_000),
    statusKind: at < 10 ? 'active' : random() < read ? 'done' : 'queued',
  }));
  const citing = { target: new Map(), missingKey: new Map() };
  const lists = new Map();
  papers.forEach(({ path }, at) => {
    const list = Array.from({ length: references }, () => (random() < 0.5 ? { target: null, missingKey: keys[pick(works)] } : { target: paths[pick(count)], missingKey: null }));
    lists.set(path, list);
    for (const { target, missingKey } of list) {
      const kind = target === null ? 'missingKey' : 'target';
      const sources = citing[kind].get(target ?? missingKey) ?? new Set();
      citing[kind].set(target ?? missingKey, sources.add(at));
    }
  });
  const missing = [...citing.missingKey].map(([key, sources]) => ({
    key, title: `A missing work, ${key}`, citedBy: sources.size, readBy: [...sources].filter((at) => papers[at].statusKind === 'done').length, citing: [], hidden: null,
  }));
  return { revision: 1, papers: () => papers, references: (path) => lists.get(path), citedByCount: (path) => citing.target.get(path)?.size ?? 0, missing: () => missing };
}

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const weights = { cited: 3, read: 4, active: 2, recent: 1, worldwide: 2 };
const zero = { cited: 0, read: 0, active: 0, recent: 0, worldwide: 0 };

for (const read of [0.01, 0.5]) {
  const library = libraryOf(read);
  process.stdout.write(`${count} papers with ${references} references each, ${Math.round(read * 100)} % read, ${library.missing().length} missing works\n`);
  let previous = null;
  for (const [name, chosen] of [['first', weights], ['again, as after one change', weights], ['with other weights', { ...weights, recent: 9 }], ['with all weights 0', zero]]) {
    const kept = previous;
    let best = Infinity;
    let longest = 0;
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      const steps = rankNext(library, { weights: chosen, thisYear: 2026, compareTitles: compare, previous: kept });
      let worst = 0;
      for (;;) {
        const before = performance.now();
        const { done, value } = steps.next();
        worst = Math.max(worst, performance.now() - before);
        if (done) {
          previous = value;
          break;
        }
      }
      const took = performance.now() - start;
      if (took < best) [best, longest] = [took, worst];
    }
    process.stdout.write(`  ${name}: ${previous.candidates.length} ranked in ${best.toFixed(0)} ms, longest step ${longest.toFixed(1)} ms\n`);
  }
}
