import { bar } from './bars.mjs';
import { loadCore } from './core-bundle.mjs';
import { buildIndex, cacheNote } from './feed-index.mjs';
import { makeLibrary } from './make-library.mjs';
import { figure, table } from './markdown.mjs';
import { quantile } from './statistics.mjs';

const CHANGES = 3_000;
/** Fewer changes tell as much where each takes long. */
const MOST_MS = 60_000;
const LEAST_CHANGES = 300;
const WARM_UP = 100;
/** Changes after which the sorted answers are asked for. */
const ASKED = 200;
const STATUSES = ['todo', 'reading', 'read', 'skipped'];

/** What one changed note costs, and whether the size of the library matters. */
export async function run({ papers }) {
  const core = await loadCore();
  const rows = [];
  let last = null;
  for (const size of [1_000, 10_000, 50_000].filter((each) => each < papers).concat(papers)) {
    const { times, scans, asks } = changeNotes(core, size);
    last = { size, median: quantile(times, 0.5), late: quantile(times, 0.99) };
    rows.push([size.toLocaleString('en'), figure(last.median), figure(last.late), figure(Math.max(...times)), times.length.toLocaleString('en'), figure(quantile(scans, 0.5)), figure(quantile(scans, 0.99)), figure(quantile(asks, 0.5)), figure(quantile(asks, 0.99))]);
  }
  const at = `at ${last.size.toLocaleString('en')} papers`;
  return {
    bars: [
      bar({ what: `One changed note ${at}, median`, value: last.median, most: 0.3, unit: ' ms' }),
      bar({ what: `One changed note ${at}, 99th percentile`, value: last.late, most: 1.5, unit: ' ms' }),
    ],
    body: `Changes of notes taken at random; milliseconds.\n\n${table(['papers', 'median', '99th percentile', 'most', 'changes', 'scanning the note, median', '99th percentile', 'asking for what is missing then, median', '99th percentile'], rows)}`,
  };
}

function changeNotes(core, size) {
  const settings = core.DEFAULT_SETTINGS;
  const notes = [...makeLibrary(size)].map((note) => cacheNote(core, note));
  const index = buildIndex(core, notes);
  const held = notes.filter(({ path }) => index.references(path) !== null);
  const times = [];
  const scans = [];
  const end = performance.now() + MOST_MS;
  for (let count = -WARM_UP; count < CHANGES && (count < LEAST_CHANGES || performance.now() < end); count += 1) {
    const { took, scan } = changeNote(count);
    if (count < 0) continue;
    times.push(took);
    scans.push(scan);
  }
  index.missing();
  const asks = [];
  for (let count = CHANGES; count < CHANGES + ASKED; count += 1) {
    changeNote(count);
    const started = performance.now();
    index.missing();
    asks.push(performance.now() - started);
  }
  return { times, scans, asks };

  function changeNote(count) {
    const { path, text, record, heading } = held[((count + CHANGES) * 7_919) % held.length];
    const other = held[((count + CHANGES) * 104_729) % held.length];
    const scanned = performance.now();
    const { references } = core.findReferences(text, core.scanNote(text), settings.referenceHeadings);
    const scan = performance.now() - scanned;
    const [gained] = core.findReferences(other.text, core.scanNote(other.text), settings.referenceHeadings).references;
    // Every other time as it was: one reference is gained and one lost in both directions.
    const list = count % 2 === 0 && references.length > 0 ? [...references.slice(1), gained ?? references[0]] : references;
    const properties = core.propertiesFromRecord({ ...record, status: STATUSES[Math.abs(count) % STATUSES.length] });
    const started = performance.now();
    index.setNote(path, core.readIndexedNote(path, properties, heading, settings, null));
    index.setReferences(path, list);
    index.settle();
    const took = performance.now() - started;
    index.takeChanged();
    return { took, scan };
  }
}
