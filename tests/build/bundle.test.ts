import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import * as frontMatter from '../../src/core/front-matter/front-matter';

type Bundled = { readonly entry: string } | { readonly source: string };

const { buildOptions, shrink, EXTERNALS } = jest.requireActual<{
  buildOptions: (what: Bundled & { production: boolean }) => BuildOptions;
  shrink: (code: string) => Promise<{ code: string }>;
  EXTERNALS: readonly string[];
}>('../../esbuild.config.mjs');

/** What is bundled: the plugin, and the part of it that carries the packages that need replacements. */
const BUNDLES: readonly { name: string; what: Bundled }[] = [
  { name: 'the front matter', what: { source: "export * from './src/core/front-matter/front-matter';" } },
  { name: 'the plugin', what: { entry: 'src/main.ts' } },
];

const buildWith = async (what: Bundled, define: Record<string, string> = {}): Promise<string> => {
  const options = buildOptions({ production: true, ...what });
  const { outputFiles } = await build({ ...options, define: { ...options.define, ...define }, write: false });
  return outputFiles[0]?.text ?? '';
};

/** As it is shipped. */
const bundle = async (what: Bundled): Promise<string> => (await shrink(await buildWith(what))).code;

/** Every way out that the web, Node or the app offers to code; `import(` of an address among them. */
const NETWORK = /\bfetch\(|\brequestUrl\b|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bimportScripts\b|\bWorker\(|\bimport\(|\b(?:node:)?https?\.(?:get|request)\(/g;

const NODE_NAMES = ['Buffer', 'process', 'global', '__dirname', '__filename', 'setImmediate', 'clearImmediate'];

/** The names out of a list that a bundle uses without defining them: the bundler marks exactly those. */
async function findFreeNames(what: Bundled, names: readonly string[]): Promise<string[]> {
  const define = Object.fromEntries(names.map((name) => [name, `free_name_${name}`]));
  const code = await buildWith(what, define);
  return names.filter((name) => code.includes(`free_name_${name}`));
}

/** The app's modules as far as loading needs them: every export is a class or a function, and CodeMirror's classes make things by `define`. */
const Anything = Object.assign(function () {}, { define: () => ({}) });
const anyModule = new Proxy({}, { get: () => Anything, has: () => true });

/** Runs a bundle as the app does on a phone: a module wrapper, the web's globals, and nothing of Node. */
function run(code: string): { exports: Record<string, unknown>; required: string[] } {
  const required: string[] = [];
  const requireExternal = (name: string): unknown => {
    required.push(name);
    if (!isExternal(name)) throw new Error(`There is no module ${name} here.`);
    return anyModule;
  };
  const module = { exports: {} };
  const web = { window: {}, document: {}, navigator: { userAgent: '' }, setTimeout, clearTimeout, TextEncoder, TextDecoder, URL };
  runInNewContext(`(function (module, exports, require) {${code}\n})`, web)(module, module.exports, requireExternal);
  return { exports: module.exports, required };
}

const isExternal = (name: string): boolean => EXTERNALS.some((external: string) => (external.endsWith('/*') ? name.startsWith(external.slice(0, -1)) : name === external));

describe.each(BUNDLES)('the bundle of $name', ({ what }) => {
  let code = '';
  beforeAll(async () => {
    code = await bundle(what);
  });

  it('should make no code from text', () => {
    expect(code).not.toMatch(/\beval\b|\bnew Function\b|\bFunction\(|\bset(Timeout|Interval)\(\s*["'`]/);
  });

  it('should know no way to the network', () => {
    expect(code.match(NETWORK) ?? []).toEqual([]);
  });

  it('should use no name of Node', async () => {
    expect(await findFreeNames(what, NODE_NAMES)).toEqual([]);
  });

  it('should require nothing but what the app provides', () => {
    const calls = [...code.matchAll(/\brequire\(\s*(["'`]?)([^)"'`]*)\1\s*\)/g)].map((match) => match[2] ?? '');
    expect(calls.filter((name) => !isExternal(name))).toEqual([]);
    expect(code).not.toMatch(/Dynamic require|__require/);
  });

  it('should load without anything of Node', () => {
    const { exports, required } = run(code);
    expect(Object.keys(exports).length).toBeGreaterThan(0);
    expect(required.every(isExternal)).toBe(true);
  });
});

describe('the search for ways to the network', () => {
  it.each(['fetch("x")', 'await window.fetch(url)', 'requestUrl({ url })', 'new XMLHttpRequest()', 'new WebSocket(url)', 'navigator.sendBeacon(url)', 'import("https://x.org/y.js")', 'new Worker(url)', 'https.get(url)'])('should find %s', (source) => {
    expect(source.match(NETWORK)).not.toBeNull();
  });
});

describe('the search for names of Node', () => {
  it('should find those that are used and not defined', async () => {
    const source = 'const global = 1; export const found = [global, typeof process, () => Buffer.from("")];';
    expect(await findFreeNames({ source }, NODE_NAMES)).toEqual(['Buffer', 'process']);
  });
});

describe('the bundled front matter', () => {
  let code = '';
  beforeAll(async () => {
    code = await bundle({ source: "export * from './src/core/front-matter/front-matter';" });
  });

  // The bundle takes js-yaml in parts, the tests of the source take it whole.
  it.each([
    'title: A\nread: true\nyear: 2020\nshare: -.5\nnone: ~\nday: 2021-05-06\nmask: 0x1F\nbinary: 0b11\nbig: .inf\n',
    'a: &x [1, {b: c}]\nd: *x\n',
    'text: |\n  one\n  two\nfolded: >-\n  three\n  four\nquoted: "\\u00e9\\n"\n',
    '<<: {a: 1}\nb: 2\n',
    'a: !!binary aGk=\n',
    'a: !!set {b, c}\n',
    'a: !!timestamp 2020-01-01\n',
    'a: 1\nb: 2\na: 3\n',
    'a: 1\n b: 2\n',
    'a: [1, 2\nb: 3\n',
    'a: "open\n',
    'a: *nowhere\n',
    'a: b: c\n',
    '\ta: 1\n',
    '- a\n- b\n',
    'a: @b\n',
    '%YAML 9\n',
  ])('should say of %j what its source says', (block) => {
    const bundled = run(code).exports as typeof frontMatter;
    const told = (answer: ReturnType<typeof frontMatter.readProperties>): unknown => (answer.ok ? [...(answer.value ?? [])] : answer.error);
    expect(JSON.stringify(told(bundled.readProperties(`---\n${block}---\n`)))).toBe(JSON.stringify(told(frontMatter.readProperties(`---\n${block}---\n`))));
  });

  it('should read and refuse as the tests of its source say', async () => {
    const { exports } = run(code);
    const { readProperties, writeFrontMatter } = exports as { readProperties: (text: string) => { ok: boolean; value: Map<string, unknown> }; writeFrontMatter: (properties: [string, unknown][], style: string) => string };
    const text = writeFrontMatter([['title', 'A: B'], ['day', '2021-05-06'], ['tags', ['paper', 'yes']], ['__proto__', 1]], 'block');
    expect([...readProperties(`\ufeff${text}body`).value]).toEqual([['title', 'A: B'], ['day', '2021-05-06'], ['tags', ['paper', 'yes']], ['__proto__', 1]]);
    expect(readProperties('---\na: [\n---\n').ok).toBe(false);
    expect(readProperties('---js\n(globalThis.ran = true, {})\n---\n').ok).toBe(false);
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
  });
});
