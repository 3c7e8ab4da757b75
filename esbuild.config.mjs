import esbuild from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { minify } from 'terser';

/** Provided by the app; everything else is in the bundle. */
export const EXTERNALS = ['obsidian', 'electron', '@codemirror/*', '@lezer/*'];

/** What stands in for parts of packages, by package and by what is asked for there; in `src/shims`, where each says why. */
const SHIMS = {
  'gray-matter': {
    defaults: 'gray-matter-defaults.cjs',
    fs: 'empty.ts',
    'section-matter': 'empty.ts',
    'kind-of': 'gray-matter-kind-of.cjs',
    engines: 'gray-matter-engines.ts',
    stringify: 'empty.ts',
    utils: 'gray-matter-utils.ts',
  },
  'yaml-reader': {
    default: 'yaml-reader-default-schema.ts',
    snippet: 'yaml-reader-snippet.cjs',
  },
  'date-fns': {
    'formatDistance.js': 'date-fns-unused.ts',
    'formatRelative.js': 'date-fns-unused.ts',
    'match.js': 'date-fns-unused.ts',
    'formatters.js': 'date-fns-formatters.ts',
  },
};

/**
 * gray-matter as the plugin may carry it: without `eval`, files, `Buffer`, its own, older YAML reader and what writes front matter;
 * and js-yaml's reader without its writer, which its one file for bundlers cannot be parted from.
 */
const packageShims = {
  name: 'package-shims',
  setup(build) {
    build.onResolve({ filter: /^yaml-reader$/ }, () => ({ path: resolve('src/shims/yaml-reader-parts.ts') }));
    build.onResolve({ filter: /^yaml-reader\/lib\// }, ({ path }) => ({ path: resolve('node_modules', `${path}.js`) }));
    build.onResolve({ filter: /^[\w./-]+$/ }, ({ path, importer }) => {
      const owner = /[\\/]node_modules[\\/](gray-matter|yaml-reader|date-fns)[\\/]/.exec(importer)?.[1];
      const shim = SHIMS[owner]?.[basename(path)];
      return shim === undefined ? undefined : { path: resolve('src/shims', shim) };
    });
  },
};

/** What a file of `src` without imports exports. */
async function load(path) {
  const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'ts', format: 'cjs' });
  const module = { exports: {} };
  runInNewContext(code, { module, exports: module.exports });
  return module.exports;
}

/** Puts short keys in the place of the English texts by which catalogues of other languages go: they would be in the bundle twice. */
const shortKeys = {
  name: 'short-keys',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]language[\\/]chinese[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const { textKey } = await load('src/language/text-key.ts');
      const areas = Object.entries(await load(path)).map(([name, texts]) => {
        const keyed = Object.entries(texts).map(([english, text]) => [textKey(english), text]);
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(keyed))};`;
      });
      return { contents: areas.join('\n'), loader: 'js' };
    });
  },
};

/**
 * How the plugin is bundled. `entry` is a file, `source` the text of one instead (for checks on a part); the outcome is
 * minified for `production` and carries a source map otherwise.
 */
export function buildOptions({ production, entry = 'src/main.ts', source }) {
  return {
    ...(source === undefined ? { entryPoints: [entry] } : { stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' } }),
    outfile: 'main.js',
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2021',
    external: EXTERNALS,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
    plugins: [packageShims, shortKeys],
    treeShaking: true,
    minify: production,
    sourcemap: production ? false : 'inline',
    legalComments: 'eof',
    logLevel: 'warning',
  };
}

/**
 * The bundle once more, smaller by a fiftieth, and by a twentieth as it travels. No function is moved into another for that:
 * what is called for every character would be made anew with every call. With `map`, the code's source map, that of the outcome comes too.
 */
export async function shrink(code, map) {
  const options = { ecma: 2021, toplevel: true, compress: { passes: 2, inline: 1, reduce_funcs: false } };
  return minify(code, map === undefined ? options : { ...options, sourceMap: { content: map } });
}

async function run(mode) {
  if (mode === 'production') {
    const options = buildOptions({ production: true });
    const { outputFiles } = await esbuild.build({ ...options, write: false });
    const { code } = await shrink(outputFiles[0].text);
    await writeFile(options.outfile, code);
    console.log(`${options.outfile}: ${Buffer.byteLength(code).toLocaleString('en')} bytes`);
  } else if (mode === 'watch') {
    const context = await esbuild.context({ ...buildOptions({ production: false }), logLevel: 'info' });
    await context.watch();
  } else {
    throw new Error('Usage: node esbuild.config.mjs production|watch');
  }
}

if (process.argv[1]?.endsWith('esbuild.config.mjs')) {
  run(process.argv[2]).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
