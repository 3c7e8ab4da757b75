import { LibraryIndex } from '../../../src/core/library/library-index';
import type { Paper } from '../../../src/core/papers/paper';
import type { ReferenceQuestion } from '../../../src/core/library/resolver';
import { titleKey } from '../../../src/core/titles/title-key';

type Reference = ReferenceQuestion & { text: string; line: number };

const paper = (path: string, fields: Partial<Paper> = {}): Paper => {
  const title = fields.title ?? path;
  return {
    path, title, titleKey: titleKey(title), authors: [], year: null, venue: null, tags: ['paper'], metaKey: null, aliases: [],
    status: 'todo', statusKind: 'queued', readDate: null, numCitedBy: null, pdf: null, urls: [], ids: [], ...fields,
  };
};

const link = (label: string, linkpath: string, line = 1): Reference => ({ text: `[${label}](${linkpath})`, label, linkpath, titles: [label], ids: [], line });
const plain = (label: string, line = 1, ids: string[] = []): Reference => ({ text: [label, ...ids].join(', '), label, linkpath: null, titles: [label], ids, line });

/** A library of papers with their references, settled. */
function libraryOf(...notes: [Paper, Reference[] | null][]): LibraryIndex {
  const index = new LibraryIndex();
  for (const [note] of notes) index.addFile(note.path);
  for (const [note, references] of notes) {
    index.setNote(note.path, { paper: note, problems: [] });
    index.setReferences(note.path, references);
  }
  index.settle();
  return index;
}

