import { readFileSync } from 'node:fs';
import { bundleParts } from '../../scripts/bundle-sizes.mjs';
import { bar } from './bars.mjs';
import { figure, table } from './markdown.mjs';

/** How large the plugin is, and what of it each package costs. */
export async function run() {
  const { minified, gzipped, parts } = await bundleParts();
  if (minified !== readFileSync('main.js').length) throw new Error('main.js is not what the sources give now. Run `npm run build` first.');
  const forbidden = parts.filter(({ name }) => /lezer|markdown-it|marked|micromark/.test(name));
  if (forbidden.length > 0) throw new Error(`${forbidden.map(({ name }) => name).join(', ')} is in main.js.`);
  const rows = parts.map((part) => [part.name, figure(part.minified / 1000), figure(part.gzipped / 1000), `${figure((100 * part.minified) / minified)} %`]);
  return {
    bars: [
      bar({ what: 'main.js, minified', value: minified / 1000, most: 200, unit: ' KB' }),
      bar({ what: 'main.js, gzipped', value: gzipped / 1000, most: 65, unit: ' KB' }),
    ],
    body: `${figure(minified / 1000)} KB minified, ${figure(gzipped / 1000)} KB gzipped (1 KB is 1,000 bytes). Gzipped is by how much the whole would shrink without the part.\n\n${table(['part', 'KB minified', 'KB gzipped', 'share'], rows)}`,
  };
}
