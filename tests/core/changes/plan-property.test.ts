import fc from 'fast-check';
import { readProperties } from '../../../src/core/front-matter/front-matter';
import { DEFAULT_FIELDS, type PaperSchema } from '../../../src/core/papers/paper-schema';
import { planProperty, type PropertyChange } from '../../../src/core/changes/plan-property';
import { applyEdits } from '../../../src/core/text/text-edits';

const note = (properties: string): string => `---\n${properties}---\n\nBody: a, b\n`;

function planned(properties: string, change: PropertyChange): string {
  const text = note(properties);
  const plan = planProperty(text, 'p/a.md', change, 'block');
  if (plan.skipped.length > 0) return plan.skipped.map((skip) => `${skip.reason}: ${skip.message}`).join('\n');
  const after = applyEdits(text, plan.edits);
  expect(after.endsWith('---\n\nBody: a, b\n')).toBe(true);
  return after.slice(4, -'---\n\nBody: a, b\n'.length);
}

const list = (items: readonly string[], key = 'tags'): PropertyChange => ({ key, kind: 'list', items });
const items = (add: readonly string[], remove: readonly string[], key = 'tags'): PropertyChange => ({ key, kind: 'items', add, remove });
const text = (key: string, value: string | null): PropertyChange => ({ key, kind: 'text', value });

