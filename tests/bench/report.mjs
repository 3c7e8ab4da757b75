import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { chromiumPath } from './bench-page.mjs';
import { table } from './markdown.mjs';
import { loadVault } from './load-vault.mjs';

/** The bars of all parts. */
export const barsTable = (results) =>
  table(['what', 'figure', 'bar', ''], results.flatMap(({ bars }) => bars.map((each) => [each.what, each.figure, each.bar, each.isMet ? 'met' : '**not met**'])));

/** What one part found. */
export const partSection = ({ body, bars }) =>
  [body, ...(bars.length === 0 ? [] : [bars.map(({ what, figure, bar, isMet }) => `- ${what}: ${figure} (${bar}): ${isMet ? 'met' : '**not met**'}`).join('\n')])].join('\n\n');

/** The whole page of documentation. */
export function writeReport(results, { papers }) {
  const vault = loadVault();
  return `# Performance

How fast Paperweave is, and how much it needs. Written by \`npm run bench -- --report\` on ${new Date().toISOString().slice(0, 10)}, from the
last run of each part. Everything is
compared with something else in the same run, because milliseconds say as much of the machine as of the program: read the ratios. Figures are medians
of seven or nine runs made in turns, with the quartiles in brackets, where a part says nothing else.

${table(['', ''], machine())}

The vault is ${vault.name}: ${vault.notes.length.toLocaleString('en')} notes. The libraries of up to ${papers.toLocaleString('en')} papers are made up by \`tests/bench/make-library.mjs\`, with a
real vault's shape: 34 references a paper, a third of them links, citations and missing works by a power law.

## The bars

${barsTable(results)}

## To run it

\`\`\`
npm ci
npm run build
npm run bench
\`\`\`

\`npm run bench -- --only scan,index\` runs some parts, \`--papers 1000\` makes the libraries smaller. \`PAPERWEAVE_VAULT\` names the folder of your own vault, which is only
read; without it the example vault is taken. Parts in a browser need Chromium, named by \`CHROMIUM\`.

${results.map((result) => `## ${result.title}\n\n${result.about}\n\n${result.body}`).join('\n\n')}
`;
}

function machine() {
  const cpus = os.cpus();
  return [
    ['Processor', `${cpus[0]?.model.trim() ?? 'unknown'}, ${String(cpus.length)} cores`],
    ['Memory', `${String(Math.round(os.totalmem() / 2 ** 30))} GB`],
    ['System', `${os.type()} ${os.release()}`],
    ['Node', process.version],
    ['Chromium', chromiumVersion()],
    ['Packages', PEERS.map((name) => `${name} ${versionOf(name)}`).join(', ')],
  ];
}

const PEERS = ['gray-matter', 'yaml-reader', '@lezer/markdown', 'markdown-it', 'marked', 'micromark', 'preact', 'esbuild'];

const packageFile = (name) => createRequire(import.meta.url).resolve('gray-matter/package.json').replace('gray-matter', name);

function versionOf(name) {
  const { name: own, version } = JSON.parse(readFileSync(packageFile(name), 'utf8'));
  return own === name ? version : `(${own}) ${version}`;
}

function chromiumVersion() {
  try {
    return /[\d.]+/.exec(execFileSync(chromiumPath(), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[0] ?? 'unknown';
  } catch {
    return 'none';
  }
}
