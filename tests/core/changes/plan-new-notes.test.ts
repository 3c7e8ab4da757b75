import fc from 'fast-check';
import { readProperties } from '../../../src/core/front-matter/front-matter';
import { DEFAULT_FIELDS } from '../../../src/core/papers/paper-schema';
import { planNewNotes } from '../../../src/core/changes/plan-new-notes';
import type { NewNoteContext, WorkToCreate } from '../../../src/core/changes/plan-new-notes';
import { readNoteText } from '../../../src/core/library/read-note';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { titleKey } from '../../../src/core/titles/title-key';

const settings: NewNoteContext['settings'] = {
  statusProperty: 'status',
  readDateProperty: 'read_date',
  statuses: DEFAULT_STATUSES,
  paperTags: ['paper'],
  paperFolders: [],
  requiredProperties: [],
  fields: DEFAULT_FIELDS,
  referenceHeadings: ['Paper References', 'References'],
  newNoteName: 'slug',
  newNoteTags: ['gen-from-ref'],
  yamlListStyle: 'block',
};

const work = (title: string, year?: number): WorkToCreate => ({ key: titleKey(title), title, citing: ['papers/a.md', 'papers/b.md'], ...(year === undefined ? {} : { year }) });

function contextWith(changes: Partial<NewNoteContext> & { taken?: readonly string[]; keys?: readonly string[]; style?: 'slug' | 'title' | 'year-slug' } = {}): NewNoteContext {
  const { taken = [], keys = [], style = 'slug', ...rest } = changes;
  return {
    settings: { ...settings, newNoteName: style },
    template: null,
    today: '2026-08-09',
    folderFor: () => 'papers',
    isTaken: (path) => taken.some((other) => other.toLowerCase() === path.toLowerCase()),
    isKeyTaken: (key) => keys.includes(key.toLowerCase()),
    ...rest,
  };
}

const pathsOf = (works: readonly WorkToCreate[], context: NewNoteContext): string[] => planNewNotes(works, context).notes.map((note) => note.path);