describe('planProperty', () => {
  it.each<[string, string, PropertyChange, string]>([
    ['a text', 'venue: ACL # here\nyear: 2019\n', text('venue', 'ICML: a workshop'), 'venue: "ICML: a workshop" # here\nyear: 2019\n'],
    ['a quoted text', "venue: 'ACL'\n", text('venue', 'ICML'), "venue: 'ICML'\n"],
    ['a text in a list of one', 'venue:\n  - ACL\n', text('venue', 'ICML'), 'venue:\n  - ICML\n'],
    ['a text that is not there', 'title: A\n', text('venue', 'ICML'), 'title: A\nvenue: ICML\n'],
    ['a text that looks like a number', 'venue: ACL\n', text('venue', '2019'), 'venue: "2019"\n'],
    ['no text any more', 'venue: ACL # here\n', text('venue', null), 'venue: # here\n'],
    ['a year', 'year: 2019\n', { key: 'year', kind: 'year', value: '2020' }, 'year: 2020\n'],
    ['a year that is written as text', 'year: "2019"\n', { key: 'year', kind: 'year', value: '2020' }, 'year: "2020"\n'],
    ['a year where there is none', 'year:\n', { key: 'year', kind: 'year', value: '2020' }, 'year: 2020\n'],
    ['a day', 'read_date: 2026-01-02\n', { key: 'read_date', kind: 'day', value: '2026-02-03' }, 'read_date: 2026-02-03\n'],
    ['another item', 'tags:\n- paper\n- nlp # mine\n', list(['paper', 'nlp', 'ml']), 'tags:\n- paper\n- nlp # mine\n- ml\n'],
    ['one item fewer', 'tags: [paper, nlp, ml]\n', list(['paper', 'ml']), 'tags: [paper, ml]\n'],
    ['items as they are written', 'tags:\n- "#paper"\n- nlp\n', list(['paper', 'ml']), 'tags:\n- "#paper"\n- ml\n'],
    ['authors that are links', 'authors:\n- "[[Ada Lovelace]]"\n- "[[people/h|Grace Hopper]]"\n', list(['Ada Lovelace', 'Grace Hopper', 'Alan Turing'], 'authors'), 'authors:\n- "[[Ada Lovelace]]"\n- "[[people/h|Grace Hopper]]"\n- Alan Turing\n'],
    ['another order', 'tags: [a, b]\n', list(['b', 'a']), 'tags: [b, a]\n'],
    ['another spelling', 'tags: [NLP]\n', list(['nlp']), 'tags: [nlp]\n'],
    ['one text for another', 'tags: paper\n', list(['nlp']), 'tags: nlp\n'],
    ['a list for one text', 'tags: paper\n', list(['paper', 'nlp']), 'tags:\n- paper\n- nlp\n'],
    ['a list for texts with commas', 'tags: paper, nlp\n', items(['ml'], []), 'tags:\n- paper\n- nlp\n- ml\n'],
    ['a tag beside tags with blanks between', 'tags: paper nlp\n', items(['ml'], ['nlp']), 'tags:\n- paper\n- ml\n'],
    ['an author beside one whose name holds a comma', 'authors: Vaswani, Ashish\n', items(['Ann Lee'], [], 'authors'), 'authors:\n- Vaswani, Ashish\n- Ann Lee\n'],
    ['an author beside the one of another property', 'author: Ada One\n', items(['Ann Lee'], [], 'authors'), 'author:\n- Ada One\n- Ann Lee\n'],
    ['the authors of another property', 'author: Ada One\nauthors: []\n', list(['Ben Two'], 'authors'), 'author: Ben Two\nauthors: []\n'],
    ['authors that are there, whatever another property holds', 'author: Ada One\nauthors: [Ben Two]\n', items(['Ann Lee'], [], 'authors'), 'author: Ada One\nauthors: [Ben Two, Ann Lee]\n'],
    ['a property under the name that it has', 'Authors:\n- Ada One\n', items(['Ann Lee'], [], 'authors'), 'Authors:\n- Ada One\n- Ann Lee\n'],
    ['a text under the name that it has', 'Venue: ACL\n', text('venue', 'ICML'), 'Venue: ICML\n'],
    ['no author whose name holds a comma', 'authors: Vaswani, Ashish\n', items([], ['Vaswani, Ashish'], 'authors'), 'authors:\n'],
    ['an item beside a text with a comma', 'venue: NeurIPS,2017\n', items(['ICML'], [], 'venue'), 'venue:\n- NeurIPS,2017\n- ICML\n'],
    ['an author beside the authors of one text, as the paper shows them', 'citekey: a1\nauthors: Ada van One, Ben Two\n', items(['Ann Lee'], ['Ben Two'], 'authors'), 'citekey: a1\nauthors:\n- Ada van One\n- Ann Lee\n'],
    ['an author beside one of a note with a cite key', 'citekey: a1\nauthors: Vaswani, Ashish\n', items(['Ann Lee'], [], 'authors'), 'citekey: a1\nauthors:\n- Vaswani, Ashish\n- Ann Lee\n'],
    ['a list where there is none', 'title: A\n', items(['ml'], ['nlp']), 'title: A\ntags:\n- ml\n'],
    ['items whatever else there is', 'tags: [a, NLP, b]\n', items(['c', 'A'], ['nlp']), 'tags: [a, b, c]\n'],
    ['no items any more', 'tags: [a]\n', items([], ['A']), 'tags: []\n'],
  ])('should write %s', (_what, before, change, after) => {
    expect(planned(before, change)).toBe(after);
  });

  it.each<[string, string, PropertyChange, string]>([
    ['what is so already', 'venue: ACL\n', text('venue', 'ACL'), 'already-so: “venue” of “p/a.md” is so already.'],
    ['nothing to empty', 'title: A\n', text('venue', null), 'already-so: “venue” of “p/a.md” is so already.'],
    ['an item that is there', 'tags: [NLP]\n', items(['nlp'], ['ml']), 'already-so: “tags” of “p/a.md” is so already.'],
    ['several values for one', 'venue: [ACL, ICML]\n', text('venue', 'KDD'), 'uneditable-front-matter: “venue” of “p/a.md” is left as it is: it holds more than one value. Leave one, then set it again.'],
    ['a map', 'venue:\n  name: ACL\n', text('venue', 'KDD'), 'uneditable-front-matter: “venue” of “p/a.md” is left as it is: it holds a list or a map, which are not edited. Change it by hand.'],
    ['a map for a list', 'tags:\n  a: b\n', items(['x'], []), 'uneditable-front-matter: “tags” of “p/a.md” is left as it is: it holds a list or a map within, which are not edited. Change it by hand.'],
    ['a day for a year', 'year: 2019-05-01\n', { key: 'year', kind: 'year', value: '2020' }, 'uneditable-front-matter: “year” of “p/a.md” is left as it is: “2019-05-01” holds more than a year. Change it by hand.'],
    ['a time for a day', 'read_date: 2019-05-01T10:00\n', { key: 'read_date', kind: 'day', value: '2020-01-01' }, 'uneditable-front-matter: “read_date” of “p/a.md” is left as it is: “2019-05-01T10:00” holds more than a day. Change it by hand.'],
  ])('should leave %s as it is, with the reason', (_what, before, change, message) => {
    expect(planned(before, change)).toBe(message);
  });

  it('should take a text for several tags only where the tags of papers stand', () => {
    const change = items(['ml'], [], 'topics');
    const before = note('topics: paper, nlp\n');
    const write = (fields: PaperSchema['fields']): string => applyEdits(before, planProperty(before, 'p/a.md', change, 'block', fields).edits);
    expect(write({ ...DEFAULT_FIELDS, tags: 'topics' })).toBe(note('topics:\n- paper\n- nlp\n- ml\n'));
    expect(write(DEFAULT_FIELDS)).toBe(note('topics:\n- paper, nlp\n- ml\n'));
  });

  it('should leave front matter alone that cannot be read', () => {
    const [skip] = planProperty('---\na: [\n---\n', 'p/a.md', text('venue', 'x'), 'block').skipped;
    expect(skip).toMatchObject({ path: 'p/a.md', reason: 'invalid-front-matter' });
  });

  it('should give the bytes back where items are added and removed again', () => {
    const tag = fc.constantFrom('a', 'b', 'c-d', 'e/f', '2019x', 'é');
    const some = fc.uniqueArray(tag, { minLength: 1, maxLength: 4 });
    const written = fc.constantFrom((tags: readonly string[]) => `tags: [${tags.join(', ')}]\n`, (tags: readonly string[]) => `tags:\n${tags.map((one) => `- ${one}\n`).join('')}`, (tags: readonly string[]) => `tags:\n${tags.map((one) => `  - "${one}"\n`).join('')}`);
    fc.assert(
      fc.property(some, fc.uniqueArray(fc.constantFrom('x', 'y z', '[q]'), { minLength: 1, maxLength: 3 }), written, (tags, added, write) => {
        const before = note(write(tags));
        const more = applyEdits(before, planProperty(before, 'p', items(added, []), 'block').edits);
        const read = readProperties(more);
        expect(read.ok && read.value?.get('tags')).toEqual([...tags, ...added]);
        expect(applyEdits(more, planProperty(more, 'p', items([], added), 'block').edits)).toBe(before);
      }),
      { seed: 20261128, numRuns: 300 },
    );
  });
});
