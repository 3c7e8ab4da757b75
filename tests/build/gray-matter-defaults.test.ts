type Complete = (options?: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

const original = jest.requireActual<Complete>('gray-matter/lib/defaults');
const complete = jest.requireActual<Complete>('../../src/shims/gray-matter-defaults.cjs');
const engine = { parse: () => ({}) };

describe('the completed options of gray-matter', () => {
  it.each<[Readonly<Record<string, unknown>> | undefined]>([
    [undefined], [{}], [{ language: 'YAML' }], [{ lang: 'toml' }], [{ delims: '+++' }], [{ delimiters: ['---', '\u0000'] }], [{ delimiters: ['~~~'] }], [{ engines: { yaml: engine } }],
    [{ parsers: { toml: engine }, engines: { yaml: engine } }], [{ excerpt: true, sections: false }],
  ])('should be those of the original for %j, but for its engines', (options) => {
    const { engines: builtIn, ...expected } = original(options);
    const { engines, ...completed } = complete(options);
    expect(completed).toEqual(expected);
    expect(engines).toEqual(Object.fromEntries(Object.entries(builtIn as object).filter(([, given]) => given === engine)));
  });

  it('should be completed once, and be complete then', () => {
    const options = { language: 'yaml' };
    const completed = complete(options);
    expect(complete(options)).toBe(completed);
    expect(complete(completed)).toBe(completed);
    expect(complete({ language: 'yaml' })).not.toBe(completed);
    expect(complete()).toBe(complete());
  });
});
