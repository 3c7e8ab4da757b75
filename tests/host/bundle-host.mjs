import { build } from 'esbuild';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const load = createRequire(import.meta.url);

const common = { bundle: true, logLevel: 'error', absWorkingDir: root };

/** The host for plain Node scripts: `{ openVault, loadFolder }`, as in open-vault.ts and load-folder.ts. */
export async function loadHost() {
  const outfile = await writeHost();
  try {
    return load(outfile);
  } finally {
    rmSync(outfile);
  }
}

/** Writes the host as a CommonJS file for processes that load it themselves. Returns its path; whoever asked removes it. */
export async function writeHost() {
  // Inside node_modules, so that what is left out of the bundle is found from there.
  const folder = join(root, 'node_modules', '.cache', 'paperweave-host');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `host-${process.pid}.cjs`);
  await build({
    ...common,
    stdin: {
      contents: "export { openVault } from './open-vault'; export { loadFolder } from './load-folder';",
      resolveDir: here,
      loader: 'ts',
    },
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['jsdom'],
    outfile,
  });
  return outfile;
}

/** The host for a page, as one script that defines `window.hostReady` and `window.host`. */
export async function bundleHost() {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(here, 'page.ts')],
    platform: 'browser',
    target: 'chrome120',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    write: false,
  });
  return outputFiles[0].text;
}

/**
 * A page that runs the plugin over the files.
 *
 * @param input `files` (path -> text), `mainJs` and `stylesCss` (source text; default: the built files at the root), `theme`, and
 * anything else of `HostOptions`; `prepare`, a script that may add to `window.hostInput` before the app starts (files that it makes itself).
 * @returns `html`, which loads `host.js`, `host-input.js` and `host.css` from beside it, and the text of these three.
 */
export async function hostPage({ files, mainJs, stylesCss, theme = 'light', prepare = '', ...options }) {
  const source = mainJs ?? readFileSync(join(root, 'main.js'), 'utf8');
  const styles = stylesCss ?? readFileSync(join(root, 'styles.css'), 'utf8');
  const manifest = options.manifest ?? JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
  const input = `window.hostInput = ${JSON.stringify({ ...options, files, theme, manifest, source })};\n${prepare}`;
  const css = `${readFileSync(join(here, 'host.css'), 'utf8')}\n/* the plugin's own */\n${styles}`;
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${manifest.name}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="host.css">
  </head>
  <body>
    <script src="host-input.js"></script>
    <script src="host.js"></script>
  </body>
</html>
`;
  return { html, js: await bundleHost(), input, css };
}
