// What each part of `main.js` costs: node scripts/bundle-sizes.mjs
import { SourceMap } from 'node:module';
import { gzipSync } from 'node:zlib';
import esbuild from 'esbuild';
import { buildOptions, shrink } from '../esbuild.config.mjs';
import { ROOT } from './build-plugin.mjs';

const gzipped = (text) => gzipSync(text, { level: 9 }).length;

/**
 * The bundle as `npm run build` makes it, part by part: a package, or a folder of `src` without the folders below it; the largest first.
 * All in bytes. `minified` adds up to the whole; `gzipped` is by how much the whole would shrink without the part, which is less than
 * a share of it, since parts are alike.
 */
export async function bundleParts() {
  const options = { ...buildOptions({ production: true }), absWorkingDir: ROOT, write: false, sourcemap: 'external' };
  const { outputFiles } = await esbuild.build(options);
  const textOf = (ending) => outputFiles.find((file) => file.path.endsWith(ending)).text;
  const { code, map } = await shrink(textOf('.js'), textOf('.js.map'));
  const owners = findOwners(code, new SourceMap(JSON.parse(map)));
  const whole = gzipped(code);
  const parts = [...new Set(owners)].map((name) => {
    const others = code.split('').filter((_, at) => owners[at] !== name).join('');
    return { name, minified: Buffer.byteLength(code) - Buffer.byteLength(others), gzipped: whole - gzipped(others) };
  });
  return { minified: Buffer.byteLength(code), gzipped: whole, parts: parts.sort((a, b) => b.minified - a.minified) };
}

/** For each character of the code, the part that it comes from. */
function findOwners(code, map) {
  const owners = [];
  for (const [line, text] of code.split('\n').entries()) {
    // A line break belongs to what is in front of it; only texts in the code have any.
    for (let column = 0; column < text.length; column++) owners.push(partOf(map.findEntry(line, column).originalSource));
    owners.push(owners.at(-1));
  }
  return owners;
}

/** What comes from no file is the bundler's own. */
function partOf(source = '') {
  const path = source.replace(/^(?:\.\.\/)+/, '');
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (name !== undefined) return name === 'yaml-reader' ? 'js-yaml' : name;
  return /^src(?=\/)/.test(path) ? path.slice(0, path.lastIndexOf('/')) : 'bundler';
}

const asTable = ({ parts, ...whole }) =>
  ['| part | minified | gzipped |', '| --- | ---: | ---: |', ...[...parts, { name: '**all**', ...whole }].map((part) => `| ${part.name} | ${part.minified.toLocaleString('en')} | ${part.gzipped.toLocaleString('en')} |`)].join('\n');

if (process.argv[1]?.endsWith('bundle-sizes.mjs')) {
  bundleParts().then(
    (sizes) => console.log(asTable(sizes)),
    (error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
