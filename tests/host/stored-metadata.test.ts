import { parseNote } from './parse-note';
import { storedMetadata } from './stored-metadata';

const NOTE = '---\ntitle: One\n---\n\n# One\n\n- [Two](./two.md) #tag\n- ![[three]]\n';

/** What the cache holds of the note now, looked at as a stranger would. */
const stored = (text = NOTE) => storedMetadata(() => text, parseNote(text));

test.each([NOTE, '# Only a heading\n', 'Words, and a [[link]].\n', ''])('is what parsing %j returns', (text) => {
  const whole = parseNote(text);
  expect(stored(text)).toEqual(whole);
  expect(Object.keys(stored(text)).sort()).toEqual(Object.keys(whole).sort());
  expect('links' in stored(text)).toBe('links' in whole);
  expect(JSON.parse(JSON.stringify(stored(text)))).toEqual(JSON.parse(JSON.stringify(whole)));
});

test('keeps what is written to it', () => {
  const cache = stored();
  cache.links = [];
  expect(cache.links).toEqual([]);
  delete cache.embeds;
  expect(cache).not.toHaveProperty('embeds');
});

test('hands out the same objects every time', () => {
  const cache = stored();
  expect(cache.frontmatter).toBe(cache.frontmatter);
  const { frontmatter } = cache;
  expect(cache.links).toBe(cache.links);
  expect(cache.frontmatter).toBe(frontmatter);
});
