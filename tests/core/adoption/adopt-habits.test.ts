import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { adoptHabits, type Habits } from '../../../src/core/adoption/adopt-habits';
import { findFrontMatter, readProperties } from '../../../src/core/front-matter/front-matter';
import type { NoteFacts } from '../../../src/core/papers/note-facts';
import { DEFAULT_SETTINGS } from '../../../src/settings/default-settings';
import { parseSettings } from '../../../src/settings/parse-settings';
import type { Settings } from '../../../src/settings/settings';
import { finishSteps } from '../../support/finish-steps';

type Facts = Partial<Omit<NoteFacts, 'headings'>> & { readonly record?: Record<string, unknown>; readonly headings?: readonly string[] };

let count = 0;
function note(path: string, { record, headings = [], ...facts }: Facts = {}): NoteFacts {
  return {
    path,
    properties: record ? new Map(Object.entries(record)) : null,
    headings: headings.map((text) => ({ level: 2, text })),
    yaml: null,
    ...facts,
  };
}
function paper(record: Record<string, unknown> = {}, facts: Facts = {}): NoteFacts {
  count += 1;
  return note(`Papers/${count}.md`, { ...facts, record: { tags: ['paper'], ...record } });
}
const adopt = (notes: readonly NoteFacts[], change: Partial<Settings> = {}): Habits =>
  finishSteps(adoptHabits(notes, { ...DEFAULT_SETTINGS, ...change }));