describe('LibraryIndex', () => {
  describe('resolving', () => {
    const others: [Paper, Reference[] | null][] = [
      [paper('p/attention-is-all-you-need.md', { title: 'Attention is all you need', metaKey: 'vaswani2017', ids: ['arxiv:1706.03762'], aliases: ['Transformer', 'AI'] }), null],
      [paper('p/lstm-a.md', { title: 'Long short-term memory' }), null],
      [paper('p/long-short-term-memory.md', { title: 'Long Short-Term Memory' }), null],
      [paper('p/gan-1.md', { title: 'Generative adversarial nets' }), null],
      [paper('q/gan-2.md', { title: 'Generative Adversarial Nets' }), null],
    ];
    test.each<[string, Reference, object]>([
      ['a working link', link('whatever', './attention-is-all-you-need.md'), { state: 'linked', via: 'path', target: 'p/attention-is-all-you-need.md' }],
      ['a broken link with the paper’s key', link('x', './vaswani2017.md'), { state: 'broken', via: 'key', target: 'p/attention-is-all-you-need.md' }],
      ['a broken link with the file’s name', link('x', './elsewhere/Attention-is-all-you-need.md'), { state: 'broken', via: 'key', target: 'p/attention-is-all-you-need.md' }],
      ['a broken link with the paper’s title', link('Attention Is All You Need', './old-name.md'), { state: 'broken', via: 'title', target: 'p/attention-is-all-you-need.md' }],
      ['a plain title', plain('attention is all you need.'), { state: 'plain', via: 'title', target: 'p/attention-is-all-you-need.md' }],
      ['an alias', plain('Transformer'), { state: 'plain', via: 'title', target: 'p/attention-is-all-you-need.md' }],
      ['an alias of too few letters', plain('AI'), { state: 'plain', target: null }],
      ['an arXiv id before the title', plain('Long short-term memory', 1, ['arxiv:1706.03762']), { state: 'plain', via: 'id', target: 'p/attention-is-all-you-need.md' }],
      ['a title of two papers, one with the slug as its name', plain('Long short-term memory'), { state: 'plain', via: 'key', target: 'p/long-short-term-memory.md' }],
      ['a title of two papers', plain('Generative adversarial nets'), { state: 'ambiguous', target: null, candidates: ['p/gan-1.md', 'q/gan-2.md'], missingKey: null }],
      ['the paper’s own title', plain('The source itself'), { state: 'plain', target: 'p/source.md', missingKey: null }],
      ['a work without a note', plain('Unheard of'), { state: 'plain', target: null, missingKey: 'unheardof' }],
      ['a path out of the vault', link('Passwords', '../../../etc/passwd.md'), { state: 'broken', target: null }],
    ])('should find what is meant by %s', (_, reference, expected) => {
      const index = libraryOf(...others, [paper('p/source.md', { title: 'The source itself' }), [reference]]);
      expect(index.references('p/source.md')).toEqual([expect.objectContaining(expected)]);
    });
  });

  it('should take back what an identifier beside a link says, once another paper has the link’s title', () => {
    const reference = { ...link('A shown title', './gone.md'), ids: ['arxiv:1706.03762'] };
    const index = libraryOf([paper('a.md', { ids: ['arxiv:1706.03762'] }), null], [paper('source.md'), [reference]]);
    expect(index.references('source.md')).toEqual([expect.objectContaining({ target: 'a.md', via: 'id' })]);
    index.addFile('b.md');
    index.setNote('b.md', { paper: paper('b.md', { title: 'A shown title' }), problems: [] });
    index.settle();
    expect(index.references('source.md')).toEqual([expect.objectContaining({ state: 'ambiguous', candidates: ['a.md', 'b.md'] })]);
  });

  it('should go by the label of a reference that holds a comment', () => {
    const reference = { ...plain('A shown title'), text: 'A %%well%% shown title' };
    const index = libraryOf([paper('a.md', { title: 'A shown title' }), null], [paper('source.md'), [reference]]);
    expect(index.references('source.md')).toEqual([expect.objectContaining({ label: 'A shown title', target: 'a.md' })]);
  });

  it('should find that a link leads to a note that came later, however their letters are composed', () => {
    const index = libraryOf([paper('source.md'), [link('One', './u\u0308ber\u00a0netze.md')]]);
    index.addFile('\u00fcber netze.md');
    index.setNote('\u00fcber netze.md', { paper: paper('\u00fcber netze.md'), problems: [] });
    index.settle();
    expect(index.references('source.md')).toEqual([expect.objectContaining({ state: 'linked', target: '\u00fcber netze.md' })]);
  });

  it('should count distinct citing papers, the same work twice once, and no paper citing itself', () => {
    const index = libraryOf(
      [paper('a.md', { title: 'Alpha title' }), [link('Alpha title', 'a.md')]],
      [paper('b.md'), [link('Alpha title', 'a.md'), plain('Alpha title', 2)]],
      [paper('c.md'), [link('Alpha title', './a.md')]],
    );
    expect(index.citing('a.md')).toEqual(['b.md', 'c.md']);
    expect(index.counts('b.md')).toEqual({ linked: 1, broken: 0, plain: 1, ambiguous: 0, reparable: 1 });
    expect(index.counts('a.md')?.linked).toBe(1);
  });

  it('should tell a paper without a references section from one that cites nothing', () => {
    const index = libraryOf([paper('a.md'), null], [paper('b.md'), []]);
    expect(index.references('a.md')).toBeNull();
    expect(index.references('b.md')).toEqual([]);
  });

  it('should merge a broken link with plain titles by label where the slug agrees, else by base name', () => {
    const index = libraryOf(
      [paper('a.md'), [link('Deep Things Indeed', './deep-things-indeed.md')]],
      [paper('b.md'), [plain('Deep things indeed!')]],
      [paper('c.md'), [link('DTI', './deep-things-indeed.md')]],
      [paper('d.md'), [plain('Deep things indeed!')]],
    );
    expect(index.missing()).toEqual([expect.objectContaining({ title: 'Deep things indeed!', citedBy: 4, citing: ['a.md', 'b.md', 'c.md', 'd.md'] })]);
  });

  it('should spell a missing work as most papers do, in whatever words, and of equally many as the first by code point', () => {
    const spelledBy = (...references: Reference[]): string | undefined =>
      libraryOf(...references.map((reference, at): [Paper, Reference[]] => [paper(`${String(at)}.md`), [reference]])).missing()[0]?.title;
    const [plainly, dashed] = [plain('Deep nets of old'), plain('Deep-nets of old')];
    // A link and a plain title are two wordings; together they outnumber the third.
    expect(spelledBy(dashed, dashed, dashed, plainly, plainly, link('Deep nets of old', './deep-nets-of-old.md'), link('Deep nets of old', './deep-nets-of-old.md'))).toBe('Deep nets of old');
    expect(spelledBy(dashed, dashed, plainly)).toBe('Deep-nets of old');
    expect(spelledBy(dashed, plainly)).toBe('Deep nets of old');
  });

  it('should never merge short titles of different papers, and keep debris and hidden works apart', () => {
    const index = libraryOf([paper('a.md'), [plain('GloVe'), plain('[Et al].'), plain('IEEE'), plain('Some hidden work')]], [paper('b.md'), [plain('GloVe')]]);
    index.setHiddenWorks(['somehiddenwork'], []);
    expect(index.missing().map(({ title, citedBy }) => [title, citedBy])).toEqual([['GloVe', 1], ['GloVe', 1]]);
    expect(index.hiddenMissing().map(({ title, hidden }) => [title, hidden])).toEqual([['IEEE', 'debris'], ['Some hidden work', 'user'], ['[Et al].', 'debris']]);
  });

  it('should show debris that the user wants to see, but not what the user hid as well', () => {
    const index = libraryOf([paper('a.md'), [plain('IEEE'), plain('ACM'), plain('[Et al].')]]);
    const keys = index.hiddenMissing().map((work) => work.key);
    const [first = '', second = ''] = keys;
    index.setHiddenWorks([second], [first, second]);
    expect(index.missing().map((work) => work.key)).toEqual([first]);
    expect(index.hiddenMissing().map((work) => [work.key, work.hidden])).toEqual(keys.slice(1).map((key) => [key, key === second ? 'user' : 'debris']));
  });

  it('should find a missing work by its key, hidden or not, also one that is a paper’s own', () => {
    const index = libraryOf([paper('a.md'), [plain('A missing work here'), plain('GloVe'), plain('IEEE')]], [paper('b.md'), null]);
    for (const work of [...index.missing(), ...index.hiddenMissing()]) expect(index.missingWork(work.key)).toBe(work);
    expect(index.missing().map(({ key }) => key)).toEqual(['amissingworkhere', 'glove @ a.md']);
    expect([index.missingWork('nosuchwork'), index.missingWork('glove'), index.missingWork('glove @ b.md'), index.missingWork('')]).toEqual([null, null, null, null]);
  });

  it('should rank missing works by citing papers, then by those read, then by title', () => {
    const index = libraryOf(
      [paper('a.md', { statusKind: 'done' }), [plain('Zebra works here'), plain('Common work of all')]],
      [paper('b.md'), [plain('Aardvark works here'), plain('Common work of all'), plain('Beetle works here')]],
    );
    expect(index.missing().map((work) => work.title)).toEqual(['Common work of all', 'Zebra works here', 'Aardvark works here', 'Beetle works here']);
  });

  it('should repair references when the paper they mean arrives, and break them when it goes', () => {
    const index = libraryOf([paper('a.md'), [plain('A late arrival'), link('x', './late.md', 2)]]);
    expect(index.missing()).toHaveLength(2);
    index.addFile('late.md');
    index.setNote('late.md', { paper: paper('late.md', { title: 'A late arrival' }), problems: [] });
    index.settle();
    expect(index.missing()).toHaveLength(0);
    expect(index.citing('late.md')).toEqual(['a.md']);
    index.removeFile('late.md');
    index.settle();
    expect(index.references('a.md')?.map((reference) => reference.state)).toEqual(['plain', 'broken']);
    expect(index.missing()).toHaveLength(2);
  });

  it('should not resolve the citing papers again when only a status changes', () => {
    const index = libraryOf([paper('a.md', { title: 'Cited by many' }), null], [paper('b.md'), [link('x', 'a.md')]], [paper('c.md'), [plain('Cited by many')]]);
    index.takeChanged();
    index.setNote('a.md', { paper: paper('a.md', { title: 'Cited by many', status: 'read', statusKind: 'done' }), problems: [] });
    index.settle();
    expect([...index.takeChanged()]).toEqual(['a.md']);
  });

  it('should list duplicates once, with the others', () => {
    const index = libraryOf([paper('a.md', { title: 'Same' }), null], [paper('b.md', { title: 'same.' }), null], [paper('c.md', { metaKey: 'k' }), null], [paper('d.md', { metaKey: 'k' }), null]);
    expect(index.problems().map(({ code, path, others }) => [code, path, others])).toEqual([
      ['duplicate-title', 'a.md', ['b.md']],
      ['duplicate-key', 'c.md', ['d.md']],
    ]);
  });

  it('should find the papers that share most references', () => {
    const shared = [link('x', 'a.md'), plain('A missing work here')];
    const index = libraryOf([paper('a.md'), null], [paper('b.md'), shared], [paper('c.md'), shared], [paper('d.md'), [plain('A missing work here')]]);
    expect(index.related('b.md', 5)).toEqual([{ path: 'c.md', shared: 2 }, { path: 'd.md', shared: 1 }]);
  });
});
