import esbuild from 'esbuild';
import { resolve } from 'node:path';

/** Provided by the app; everything else is in the bundle. */
export const EXTERNALS = ['obsidian', 'electron', '@codemirror/*', '@lezer/*'];

const SHIMS = {
  fs: 'empty.ts',
  'section-matter': 'empty.ts',
  './engines': 'gray-matter-engines.ts',
  './lib/engines': 'gray-matter-engines.ts',
  './utils': 'gray-matter-utils.ts',
  './lib/utils': 'gray-matter-utils.ts',
};

/** gray-matter as the plugin may carry it: without `eval`, files, `Buffer` and its own, older YAML reader. */
const grayMatterShims = {
  name: 'gray-matter-shims',
  setup(build) {
    build.onResolve({ filter: /^(fs|section-matter|\.\/(lib\/)?(engines|utils))$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]gray-matter[\\/]/.test(importer) ? { path: resolve('src/shims', SHIMS[path]) } : undefined,
    );
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
    plugins: [grayMatterShims],
    treeShaking: true,
    minify: production,
    sourcemap: production ? false : 'inline',
    legalComments: 'eof',
    logLevel: 'warning',
  };
}

async function run(mode) {
  if (mode === 'production') {
    await esbuild.build({ ...buildOptions({ production: true }), logLevel: 'info' });
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