describe('adoptHabits', () => {
  it('should find nothing in an empty vault', () => {
    expect(adopt([])).toEqual({
      settings: {}, findings: ['No note is marked as a paper.'], proposedFolders: [], proposedTags: [], papers: 0, unknownStatuses: [],
    });
  });

  it('should change no setting that the notes say nothing of', () => {
    expect(adopt([note('a.md', { record: { tags: 'paper' } })]).settings).toEqual({});
  });

  it('should give settings that pass the check of stored ones', () => {
    const habits = adopt([
      paper({ Status: 'DONE', date_read: '2024-05-31', citationCount: 3 }, { headings: ['Bibliography:'], yaml: 'tags: [paper]' }),
      paper({ Status: 'TBD', citationCount: 4 }),
      paper({ Status: 'TBD', citationCount: 4 }),
    ]);
    expect(Object.keys(habits.settings).sort()).toEqual([
      'fields', 'newNoteFolder', 'readDateProperty', 'referenceHeadings', 'statusProperty', 'statuses', 'yamlListStyle',
    ]);
    const parsed = parseSettings({ ...DEFAULT_SETTINGS, ...habits.settings });
    expect(parsed.notes).toEqual([]);
    expect(parsed.settings).toEqual({ ...DEFAULT_SETTINGS, ...habits.settings });
    expect(habits.findings).toEqual([
      '3 papers, by the tag paper.',
      'Status is kept in Status: TBD, DONE.',
      'The day of reading is kept in date_read.',
      'References stand under Bibliography, in 1 paper.',
      'New notes go to Papers, where most papers are.',
      'Lists in the front matter are written in brackets, on one line.',
      'Citation counts are kept in citationCount.',
    ]);
  });

  it('should count the papers by their marks', () => {
    const notes = [
      ...Array.from({ length: 1000 }, () => paper()),
      note('x/a.md', { record: { meta_key: 'a' } }),
      note('In/b.md'),
      note('In/c.md', { record: { tags: ['paper/short'] } }),
      note('d.md'),
    ];
    const habits = adopt(notes, { paperFolders: ['In'] });
    expect(habits.papers).toBe(1003);
    expect(habits.findings[0]).toBe('1,003 papers: 1,001 by the tag paper, 1 by the property meta_key, 1 by the folder In.');
  });

  it('should count only papers with the required properties', () => {
    expect(adopt([paper({ title: 'a' }), paper({ title: '' }), paper()], { requiredProperties: ['title'] }).papers).toBe(1);
  });

  it('should name statuses outside the vocabulary', () => {
    const habits = adopt(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'g', 'todo'].map((status) => paper({ status })));
    expect(habits.unknownStatuses).toHaveLength(7);
    expect(habits.findings).toContain('Kept as they are, outside the vocabulary: g (2), a (1), b (1), c (1), d (1), 2 more.');
  });

  describe('the read date', () => {
    const rows: readonly (readonly [what: string, records: Record<string, unknown>[], property: string | undefined])[] = [
      ['found under another name', [{ status: 'read', 'date-finished': '2024-05-31' }, { status: 'todo' }], 'date-finished'],
      ['found under its own name', [{ status: 'read', read_date: '2024-05-31' }], 'read_date'],
      ['left open where no paper is read', [{ status: 'todo', finished: '2024-05-31' }], undefined],
      ['left open where few read papers have it', [{ status: 'read', finished: '2024-05-31' }, { status: 'read' }], undefined],
      ['left open where it holds no days', [{ status: 'read', completed: true }, { status: 'read', completed: '31 May' }], undefined],
      ['left open where few of its values are days', ['2024-05-31', 'May', 'June'].map((finished) => ({ status: 'read', finished })), undefined],
      ['left open where it is empty everywhere', [{ status: 'read', finished: null }], undefined],
      ['left open where the days are impossible', [{ status: 'read', finished: '2024-13-31' }], undefined],
      ['found where it is empty here and there', [{ status: 'read', finished: null }, { status: 'read', finished: '2024-05-31T10:00' }], 'finished'],
      ['the one with the most days', [{ status: 'read', finished: '2024-05-31', dateRead: '' }, { status: 'read', finished: '2024-05-31', dateRead: '2024-05-31' }], 'finished'],
      ['found where a template leaves it empty until a paper is read', [{ status: 'unread', dateread: null }, { status: 'unread', dateread: '' }, {}], 'dateread'],
      ['left open where few papers wait for it', [{ status: 'unread', dateread: null }, { status: 'unread' }], undefined],
      ['left open where what waits may be something else', [{ status: 'unread', finished: null }], undefined],
      ['found beside a check box', [{ read: true, date_read: '2024-05-31' }, { read: false }], 'date_read'],
    ];
    it.each(rows)('should be %s', (_, records, property) => {
      expect(adopt(records.map((record) => paper(record))).settings.readDateProperty).toBe(property);
    });

    it('should stay off where the user turned it off', () => {
      expect(adopt([paper({ status: 'read', finished: '2024-05-31' })], { readDateProperty: '' }).settings).not.toHaveProperty('readDateProperty');
    });
  });

  describe('the references heading', () => {
    const rest = ['References', 'Paper References', 'Bibliography', 'Reference', '参考文献'];
    const rows: readonly (readonly [what: string, headings: string[][], names: string[] | undefined])[] = [
      ['left open where no paper has one', [['Notes'], []], undefined],
      ['the default first', [['Summary', 'References']], rest],
      ['the most used first, the others kept', [['Paper References'], ['Paper References'], ['References']], ['Paper References', 'References', 'Bibliography', 'Reference', '参考文献']],
      ['as the notes write it', [['REFERENCES:'], ['REFERENCES']], ['REFERENCES', ...rest.slice(1)]],
      ['as configured on a tie', [['references'], ['References']], rest],
      ['one that several papers use in its place', [['Works Cited'], ['Works Cited:'], ['Works Cited'], ['References']], ['Works Cited', ...rest]],
      ['one with a picture', [['🔗 References'], ['🔗 References'], ['🔗 References']], ['🔗 References', ...rest]],
      ['no other of few papers', [['Literature'], ['Literature'], ['Bibliography']], ['Bibliography', 'References', 'Paper References', 'Reference', '参考文献']],
      ['no other of papers that have a known one', [['Literature', 'References'], ['Literature', 'References'], ['Literature', 'References']], rest],
      ['no other that may head something else', [['Sources'], ['Sources'], ['Sources']], undefined],
      ['the first of a note', [['References', 'Bibliography'], ['References', 'Bibliography']], rest],
    ];
    it.each(rows)('should be %s', (_, headings, names) => {
      expect(adopt(headings.map((texts) => paper({}, { headings: texts }))).settings.referenceHeadings).toEqual(names);
    });
  });

  describe('the folder for new notes', () => {
    const rows: readonly (readonly [what: string, paths: string[], folder: string | undefined])[] = [
      ['where all papers are', ['a/b/1.md', 'a/b/2.md'], 'a/b'],
      ['the deepest with the majority', ['a/b/1.md', 'a/b/2.md', 'a/3.md', 'c/4.md'], 'a'],
      ['above folders that share them', ['a/b/1.md', 'a/c/2.md', 'a/d/3.md'], 'a'],
      ['left open where they lie in the root', ['1.md', '2.md', 'a/3.md'], undefined],
      ['left open where no folder has more than half', ['a/1.md', 'b/2.md'], undefined],
    ];
    it.each(rows)('should be %s', (_, paths, folder) => {
      expect(adopt(paths.map((path) => note(path, { record: { tags: 'paper' } }))).settings.newNoteFolder).toBe(folder);
    });
  });

  describe('the list style', () => {
    const rows: readonly (readonly [what: string, yaml: (string | null)[], style: string | undefined])[] = [
      ['left open where no text is known', [null], undefined],
      ['left open where there is no list', ['a: 1'], undefined],
      ['the commonest', ['a: [1]', 'a:\n  - 1', 'a:\n  - 2'], 'indented'],
      ['the configured one on a tie', ['a: [1]', 'a:\n- 1'], 'block'],
      ['the configured one on a tie in any order', ['a:\n- 1', 'a: [1]'], 'block'],
    ];
    it.each(rows)('should be %s', (_, yaml, style) => {
      expect(adopt(yaml.map((text) => paper({}, { yaml: text }))).settings.yamlListStyle).toBe(style);
    });
  });

  describe('the field names', () => {
    const thrice = (record: Record<string, unknown>): NoteFacts[] => [paper(record), paper(record), paper(record)];
    const rows: readonly (readonly [what: string, notes: NoteFacts[], fields: Partial<Settings['fields']> | undefined])[] = [
      ['another name that most papers have', thrice({ author: 'A', journal: 'J', citation_count: '12', url: 'u' }), { authors: 'author', venue: 'journal', numCitedBy: 'citation_count', urls: 'url' }],
      ['a name in Chinese', thrice({ 标题: 'T', 作者: ['甲'], 年份: 2021, 期刊: 'J' }), { title: '标题', authors: '作者', year: '年份', venue: '期刊' }],
      ['the day of publication for the year', thrice({ published: '2020-05-01' }), { year: 'published' }],
      ['no day in words', thrice({ published: 'soon' }), undefined],
      ['none where a paper has the usual one', [...thrice({ author: 'A' }), paper({ authors: ['A'] })], undefined],
      ['none of fewer than three papers', [paper({ author: 'A' }), paper({ author: 'A' })], undefined],
      ['none that half of the papers have', [...thrice({ author: 'A' }), paper(), paper(), paper()], undefined],
      ['none with values that do not fit', thrice({ citations: 'see below', journal: 3 }), undefined],
      ['no other key property', thrice({ citekey: 'x' }), undefined],
    ];
    it.each(rows)('should be %s', (_, notes, fields) => {
      expect(adopt(notes).settings.fields).toEqual(fields && { ...DEFAULT_SETTINGS.fields, ...fields });
    });
  });

  describe('papers without a mark', () => {
    const unmarked = (index: number): NoteFacts => note(`Lit/${index}.md`, { record: { title: 'T', authors: ['A'], state: 'done' } });
    const notes = [unmarked(1), unmarked(2), unmarked(3), note('Daily/1.md')];

    it('should be proposed with what they do by habit', () => {
      const habits = adopt(notes);
      expect(habits.papers).toBe(0);
      expect(habits.proposedFolders).toEqual(['Lit']);
      expect(habits.findings.slice(0, 3)).toEqual([
        'No note is marked as a paper.',
        '3 notes without a mark look like papers: the folder Lit.',
        'Status is kept in state: done.',
      ]);
      expect(habits.settings).not.toHaveProperty('paperFolders');
    });

    it('should be papers once the folder is accepted', () => {
      const habits = adopt(notes, { paperFolders: ['Lit'] });
      expect(habits).toMatchObject({ papers: 3, proposedFolders: [], findings: expect.arrayContaining(['3 papers, by the folder Lit.']) });
      expect(habits.settings).toEqual(adopt(notes).settings);
    });

    it('should be proposed by a literature tag', () => {
      const habits = adopt([1, 2, 3].map((index) => note(`${index}.md`, { record: { tags: ['#literature-note'] } })));
      expect(habits).toMatchObject({ proposedTags: ['literature-note'], proposedFolders: [], papers: 0 });
    });

    it('should be told by a references section only where no note is marked', () => {
      const sections = [1, 2, 3].map((index) => note(`Zettel/${index}.md`, { headings: ['References'] }));
      expect(adopt(sections).proposedFolders).toEqual(['Zettel']);
      expect(adopt([...sections, paper()]).proposedFolders).toEqual([]);
    });

    it('should be what the caller says', () => {
      const told = [1, 2, 3].map((index) => note(`Lit/${index}.md`, { looksLikePaper: true }));
      expect(adopt(told).proposedFolders).toEqual(['Lit']);
      expect(adopt(notes.map((fact) => ({ ...fact, looksLikePaper: false }))).proposedFolders).toEqual([]);
    });
  });

  it.each([
    ['marked notes', ['paper'], 800],
    ['notes without a mark', ['lit'], 955],
  ])('should pause often enough that a step is short, whatever there is to count: %s', (_, tags, least) => {
    const notes = Array.from({ length: 10_000 }, (_each, index) =>
      note(`${index % 7}/${index % 90}/${index}.md`, { record: { title: 'T', authors: ['A'], status: `own ${index}`, tags }, headings: ['References'] }),
    );
    const steps = adoptHabits(notes, DEFAULT_SETTINGS);
    let count = 1;
    while (steps.next().done !== true) count += 1;
    // Every pass over the notes pauses about forty times; were one to be made at a stretch, its forty would be missing. Runs that a sort has in
    // order already are not merged, and need no pause.
    expect(count).toBeGreaterThan(least);
  });

  it('should pause after each front matter that it reads for the list style', () => {
    const stepsWith = (yaml: string | null): number => {
      const steps = adoptHabits(Array.from({ length: 40 }, () => paper({}, { yaml })), DEFAULT_SETTINGS);
      let count = 1;
      while (steps.next().done !== true) count += 1;
      return count;
    };
    expect(stepsWith('a: [1]') - stepsWith(null)).toBe(40);
  });

  it('should take hostile keys and values for ordinary ones', () => {
    const hostile = new Map<string, unknown>([['__proto__', 'x'], ['constructor', { a: 1 }], ['status', { deep: [] }], ['tags', [null, 3, 'paper']], ['toString', null]]);
    expect(adopt([note('a/b.md', { properties: hostile })])).toMatchObject({ papers: 1, unknownStatuses: [], settings: { statusProperty: 'status' } });
  });
});

