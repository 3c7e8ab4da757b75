// Speed of the note scanner against a bare walk over the same characters: node tests/bench/scan-note.bench.mjs <folder of notes>
// Prints the least processor time of interleaved runs (the ratio is what counts), then how time grows on hostile text.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const { outputFiles } = await build({ entryPoints: ['src/core/scan-note.ts'], bundle: true, minify: true, format: 'esm', write: false });
const code = outputFiles[0].text;
const { scanNote } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const folder = process.argv[2] ?? 'example-vault';
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(join(folder, path), 'utf8'));
const size = texts.reduce((sum, text) => sum + text.length, 0);

const walk = (text) => {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
};
const spent = (run, inputs) => {
  const start = process.cpuUsage();
  for (const input of inputs) run(input);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

let walked = Infinity;
let scanned = Infinity;
for (let round = 0; round < 60; round++) {
  walked = Math.min(walked, spent(walk, texts));
  scanned = Math.min(scanned, spent(scanNote, texts));
}
const ratio = (scanned / walked).toFixed(2);
const speed = (size / 1e3 / scanned).toFixed(0);
process.stdout.write(
  `${texts.length} notes, ${size} characters, ${(code.length / 1000).toFixed(1)} KB minified\n` +
    `walk ${walked.toFixed(1)} ms, scan ${scanned.toFixed(1)} ms: ${ratio} times, ${speed} million characters a second\n\n`,
);

const hostile = {
  'opening brackets': '[',
  'links without an end': '[a](',
  'titles without an end': '[a](b "',
  'lone backticks': 'a ` b\n\n',
  'comments in a paragraph': 'a <!-- ',
  'tags without an end': '<a x="',
  'bullets on one line': '- ',
  'quotes on one line': '> ',
  'plain titles': '- A plain title of a paper\n',
};
for (const [name, piece] of Object.entries(hostile)) {
  const times = [50_000, 200_000].map((count) => {
    const input = [piece.repeat(count)];
    return Math.min(...Array.from({ length: 5 }, () => spent(scanNote, input)));
  });
  process.stdout.write(`${name.padEnd(26)} n ${times[0].toFixed(1).padStart(7)} ms, 4n ${times[1].toFixed(1).padStart(7)} ms\n`);
}
