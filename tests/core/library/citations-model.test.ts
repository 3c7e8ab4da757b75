import fc from 'fast-check';
import { citationsModel, filterReferences, type PaperCitations, type ReferenceFilter } from '../../../src/core/library/citations-model';
import type { Library, LibraryState, MissingWork, ResolvedReference } from '../../../src/core/library/library';
import type { Paper } from '../../../src/core/papers/paper';

const READY: LibraryState = { phase: 'ready' };
const HERE = 'papers/here.md';
const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const paperOf = (path: string, changes: Partial<Paper> = {}): Paper => ({
  path, title: path, titleKey: '', authors: [], year: null, venue: null, tags: [], metaKey: null, aliases: [], status: 'todo',
  statusKind: 'queued', readDate: null, numCitedBy: null, pdf: null, urls: [], ids: [], ...changes,
});

const referenceOf = (changes: Partial<ResolvedReference>): ResolvedReference => ({
  state: 'linked', text: '[T](./t.md)', label: 'T', line: 1, target: null, via: null, candidates: [], missingKey: null, ...changes,
});

const workOf = (key: string, hidden: MissingWork['hidden'] = null): MissingWork => ({ key, title: key, citedBy: 3, readBy: 1, activeBy: 0, citing: [], hidden });

interface Shelf {
  readonly papers?: readonly Paper[];
  readonly references?: readonly ResolvedReference[] | null;
  readonly missing?: readonly MissingWork[];
  readonly hidden?: readonly MissingWork[];
  readonly citing?: readonly string[];
  readonly related?: readonly { path: string; shared: number }[];
}

const libraryOf = (shelf: Shelf): Library => {
  const papers = [paperOf(HERE), ...(shelf.papers ?? [])];
  return {
    revision: 1,
    papers: () => papers,
    statusTallies: () => [],
    paper: (path) => papers.find((paper) => paper.path === path) ?? null,
    references: () => (shelf.references === undefined ? [] : shelf.references),
    counts: () => null,
    referenceCount: () => null,
    missingTallies: () => [],
    readersAt: () => ({ citedBy: 0, readBy: 0, activeBy: 0 }),
    citing: () => shelf.citing ?? [],
    citedByCount: () => 0,
    missing: () => shelf.missing ?? [],
    missingCount: () => 0,
    hiddenMissing: () => shelf.hidden ?? [],
    missingWork: (key) => [...(shelf.missing ?? []), ...(shelf.hidden ?? [])].find((work) => work.key === key) ?? null,
    problems: () => [],
    related: (_path, limit) => (shelf.related ?? []).slice(0, limit),
  };
};

const shown = (shelf: Shelf, state: LibraryState = READY): PaperCitations => {
  const model = citationsModel(libraryOf(shelf), state, HERE, COLLATOR);
  if (model.state !== 'paper') throw new Error(`Expected a paper, got ${model.state}.`);
  return model;
};

const listed = (shelf: Shelf): Extract<PaperCitations['references'], { state: 'listed' }> => {
  const { references } = shown(shelf);
  if (references.state !== 'listed') throw new Error(`Expected a list, got ${references.state}.`);
  return references;
};

describe('the state of the citations view', () => {
  const reading: LibraryState = { phase: 'reading', done: 3, total: 9 };
  it.each<[string, LibraryState, string | null, string]>([
    ['no note is active', READY, null, 'no-note'],
    ['no note is active while the app loads', { phase: 'waiting' }, null, 'no-note'],
    ['the app loads', { phase: 'waiting' }, HERE, 'waiting'],
    ['the note is not known yet', reading, 'papers/other.md', 'reading'],
    ['the note is no paper', READY, 'papers/other.md', 'not-a-paper'],
    ['the paper is known while others are read', reading, HERE, 'paper'],
    ['the paper is known', READY, HERE, 'paper'],
  ])('should tell when %s', (_name, state, path, expected) => {
    expect(citationsModel(libraryOf({}), state, path, COLLATOR).state).toBe(expected);
  });

  it('should say how far the reading is while lists may grow', () => {
    expect(shown({}, reading).reading).toEqual({ done: 3, total: 9 });
    expect(shown({}).reading).toBeNull();
  });

  it.each<[string, readonly ResolvedReference[] | null, LibraryState, string]>([
    ['a paper without references section', null, READY, 'no-section'],
    ['a paper that was not read yet', null, reading, 'unread'],
    ['an empty references section', [], READY, 'listed'],
  ])('should tell %s from the others', (_name, references, state, expected) => {
    expect(shown({ references }, state).references.state).toBe(expected);
  });
});

