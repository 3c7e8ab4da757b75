import fc from 'fast-check';
import { readLook } from '../../src/core/dashboard/saved-views';
import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import { parseSettings } from '../../src/settings/parse-settings';
import type { Settings } from '../../src/settings/settings';

const SEED = 20240531;

const settingsOf = (data: unknown): Settings => parseSettings(data).settings;

describe('default settings', () => {
  it('should be frozen through and through', () => {
    const parts: unknown[] = [DEFAULT_SETTINGS];
    for (const part of parts) {
      if (typeof part !== 'object' || part === null) continue;
      expect(Object.isFrozen(part)).toBe(true);
      parts.push(...Object.values<unknown>({ ...part }));
    }
    expect(parts.length).toBeGreaterThan(40);
  });

  it('should pass their own checks', () => {
    expect(parseSettings(JSON.parse(JSON.stringify(DEFAULT_SETTINGS)))).toEqual({ settings: DEFAULT_SETTINGS, notes: [], rest: {} });
  });
});

describe('parseSettings', () => {
  it.each([
    ['null', null],
    ['undefined', undefined],
    ['an empty object', {}],
  ])('should give the defaults without a note for %s', (_, data) => {
    expect(parseSettings(data)).toEqual({ settings: DEFAULT_SETTINGS, notes: [], rest: {} });
  });

  it.each([['a text'], [[]], [3], [true]])('should give the defaults with a note for %p', (data) => {
    const parsed = parseSettings(data);
    expect(parsed.settings).toEqual(DEFAULT_SETTINGS);
    expect(parsed.notes).toHaveLength(1);
  });

  it('should share no list or object with the defaults or the data', () => {
    const data = { paperTags: ['a'], statuses: [...DEFAULT_SETTINGS.statuses], future: { list: [1] } };
    const parsed = parseSettings(data);
    const seen = new Set<unknown>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      seen.add(value);
      Object.values(value).forEach(collect);
    };
    collect(DEFAULT_SETTINGS);
    collect(data);
    const shared: unknown[] = [];
    const check = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if (seen.has(value)) shared.push(value);
      Object.values(value).forEach(check);
    };
    check(parsed);
    check(parseSettings(null));
    expect(shared).toEqual([]);
  });

  type Row = readonly [what: string, field: keyof Settings, stored: unknown, expected: unknown];

  const silent: readonly Row[] = [
    ['a property name trimmed', 'statusProperty', '  reading_status ', 'reading_status'],
    ['a number as a property name', 'statusProperty', 12, '12'],
    ['the read date turned off', 'readDateProperty', '', ''],
    ['the read date turned off by spaces', 'readDateProperty', '  ', ''],
    ['tags without #', 'paperTags', ['#paper', 'lit/note', ' #x '], ['paper', 'lit/note', 'x']],
    ['repeated tags once, case aside', 'paperTags', ['Paper', 'paper'], ['Paper']],
    ['one text as a list of one', 'paperTags', 'article', ['article']],
    ['no tag at all', 'paperTags', [], []],
    ['nulls in a list passed over', 'paperTags', [null, 'a'], ['a']],
    ['folders without slashes at the ends', 'paperFolders', ['/Papers/', 'a//b/', 'x\\y'], ['Papers', 'a/b', 'x/y']],
    ['folders that differ by case', 'paperFolders', ['a', 'A'], ['a', 'A']],
    ['a folder with composed characters', 'paperFolders', ['Me\u0301moires'], ['M\u00e9moires']],
    ['headings without marks and colon', 'referenceHeadings', ['## Works cited:', '参考文献：'], ['Works cited', '参考文献']],
    ['the scope', 'linkScope', 'note', 'note'],
    ['a folder for new notes', 'newNoteFolder', '/Inbox/', 'Inbox'],
    ['no folder for new notes', 'newNoteFolder', '/', ''],
    ['a template', 'newNoteTemplate', 'Templates/Paper.md', 'Templates/Paper.md'],
    ['the list style', 'yamlListStyle', 'flow', 'flow'],
    ['a view, whatever another version kept in it', 'savedViews', [{ name: ' Mine ', look: { tab: 'board', shape: 'round' } }], [{ name: 'Mine', look: { ...readLook(null), tab: 'board' } }]],
    ['hidden works as they are', 'hiddenWorks', ['etal', ' x', 'etal'], ['etal', ' x']],
    ['works to show as they are', 'shownWorks', ['ieee'], ['ieee']],
    ['some weights', 'nextWeights', { read: 10, recent: 0.5 }, { ...DEFAULT_SETTINGS.nextWeights, read: 10, recent: 0.5 }],
    ['weights that are all nothing', 'nextWeights', { cited: 0, read: 0, active: 0, recent: 0, worldwide: 0 }, { cited: 0, read: 0, active: 0, recent: 0, worldwide: 0 }],
    ['weights of parts that are not known', 'nextWeights', { later: 3 }, DEFAULT_SETTINGS.nextWeights],
    ['a limit of papers at a time', 'activeLimit', 3, 3],
    ['no limit of papers at a time', 'activeLimit', 0, 0],
    ['the space for undo', 'keptChangesMb', 7.5, 7.5],
    ['adopted habits', 'adopted', { day: '2024-05-31', papers: 3, findings: ['a', 'b'] }, { day: '2024-05-31', papers: 3, findings: ['a', 'b'] }],
    ['no adopted habits', 'adopted', null, null],
  ];
  it.each(silent)('should read %s (%s)', (_, field, stored, expected) => {
    const parsed = parseSettings({ [field]: stored });
    expect(parsed.settings[field]).toEqual(expected);
    expect(parsed.notes).toEqual([]);
    expect({ ...parsed.settings, [field]: DEFAULT_SETTINGS[field] }).toEqual(DEFAULT_SETTINGS);
  });

  const noted: readonly (readonly [...Row, note: RegExp])[] = [
    ['an empty status property', 'statusProperty', ' ', 'status', /^Status property: .*needed/],
    ['a property with a colon', 'statusProperty', 'a: b', 'status', /^Status property: .*colon/],
    ['a property over two lines', 'statusProperty', 'a\nb', 'status', /^Status property: a line break/],
    ['a map as a property', 'statusProperty', {}, 'status', /^Status property: not a text/],
    ['a read date in the status property', 'readDateProperty', 'STATUS', 'read_date', /^Read date property: the status property/],
    ['the tags as status', 'statusProperty', 'tags', 'status', /^Status property: “tags” holds something else/],
    ['the aliases as status, in another case', 'statusProperty', 'Alias', 'status', /^Status property: “Alias” holds/],
    ['a field as status, in another case', 'statusProperty', 'TITLE', 'status', /^Status property: “TITLE” holds/],
    ['the authors as read date', 'readDateProperty', 'Authors', 'read_date', /^Read date property: “Authors” holds/],
    ['the aliases as read date', 'readDateProperty', 'aliases', 'read_date', /^Read date property: “aliases” holds/],
    ['the status as a field', 'fields', { title: 'Status', year: 'Jahr' }, { ...DEFAULT_SETTINGS.fields, year: 'Jahr' }, /^Field names: title: “Status” holds/],
    ['tags of which none can be read', 'paperTags', ['x y'], ['paper'], /^Paper tags: entry 1: “x y”/],
    ['tags in one text', 'paperTags', 'a, b', ['paper'], /^Paper tags: entry 1: “a, b”/],
    ['a tag with a space, the others kept', 'paperTags', ['a b', 'paper'], ['paper'], /^Paper tags: entry 1: “a b”/],
    ['a list that is none', 'paperTags', { a: 1 }, ['paper'], /^Paper tags: not a list/],
    ['the root as a paper folder', 'paperFolders', ['/'], [], /^Paper folders: entry 1: the whole vault/],
    ['a folder that leads out', 'paperFolders', ['../x', 'y'], ['y'], /^Paper folders: entry 1: “\.\.” is hidden/],
    ['a hidden folder for new notes', 'newNoteFolder', '.trash/x', '', /^Folder for new notes: “\.trash” is hidden/],
    ['no heading', 'referenceHeadings', [], DEFAULT_SETTINGS.referenceHeadings, /^Reference headings: at least one/],
    ['headings of colons alone', 'referenceHeadings', [':'], DEFAULT_SETTINGS.referenceHeadings, /^Reference headings: entry 1/],
    ['an unknown scope', 'linkScope', 'vault', 'section', /^Where to link: one of section, note/],
    ['a text for a switch', 'linkAutomatically', 'yes', false, /^Link automatically: on or off/],
    ['a null for a switch', 'linkAutomatically', null, false, /^Link automatically: on or off/],
    ['a weight below nothing, the others kept', 'nextWeights', { read: -1, cited: 9 }, { ...DEFAULT_SETTINGS.nextWeights, cited: 9 }, /^What to read next: read: a number from 0 to 10/],
    ['a weight that is a text', 'nextWeights', { worldwide: '3' }, DEFAULT_SETTINGS.nextWeights, /^What to read next: worldwide: a number/],
    ['weights that are a list', 'nextWeights', [1, 2], DEFAULT_SETTINGS.nextWeights, /^What to read next: not a set of weights/],
    ['works to show that are no texts', 'shownWorks', [null, 7, 'a'], ['a'], /^Shown works: entry 2/],
    ['half a paper at a time', 'activeLimit', 1.5, 0, /^Papers at a time: a whole number from 0 to 999/],
    ['less than no paper at a time', 'activeLimit', -1, 0, /^Papers at a time: a whole number/],
    ['too little space', 'keptChangesMb', 0, 50, /^Space for undo: a number from 1 to 1000/],
    ['too much space', 'keptChangesMb', 1e9, 50, /^Space for undo: a number from 1 to 1000/],
    ['views without a name, or with that of another', 'savedViews', [{ name: 'A' }, 7, { name: '' }, { name: 'a' }], [{ name: 'A', look: readLook(null) }], /^Saved views: entry 2: a view needs a name/],
    ['hidden works that are no texts', 'hiddenWorks', ['a', 3], ['a'], /^Hidden works: entry 2/],
    ['adopted habits of another shape', 'adopted', { day: 'May', papers: 1, findings: [] }, null, /^Adopted habits: not readable/],
    ['a field name with a colon', 'fields', { title: 'a:b', year: 'Jahr' }, { ...DEFAULT_SETTINGS.fields, year: 'Jahr' }, /^Field names: title: /],
    ['field names that are a list', 'fields', [], DEFAULT_SETTINGS.fields, /^Field names: not a set/],
  ];
  it.each(noted)('should note %s (%s) and go on', (_, field, stored, expected, note) => {
    const parsed = parseSettings({ [field]: stored, requiredProperties: ['title'] });
    expect(parsed.settings[field]).toEqual(expected);
    expect(parsed.settings.requiredProperties).toEqual(['title']);
    expect(parsed.notes.length).toBeGreaterThan(0);
    expect(parsed.notes[0]).toMatch(note);
  });

  it('should turn the read date off where the status takes its default name', () => {
    expect(settingsOf({ statusProperty: 'Read_Date' }).readDateProperty).toBe('');
  });

  it('should go by the names that the fields have, and turn the read date off where a field takes its default name', () => {
    const fields = { title: 'name', tags: 'topics', year: 'read_date' };
    const names = (data: object): string[] => [settingsOf({ fields, ...data }).statusProperty, settingsOf({ fields, ...data }).readDateProperty];
    expect(names({ statusProperty: 'title' })).toEqual(['title', '']);
    expect(names({ statusProperty: 'Topics' })).toEqual(['status', '']);
    expect(names({ statusProperty: 'tags', readDateProperty: 'Name' })).toEqual(['status', '']);
    expect(names({ statusProperty: 'name', fields: { ...fields, venue: 'status' } })).toEqual(['status', '']);
  });

  it('should keep unknown top-level keys as copies, and __proto__ as an ordinary one', () => {
    const data: unknown = JSON.parse('{"future": {"a": [1]}, "__proto__": {"polluted": true}, "fields": {"constructor": 1}}');
    const { rest, settings } = parseSettings(data);
    expect(Object.keys(rest)).toEqual(['future', '__proto__']);
    expect(JSON.stringify(rest)).toBe('{"future":{"a":[1]},"__proto__":{"polluted":true}}');
    expect(settings.fields).toEqual(DEFAULT_SETTINGS.fields);
    expect(JSON.stringify({ ...rest, ...settings })).toContain('"__proto__":{"polluted":true}');
    expect('polluted' in {}).toBe(false);
  });

  it('should leave out what JSON cannot hold', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(parseSettings({ circle, call: () => 1, big: 1n, fine: 1 }).rest).toEqual({ fine: 1 });
  });

  it('should keep the version of a newer program and say so', () => {
    const parsed = parseSettings({ version: 9, paperTags: ['x'] });
    expect(parsed.settings.version).toBe(9);
    expect(parsed.settings.paperTags).toEqual(['x']);
    expect(parsed.notes).toEqual([expect.stringMatching(/^Version: written by a newer version/)]);
  });

  const ofSettings = fc.record(
    Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((key) => [key, fc.oneof(fc.jsonValue(), fc.constantFrom<unknown[]>(...Object.values<unknown>({ ...DEFAULT_SETTINGS })))])),
    { requiredKeys: [] },
  );
  const ofStatuses = fc.record({
    statuses: fc.array(
      fc.record(
        {
          value: fc.oneof(fc.constantFrom('todo', 'TODO', 'read', 'done', ' x '), fc.jsonValue()),
          label: fc.oneof(fc.string(), fc.jsonValue()),
          kind: fc.constantFrom('queued', 'active', 'done', 'dropped', 'odd'),
          aliases: fc.oneof(fc.array(fc.constantFrom('todo', 'Done', 'read', 'tbd', 'TBD', '', ' ')), fc.jsonValue()),
          color: fc.constantFrom('', 'red', 'mauve'),
        },
        { requiredKeys: ['value', 'kind'] },
      ),
      { maxLength: 6 },
    ),
  });
  const ofNames = fc.constantFrom('status', 'Status', 'read_date', 'title', 'tags', 'Alias', 'state', '');
  const ofProperties = fc.record(
    { statusProperty: ofNames, readDateProperty: ofNames, fields: fc.record({ title: ofNames, year: ofNames, tags: ofNames }, { requiredKeys: [] }) },
    { requiredKeys: [] },
  );
  const anyData = fc.oneof(ofProperties, fc.anything({ withBigInt: true, withMap: true }), fc.jsonValue(), ofSettings, ofStatuses);

  it('should never throw, never change its input, and give settings that hold their promises', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const { settings } = parseSettings(data);
        const names = settings.statuses.flatMap((status) => [status.value, ...status.aliases]).map((name) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        expect(settings.statuses.some((status) => status.kind === 'queued')).toBe(true);
        expect(settings.statuses.some((status) => status.kind === 'done')).toBe(true);
        expect(settings.statusProperty).not.toBe('');
        expect(settings.readDateProperty.toLowerCase()).not.toBe(settings.statusProperty.toLowerCase());
        const others = [...Object.values<string>(settings.fields), 'tags', 'alias', 'aliases'].map((name) => name.toLowerCase());
        expect(others).not.toContain(settings.statusProperty.toLowerCase());
        expect(others).not.toContain(settings.readDateProperty.toLowerCase());
        expect(settings.referenceHeadings.length).toBeGreaterThan(0);
        expect(settings.paperFolders.filter((folder) => folder === '' || folder.startsWith('/') || folder.endsWith('/'))).toEqual([]);
        expect(settings.paperTags.filter((tag) => tag.includes('#'))).toEqual([]);
      }),
      { seed: SEED, numRuns: 1500 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), ofSettings, ofStatuses), (data) => {
        const before = JSON.stringify(data);
        parseSettings(data);
        expect(JSON.stringify(data)).toBe(before);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('should read its own result as it is', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const once = parseSettings(data);
        const twice = parseSettings({ ...once.rest, ...once.settings });
        expect(twice.settings).toEqual(once.settings);
        expect(twice.rest).toEqual(once.rest);
        expect(twice.notes.filter((note) => !note.startsWith('Version:'))).toEqual([]);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });
});
