// Jest's transform: TypeScript, TSX and ESM-only packages to CommonJS by the bundler that builds the plugin,
// so that tests and product are compiled by one tool and no second compiler has to be kept.
const { pathToFileURL } = require('node:url');
const { transformSync } = require('esbuild');

module.exports = {
  process(source, filename) {
    const loader = filename.endsWith('.tsx') ? 'tsx' : filename.endsWith('.ts') ? 'ts' : 'js';
    const { code, map } = transformSync(source, {
      loader,
      format: 'cjs',
      target: 'node20',
      sourcemap: 'external',
      sourcefile: filename,
      // CommonJS has none; modules that find their own folder need it.
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(filename).href) },
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    return { code, map };
  },
};
