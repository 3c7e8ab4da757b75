import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildOptions } from '../../esbuild.config.mjs';
import { bar } from './bars.mjs';
import { figure, table } from './markdown.mjs';

/** How large the plugin is, and what of it each package costs. */
export async function run() {
  const code = readFileSync('main.js');
  const { metafile, outputFiles } = await build({ ...buildOptions({ production: true }), metafile: true, write: false });
  if (outputFiles[0].contents.length !== code.length) throw new Error('main.js is not what the sources give now. Run `npm run build` first.');
  const costs = new Map();
  const [output] = Object.values(metafile.outputs);
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) costs.set(ownerOf(path), (costs.get(ownerOf(path)) ?? 0) + bytesInOutput);
  const forbidden = [...costs.keys()].filter((name) => /lezer|markdown-it|marked|micromark/.test(name));
  if (forbidden.length > 0) throw new Error(`${forbidden.join(', ')} is in main.js.`);
  const packed = gzipSync(code, { level: 9 }).length;
  const rows = [...costs].sort(([, a], [, b]) => b - a).map(([name, bytes]) => [name, figure(bytes / 1000), `${figure((100 * bytes) / code.length)} %`]);
  return {
    bars: [
      bar({ what: 'main.js, minified', value: code.length / 1000, most: 200, unit: ' KB' }),
      bar({ what: 'main.js, gzipped', value: packed / 1000, most: 65, unit: ' KB' }),
    ],
    body: `${figure(code.length / 1000)} KB minified, ${figure(packed / 1000)} KB gzipped (1 KB is 1,000 bytes).\n\n${table(['part', 'KB minified', 'share'], rows)}`,
  };
}

/** The package a bundled file comes from, or the folder of the plugin's own. */
function ownerOf(path) {
  const parts = path.split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return `\`${parts.slice(0, 2).join('/')}\``.replace(/\.tsx?`$/, '`');
  const name = parts[at + 1].startsWith('@') ? `${parts[at + 1]}/${parts[at + 2]}` : parts[at + 1];
  return name === 'yaml-reader' ? 'js-yaml (as yaml-reader)' : name;
}