describe('a listed reference', () => {
  const bert = paperOf('papers/bert.md', { title: 'BERT' });
  it.each<[string, Partial<ResolvedReference>, object]>([
    ['a linked paper', { target: bert.path }, { kind: 'paper', paper: bert, reparable: false }],
    ['a plain title that a paper has', { state: 'plain', target: bert.path }, { kind: 'paper', paper: bert, reparable: true }],
    ['a broken link whose paper is known', { state: 'broken', target: bert.path }, { kind: 'paper', reparable: true }],
    ['a note that is no paper', { target: 'notes/x.md' }, { kind: 'note', path: 'notes/x.md', reparable: false }],
    ['the paper itself', { state: 'plain', target: HERE }, { kind: 'self', reparable: false }],
    ['a missing work', { state: 'broken', missingKey: 'lost' }, { kind: 'missing', key: 'lost', work: workOf('lost') }],
    ['a hidden missing work', { state: 'plain', missingKey: 'etal' }, { kind: 'missing', work: workOf('etal', 'debris') }],
    ['a missing work that is not ranked yet', { state: 'plain', missingKey: 'new' }, { kind: 'missing', key: 'new', work: null }],
    ['something that names nothing', { state: 'plain' }, { kind: 'unresolved' }],
    [
      'an ambiguous title', { state: 'ambiguous', candidates: [bert.path, 'papers/gone.md'] },
      { kind: 'ambiguous', candidates: [{ path: bert.path, paper: bert }, { path: 'papers/gone.md', paper: null }] },
    ],
    ['an item without label', { label: '', text: '<https://x.org>' }, { label: '<https://x.org>' }],
  ])('should be read as what it is: %s', (_name, reference, expected) => {
    const shelf = { papers: [bert], references: [referenceOf(reference)], missing: [workOf('lost')], hidden: [workOf('etal', 'debris')] };
    expect(listed(shelf).entries[0]).toMatchObject(expected);
  });

  it('should be marked where its work was listed before, with the line of the first', () => {
    const references = [
      referenceOf({ line: 4, target: bert.path }),
      referenceOf({ line: 5, state: 'plain', missingKey: 'lost' }),
      referenceOf({ line: 6, state: 'broken', target: bert.path }),
      referenceOf({ line: 7, state: 'plain', missingKey: 'lost' }),
      referenceOf({ line: 8, state: 'plain' }),
      referenceOf({ line: 9, state: 'plain' }),
    ];
    expect(listed({ papers: [bert], references }).entries.map((entry) => entry.repeats)).toEqual([null, null, 4, 5, null, null]);
  });
});

describe('the counts and filters of references', () => {
  const references = [
    referenceOf({ target: 'papers/a.md' }),
    referenceOf({ target: 'papers/a.md', state: 'plain' }),
    referenceOf({ target: 'notes/x.md' }),
    referenceOf({ target: HERE }),
    referenceOf({ state: 'broken', missingKey: 'lost' }),
    referenceOf({ state: 'plain' }),
    referenceOf({ state: 'ambiguous', candidates: ['papers/a.md', 'papers/b.md'] }),
  ];
  const list = listed({ papers: [paperOf('papers/a.md'), paperOf('papers/b.md')], references });

  it('should count every kind once', () => {
    expect(list.counts).toEqual({ all: 7, library: 2, missing: 2, ambiguous: 1 });
    expect(list.reparable).toBe(1);
  });

  it.each<[ReferenceFilter, readonly string[]]>([
    ['all', ['0', '1', '2', '3', '4', '5', '6']],
    ['library', ['0', '1']],
    ['missing', ['4', '5']],
    ['ambiguous', ['6']],
  ])('should keep the document order under the filter %s', (filter, ids) => {
    expect(filterReferences(list.entries, filter).map((entry) => entry.id)).toEqual(ids);
  });

  it('should let through as many as it counts, for any list', () => {
    const reference = fc.record({
      state: fc.constantFrom('linked', 'broken', 'plain', 'ambiguous' as const),
      target: fc.constantFrom(null, HERE, 'papers/a.md', 'notes/x.md'),
      missingKey: fc.constantFrom(null, 'lost', 'etal'),
    });
    fc.assert(
      fc.property(fc.array(reference, { maxLength: 30 }), (changes) => {
        const { entries, counts } = listed({ papers: [paperOf('papers/a.md')], references: changes.map(referenceOf) });
        for (const filter of ['all', 'library', 'missing', 'ambiguous'] as const) {
          expect(filterReferences(entries, filter)).toHaveLength(counts[filter]);
        }
      }),
      { seed: 20260101 },
    );
  });
});

describe('the papers around', () => {
  it('should list read papers first, given up ones last, each by title', () => {
    const papers = [
      paperOf('p/1.md', { title: 'Part 10', statusKind: 'queued' }),
      paperOf('p/2.md', { title: 'part 2', statusKind: 'queued' }),
      paperOf('p/3.md', { title: 'A', statusKind: 'dropped' }),
      paperOf('p/4.md', { title: 'B', statusKind: null }),
      paperOf('p/5.md', { title: 'Z', statusKind: 'done' }),
      paperOf('p/6.md', { title: 'Y', statusKind: 'active' }),
    ];
    const { citedBy } = shown({ papers, citing: [...papers.map((paper) => paper.path), 'p/gone.md'] });
    expect(citedBy.map((paper) => paper.title)).toEqual(['Z', 'Y', 'part 2', 'Part 10', 'B', 'A']);
  });

  it('should keep the order of related papers and leave out what is gone', () => {
    const papers = [paperOf('p/1.md'), paperOf('p/2.md')];
    const { related } = shown({ papers, related: [{ path: 'p/2.md', shared: 5 }, { path: 'p/gone.md', shared: 4 }, { path: 'p/1.md', shared: 1 }] });
    expect(related.map(({ paper, shared }) => [paper.path, shared])).toEqual([['p/2.md', 5], ['p/1.md', 1]]);
  });
});