const vault = process.env.PAPERWEAVE_VAULT;
if (vault !== undefined) {
  describe('adoptHabits on the vault of PAPERWEAVE_VAULT', () => {
    it('should find what its notes do', () => {
      const files = readdirSync(vault, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && file.name.endsWith('.md'));
      const notes = files
        .map((file): NoteFacts => {
          const full = join(file.parentPath, file.name);
          const text = readFileSync(full, 'utf8');
          const found = findFrontMatter(text);
          const read = readProperties(text);
          return {
            path: relative(vault, full),
            properties: read.ok ? read.value : null,
            headings: [...text.matchAll(/^(#{1,6}) (.*)$/gm)].map(([, marks = '', heading = '']) => ({ level: marks.length, text: heading })),
            yaml: found.kind === 'block' ? text.slice(found.block.from, found.block.to) : null,
          };
        })
        .filter((fact) => !fact.path.includes('/template/'));
      const habits = finishSteps(adoptHabits(notes, DEFAULT_SETTINGS));
      expect(habits.papers).toBe(1146);
      expect(habits.proposedFolders).toEqual([]);
      expect(habits.proposedTags).toEqual([]);
      expect(habits.unknownStatuses).toEqual([]);
      expect(habits.settings.statusProperty).toBe('status');
      expect(habits.settings.statuses?.map((status) => status.value)).toEqual(['todo', 'reading', 'done', 'skipped']);
      expect(habits.settings.newNoteFolder).toBe('01-zettelkasten/02-References');
      expect(habits.settings.yamlListStyle).toBe('block');
      expect(habits.settings.referenceHeadings?.[0]).toBe('References');
      expect(habits.settings.fields).toBeUndefined();
      expect(habits.findings.slice(0, 2)).toEqual(['1,146 papers, by the tag paper.', 'Status is kept in status: todo, reading, done.']);
    });
  });
}
