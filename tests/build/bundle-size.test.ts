interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

interface BundleSizes extends Size {
  readonly parts: readonly (Size & { readonly name: string })[];
}

const { bundleParts } = jest.requireActual<{ bundleParts: () => Promise<BundleSizes> }>('../../scripts/bundle-sizes.mjs');

/** In kilobytes of 1,000 bytes: what `main.js` came to when it last changed for a reason, up to the next five. */
const MOST = { minified: 625, gzipped: 215 };

describe('the size of the bundle', () => {
  let sizes: BundleSizes = { minified: 0, gzipped: 0, parts: [] };
  beforeAll(async () => {
    sizes = await bundleParts();
  });

  it('should stay where it is', () => {
    const { minified, gzipped, parts } = sizes;
    const kilobytes = { minified: minified / 1000, gzipped: gzipped / 1000 };
    if (kilobytes.minified <= MOST.minified && kilobytes.gzipped <= MOST.gzipped) return;
    const list = parts.map((part) => `${part.name}: ${(part.minified / 1000).toFixed(1)}, ${(part.gzipped / 1000).toFixed(1)}`);
    throw new Error(
      `main.js has ${kilobytes.minified.toFixed(1)} kB, ${kilobytes.gzipped.toFixed(1)} gzipped; at most ${String(MOST.minified)} and ${String(MOST.gzipped)} were meant. ` +
        'Look for a package that came along whole, for code that is there twice or that nothing calls. ' +
        `Where a feature is worth its size, raise MOST in tests/build/bundle-size.test.ts and say why in the commit.\n${list.join('\n')}`,
    );
  });

  it('should be told part by part, to the last byte', () => {
    const names = sizes.parts.map((part) => part.name);
    expect(names).toEqual(expect.arrayContaining(['src/core/library', 'src/core/markdown', 'src/views/dashboard', 'js-yaml', 'gray-matter', 'preact', 'fflate', 'date-fns']));
    expect(sizes.parts.reduce((sum, part) => sum + part.minified, 0)).toBe(sizes.minified);
  });

  it('should hold no package but those that the plugin is meant to carry', () => {
    const packages = sizes.parts.map((part) => part.name).filter((name) => !/^src(?:\/|$)|^bundler$/.test(name));
    expect(packages.sort()).toEqual(['date-fns', 'fflate', 'gray-matter', 'idb', 'js-yaml', 'preact']);
  });
});