describe('planNewNotes', () => {
  it('should write what is known and nothing else', () => {
    expect(planNewNotes([work('Deep Walks: A Study')], contextWith())).toEqual({
      notes: [
        {
          key: 'deepwalksastudy',
          path: 'papers/deep-walks-a-study.md',
          text: [
            '---',
            'title: "Deep Walks: A Study"',
            'meta_key: deep-walks-a-study',
            'status: todo',
            'tags:',
            '- paper',
            '- gen-from-ref',
            '---',
            '',
            '# Deep Walks: A Study',
            '',
            '## Paper References',
            '',
          ].join('\n'),
        },
      ],
      existing: [],
      skipped: [],
    });
  });

  it('should write the year where it is known, and the list style of the vault', () => {
    const context = contextWith({ settings: { ...settings, yamlListStyle: 'flow' } });
    expect(planNewNotes([work('Deep Walks', 2019)], context).notes[0]?.text).toContain('tags: [paper, gen-from-ref]\nyear: 2019\n---\n');
  });

  it.each([
    ['by the slug', {}, 'papers/deep-walks.md'],
    ['by the title', { style: 'title' as const }, 'papers/Deep Walks.md'],
    ['by year and slug', { style: 'year-slug' as const }, 'papers/2019-deep-walks.md'],
    ['in the root', { folderFor: () => '' }, 'deep-walks.md'],
    ['with the year where a file has the name', { taken: ['papers/Deep-Walks.md'] }, 'papers/deep-walks-2019.md'],
    ['with the year where a paper has the key', { keys: ['deep-walks'] }, 'papers/deep-walks-2019.md'],
    ['with a number where that is taken too', { taken: ['papers/deep-walks.md', 'papers/deep-walks-2019.md'] }, 'papers/deep-walks-2019-2.md'],
  ])('should name the file %s', (_how, changes, path) => {
    expect(pathsOf([work('Deep Walks', 2019)], contextWith(changes))).toEqual([path]);
  });

  it('should give works with one slug names and keys of their own', () => {
    const { notes } = planNewNotes([work('Notes on C++'), work('Notes on C#'), work('Notes on C')], contextWith());
    expect(notes.map((note) => note.path)).toEqual(['papers/notes-on-c.md', 'papers/notes-on-c-2.md', 'papers/notes-on-c-3.md']);
    expect(notes.map((note) => /meta_key: (.*)/.exec(note.text)?.[1])).toEqual(['notes-on-c', 'notes-on-c-2', 'notes-on-c-3']);
  });

  it('should give works with one title as a file name names and keys of their own', () => {
    const { notes } = planNewNotes([work('Notes on C#'), work('Notes on C')], contextWith({ style: 'title' }));
    expect(notes.map((note) => note.path)).toEqual(['papers/Notes on C.md', 'papers/Notes on C 2.md']);
    expect(notes.map((note) => /meta_key: (.*)/.exec(note.text)?.[1])).toEqual(['notes-on-c', 'notes-on-c-2']);
  });

  it('should give works whose names differ in case alone names of their own, in every script', () => {
    const { notes } = planNewNotes([work('ΜΕΓΑΛΕΣ ΣΧΕΣΕΙΣ'), work('μεγαλες σχεσεισ')], contextWith({ style: 'title' }));
    expect(notes.map((note) => note.path)).toEqual(['papers/ΜΕΓΑΛΕΣ ΣΧΕΣΕΙΣ.md', 'papers/μεγαλες σχεσεισ 2.md']);
  });

  it('should write a heading that holds no tag and no math', () => {
    expect(planNewNotes([work('From $5 to 6$')], contextWith()).notes[0]?.text).toContain('\n# From \\$5 to 6\\$\n');
    expect(planNewNotes([work('Notes on #tags in C#')], contextWith()).notes[0]?.text).toContain('\n# Notes on \\#tags in C#\n');
  });

  it('should keep file name and key apart where files are named by titles', () => {
    const { notes } = planNewNotes([work('Notes on C++')], contextWith({ style: 'title', keys: ['notes-on-c'] }));
    expect(notes[0]?.path).toBe('papers/Notes on C++.md');
    expect(notes[0]?.text).toContain('meta_key: notes-on-c-2\n');
  });

  it('should link what is there already instead of creating it', () => {
    const context = contextWith({ existingNote: ({ title }) => (title === 'Deep Walks' ? 'papers/deep-walks.md' : null) });
    const plan = planNewNotes([work('Deep Walks'), work('Graph Nets')], context);
    expect(plan.existing).toEqual([{ key: 'deepwalks', path: 'papers/deep-walks.md' }]);
    expect(plan.notes.map((note) => note.path)).toEqual(['papers/graph-nets.md']);
  });

  it('should leave out a title that no name can be made of', () => {
    expect(planNewNotes([work('Code <%* run() %> in a title')], contextWith())).toMatchObject({ notes: [], skipped: [{ path: 'papers/a.md', reason: 'name-unusable', message: expect.stringContaining('<%') }] });
    const requiring = (requiredProperties: readonly string[]): NewNoteContext => contextWith({ settings: { ...settings, requiredProperties } });
    expect(planNewNotes([work('Deep Walks', 2019), work('Graph Nets')], requiring(['title', 'authors', 'venue', 'year']))).toMatchObject({
      notes: [],
      skipped: [
        { path: 'papers/deep-walks.md', reason: 'not-a-paper', message: expect.stringContaining('required properties: authors, venue.') },
        { path: 'papers/graph-nets.md', reason: 'not-a-paper', message: expect.stringContaining('required properties: authors, venue, year.') },
      ],
    });
    expect(pathsOf([work('Deep Walks', 2019), work('Graph Nets')], requiring(['title', 'meta_key', 'status', 'tags', 'year']))).toEqual(['papers/deep-walks.md']);
    expect(planNewNotes([work('???')], contextWith())).toMatchObject({ notes: [], skipped: [{ path: 'papers/a.md', reason: 'name-unusable' }] });
  });

  describe('with a template', () => {
    const template = '---\ntitle: {{title}}\nmeta_key: {{meta_key}}\ntags: {{tags}}\nadded: {{date}}\n---\n# {{title}}\n\nCited by {{citing}}. {{unknown}}\n\n## {{references_heading}}\n';

    it('should fill it', () => {
      expect(planNewNotes([work('Deep Walks: A Study')], contextWith({ template })).notes[0]?.text).toBe(
        '---\ntitle: "Deep Walks: A Study"\nmeta_key: deep-walks-a-study\ntags: [paper, gen-from-ref]\nadded: 2026-08-09\n---\n# Deep Walks: A Study\n\nCited by [[a]], [[b]]. {{unknown}}\n\n## Paper References\n',
      );
    });

    it('should never read a value as template', () => {
      expect(planNewNotes([work('On {{date}} and $&')], contextWith({ template: '# {{title}}\n' })).notes[0]?.text).toContain('# On {{date}} and $&\n');
    });

    it('should add what it lacks to be that paper', () => {
      const requiring = { ...settings, requiredProperties: ['authors', 'year', 'status'] };
      expect(planNewNotes([work('Deep Walks', 2019)], contextWith({ settings: requiring, template: '---\nauthors: unknown\nstatus:\n---\n' })).notes[0]?.text).toBe(
        '---\nauthors: unknown\nstatus: todo\ntitle: Deep Walks\nmeta_key: deep-walks\ntags:\n- paper\n- gen-from-ref\nyear: 2019\n---\n',
      );
      expect(planNewNotes([work('Deep Walks', 2019)], contextWith({ settings: requiring, template: '---\nauthors:\n---\n' })).skipped).toMatchObject([{ reason: 'not-a-paper' }]);
      expect(planNewNotes([work('Deep Walks')], contextWith({ template: 'My notes\n' })).notes[0]?.text).toBe(
        '---\ntitle: Deep Walks\nmeta_key: deep-walks\ntags:\n- paper\n- gen-from-ref\n---\nMy notes\n',
      );
      expect(planNewNotes([work('Deep Walks')], contextWith({ template: '---\ntags: [paper]\ntitle: Untitled\n---\n' })).notes[0]?.text).toBe('---\ntags: [paper]\ntitle: Deep Walks\n---\n');
      expect(planNewNotes([work('Deep Walks')], contextWith({ template: '---\ntags: [paper]\n---\n# {{title}}\n' })).notes[0]?.text).toBe('---\ntags: [paper]\n---\n# Deep Walks\n');
    });

    it('should leave the note out where YAML cannot read it', () => {
      const plan = planNewNotes([work('Deep Walks')], contextWith({ template: '---\ntitle: [{{title}}\n---\n' }));
      expect(plan).toMatchObject({ notes: [], skipped: [{ path: 'papers/deep-walks.md', reason: 'invalid-front-matter' }] });
    });
  });

  it('should make notes that are read as that paper, with no links, tags or code of their own, whatever the title', () => {
    const title = fc
      .string({ unit: fc.constantFrom(...'ab C#[]()|\\*_`$&<>!~=^%:"\'-{}', '中', 'é', ' #x', '[[a]]', '](b.md)', '%%'), minLength: 1, maxLength: 12 })
      .map((drawn) => `T${drawn}`.replace(/\s+/g, ' ').trim())
      .filter((drawn) => !drawn.includes('<%'));
    const template = fc.constantFrom(null, '# {{title}}\n', '---\ntags: paper\ntitle: {{title}}\n---\n', '---\ntitle: "{{title}}"\n---\n');
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 3 }), template, (titles, used) => {
        const { notes } = planNewNotes(titles.map((drawn) => work(drawn)), contextWith({ template: used }));
        expect(new Set(notes.map((note) => note.path.toLowerCase())).size).toBe(titles.length);
        for (const [at, note] of notes.entries()) {
          const { paper } = readNoteText(note.path, note.text, settings, settings.referenceHeadings).note;
          expect(paper?.titleKey).toBe(titleKey(titles[at] ?? ''));
          if (used !== null) continue;
          const properties = readProperties(note.text);
          expect(properties.ok && properties.value?.get('title')).toBe(titles[at]);
          const scan = scanNote(note.text);
          expect(scan.links).toEqual([]);
          expect(scan.protectedSpans).toHaveLength(1);
          expect(scan.headings.map((heading) => heading.level)).toEqual([1, 2]);
        }
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
