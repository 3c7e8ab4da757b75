import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const ROOT = process.cwd();

interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** What it imports: paths from the root for its own files, package names for the rest. */
  readonly imports: readonly string[];
}

function sourcePaths(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .sort();
}

const PATHS = sourcePaths('src');

function resolveImport(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const wanted = join(dirname(from), specifier).split('\\').join('/');
  return [`${wanted}.ts`, `${wanted}.tsx`, `${wanted}.d.ts`, wanted].find((path) => PATHS.includes(path)) ?? wanted;
}

const FILES: readonly SourceFile[] = PATHS.map((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const found = [...text.matchAll(/(?:^|\n)(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'/g)];
  return { path, text, imports: found.map((match) => resolveImport(path, match[1] ?? match[2] ?? '')) };
});

/** Text without comments, so that words in them are no findings. */
const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const within = (folder: string): readonly SourceFile[] => FILES.filter((file) => file.path.startsWith(`${folder}/`));

const offenders = (pattern: RegExp, files: readonly SourceFile[] = FILES): string[] => files.filter((file) => pattern.test(codeOf(file.text))).map((file) => file.path);

/** Types may be taken from the settings, which are the core's own vocabulary put together; they leave nothing in the bundle. */
const isSettingsType = (file: SourceFile, imported: string): boolean =>
  imported === 'src/settings/settings.ts' && [...file.text.matchAll(/^import( type)? .*settings\/settings'/gm)].every((match) => match[1] === ' type');

describe('the core', () => {
  it('should import nothing but itself, its two parsers, date-fns and what says a text', () => {
    const outside = within('src/core').flatMap((file) =>
      file.imports
        .filter((imported) => !imported.startsWith('src/core/') && !['gray-matter', 'yaml-reader', 'date-fns', 'src/language/say.ts'].includes(imported) && !isSettingsType(file, imported))
        .map((imported) => `${file.path} imports ${imported}`),
    );
    expect(outside).toEqual([]);
  });

  it('should import only from the folders above in the list of the README', () => {
    const readme = readFileSync(join(ROOT, 'src/README.md'), 'utf8').split('## The core, from the ground up')[1]?.split('\n## ')[0] ?? '';
    const order = [...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1] ?? '');
    const folderOf = (path: string): string => path.split('/')[2] ?? '';
    const folders = new Set(within('src/core').map((file) => folderOf(file.path)).filter((name) => !name.endsWith('.ts')));
    expect([...folders].sort()).toEqual([...order].sort());
    // What lies in no folder may use all of them, and none of them it.
    const floorOf = (path: string): number => (order.includes(folderOf(path)) ? order.indexOf(folderOf(path)) : order.length);
    const upwards = within('src/core').flatMap((file) =>
      file.imports
        .filter((imported) => imported.startsWith('src/core/') && floorOf(imported) > floorOf(file.path))
        .map((imported) => `${file.path} imports ${imported}`),
    );
    expect(upwards).toEqual([]);
  });

  it('should use no clock, no DOM and no globals of the app or of Node', () => {
    expect(offenders(/\b(?:Date\.now\(|new Date\(\)|window\.|document\.|activeDocument|activeWindow|process\.|globalThis|Math\.random|setTimeout|performance\.|navigator\.|localStorage)/, within('src/core'))).toEqual([]);
  });
});

describe('the source', () => {
  it('should have more than a hundred files to look at', () => {
    expect(FILES.length).toBeGreaterThan(100);
    expect(FILES.flatMap((file) => file.imports).filter((path) => path.startsWith('src/') && !PATHS.includes(path))).toEqual([]);
  });

  it('should write notes and files in src/vault alone', () => {
    const writes = /\bvault\s*\.\s*(?:modify|modifyBinary|append|process|create|createBinary|createFolder|delete|trash|rename|copy)\(|\btrashFile\(|\brenameFile\(\s*file\b|\bprocessFrontMatter\(|\badapter\s*\.\s*(?:write|writeBinary|append|process|remove|rmdir|rename|mkdir|trashSystem|trashLocal)\(/;
    expect(offenders(writes).filter((path) => !path.startsWith('src/vault/'))).toEqual([]);
    expect(offenders(writes)).toEqual(['src/vault/journal.ts', 'src/vault/paper-store.ts', 'src/vault/settings-store.ts']);
  });

  it('should save settings in one place', () => {
    expect(offenders(/\bsaveData\(/)).toEqual(['src/vault/settings-store.ts']);
  });

  it('should name its files in kebab-case', () => {
    expect(PATHS.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:d\.)?tsx?$/.test(basename(path)))).toEqual([]);
    expect(PATHS.filter((path) => /(?:^|[/-])(?:utils?|helpers?|manager|misc|common)\.tsx?$/.test(path) && !path.startsWith('src/shims/'))).toEqual([]);
  });

  it('should name a file with a single export after it', () => {
    const kebab = (name: string): string =>
      name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2').replace(/_/g, '-').toLowerCase();
    // Views name their files after what is seen, so they are left out.
    const misnamed = FILES.filter((file) => !/^src\/(?:shims|views)\//.test(file.path) && file.path !== 'src/main.ts').flatMap(({ path, text }) => {
      const names = [...codeOf(text).matchAll(/^export (?:default )?(?:abstract )?(?:async )?(?:class|function\*?|const|interface|type) (\w+)/gm)].map((match) => kebab(match[1] ?? ''));
      const own = basename(path).replace(/\.tsx?$/, '');
      return names.length === 1 && names[0] !== own && !names[0]?.startsWith(own) && !names[0]?.endsWith(own) && !own.startsWith(names[0] ?? '') ? [`${path} exports ${names[0] ?? ''}`] : [];
    });
    expect(misnamed).toEqual([]);
  });

  it('should leave no traces of debugging, no unsafe DOM, no way to the network and no unfinished work', () => {
    expect(offenders(/\bconsole\.(?:log|debug|info)\(/)).toEqual([]);
    expect(offenders(/\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/)).toEqual([]);
    expect(offenders(/\bas any\b|: any\b|<any>/)).toEqual([]);
    expect(offenders(/\beval\(|\bnew Function\(/)).toEqual([]);
    expect(offenders(/\(\?<[=!]/)).toEqual([]);
    expect(offenders(/\bfetch\b|\brequestUrl\b|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bimport\(/)).toEqual([]);
    expect(offenders(/(?<![.\w])(?:setTimeout|setInterval|clearTimeout|clearInterval)\(/)).toEqual([]);
    expect(FILES.filter((file) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(file.text) || /eslint-disable|@ts-ignore|@ts-expect-error/.test(file.text)).map((file) => file.path)).toEqual([]);
  });

  it('should have no cycles among its files', () => {
    // Types too: files that need each other's words are one file in two halves.
    const byPath = new Map(FILES.map((file) => [file.path, file]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (done.has(path)) return;
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      for (const imported of byPath.get(path)?.imports ?? []) if (byPath.has(imported)) visit(imported, [...trail, path]);
      done.add(path);
    };
    for (const path of PATHS) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe('the styles', () => {
  const css = readFileSync(join(ROOT, 'styles.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].flatMap((match) => (match[1] ?? '').split(',')).map((each) => each.trim()).filter((each) => each !== '' && !each.startsWith('@'));

  it('should touch nothing but elements of this plugin', () => {
    expect(selectors.length).toBeGreaterThan(50);
    const foreign = selectors.filter((selector) => /^[.#\w[:*&>]/.test(selector) && !/^\d|^from$|^to$/.test(selector)).filter((selector) => !selector.includes('paperweave'));
    // Nested rules stand below a selector that was checked itself.
    expect(foreign.filter((selector) => !selector.startsWith('&'))).toEqual([]);
  });

  it('should name classes of its own with the plugin’s prefix', () => {
    const known = /^(?:paperweave-|print$|is-|mod-|has-|theme-|clickable-icon|view-content|modal|prompt|suggestion|setting-item|nav-|tree-item|menu|search-input|checkbox|workspace|svg-icon|callout|collapse-icon|tag|dropdown|notice|status-bar|flair)/;
    const names = new Set(selectors.flatMap((selector) => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map((match) => match[1] ?? '')));
    expect([...names].filter((name) => !known.test(name)).sort()).toEqual([]);
  });
});
