/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { DATA, paperNote } from '../support/paper-notes';
import { BY_HAND, CONFIG, GENERATED, IMPORTED, OTHERS, TEMPLATES } from '../support/three-sources';
import { apiOf, confirmModal, modalEl, noticesOf, notesOf, pressButton } from '../support/plugin-host';

/** A paper of a vault with names of its own. */
const ownNote = (title: string, status: string, more: readonly string[] = []): string =>
  ['---', `title: ${title}`, `reading_status: ${status}`, ...more, 'tags: [paper]', '---', '', `# ${title}`, '', '## Literature', ''].join('\n');

const OWN: Record<string, string> = {
  'library/papers/one.md': ownNote('One', 'TBD'),
  'library/papers/two.md': ownNote('Two', 'TBD'),
  'library/papers/three.md': ownNote('Three', 'DONE', ['date_read: 2024-01-02']),
  'library/papers/four.md': ownNote('Four', 'DONE', ['date_read: 2024-01-03']),
};

let host: Host;
const data = (): Record<string, unknown> & { statuses: { value: string; kind: string }[] } => JSON.parse(host.read(DATA)) as never;

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('the first run', () => {
  it('should follow the vault, say so in one notice, and write nothing but its settings', async () => {
    host = await openVault({ files: OWN });
    expect(data()).toMatchObject({ statusProperty: 'reading_status', newNoteFolder: 'library/papers', yamlListStyle: 'flow', adopted: { papers: 4 } });
    expect(data().statuses.map(({ value, kind }) => [value, kind])).toEqual(expect.arrayContaining([['TBD', 'queued'], ['DONE', 'done']]));
    expect(host.notices).toHaveLength(1);
    expect(noticesOf(host)[0]).toContain('reading_status');
    expect(notesOf(host)).toEqual(OWN);
    expect(host.faults.log.map((operation) => operation.path).filter((path) => path !== DATA && !path.startsWith('.obsidian/plugins'))).toEqual([]);
    await apiOf(host).setStatus(['library/papers/one.md'], 'read');
    expect(host.read('library/papers/one.md')).toContain('reading_status: DONE\n');
    expect(apiOf(host).papers().map((paper) => paper.statusKind)).toEqual(expect.arrayContaining(['done', 'queued']));
  });

  it('should follow a boolean', async () => {
    const note = (title: string, isRead: boolean): string => `---\ntitle: ${title}\nread: ${String(isRead)}\ntags:\n  - paper\n---\n\n# ${title}\n`;
    host = await openVault({ files: { 'a.md': note('A Paper', true), 'b.md': note('B Paper', false), 'c.md': note('C Paper', false) } });
    expect(data()['statusProperty']).toBe('read');
    expect(apiOf(host).papers().map((paper) => paper.statusKind)).toEqual(['done', 'queued', 'queued']);
    await apiOf(host).setStatus(['b.md'], 'read');
    expect(host.read('b.md')).toContain('\nread: true\n');
    await apiOf(host).undo();
    expect(host.read('b.md')).toBe(note('B Paper', false));
  });

  it('should follow words written apart, pictures and links among the statuses, and write them as they stand', async () => {
    const note = (title: string, status: string, more = ''): string => `---\ntitle: ${title}\nreading-status: ${status}\n${more}tags: [paper]\n---\n`;
    const files = {
      'a.md': note('A Paper', 'To Read'), 'b.md': note('B Paper', 'To Read'), 'c.md': note('C Paper', '"[[In Progress]]"'),
      'd.md': note('D Paper', '✅ Done', 'date-read: 2024-05-01\n'), 'e.md': note('E Paper', 'to_read'),
    };
    host = await openVault({ files });
    expect(data()).toMatchObject({ statusProperty: 'reading-status', readDateProperty: 'date-read' });
    expect(noticesOf(host)[0]).toContain('Status is kept in reading-status: To Read, [[In Progress]], ✅ Done.');
    expect(apiOf(host).papers().map((paper) => [paper.status, paper.statusKind])).toEqual([
      ['To Read', 'queued'], ['To Read', 'queued'], ['[[In Progress]]', 'active'], ['✅ Done', 'done'], ['To Read', 'queued'],
    ]);
    host = await host.reload();
    await apiOf(host).setStatus(['a.md'], 'reading');
    expect(host.read('a.md')).toBe(note('A Paper', '"[[In Progress]]"'));
    await apiOf(host).setStatus(['b.md'], 'read');
    expect(host.read('b.md')).toMatch(/\nreading-status: ✅ Done\ndate-read: \d{4}-\d\d-\d\d\n/);
    await apiOf(host).undo();
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(files);
  });

  it('should do the same before the metadata cache is full as after', async () => {
    host = await openVault({ files: OWN, metadata: 'cold' });
    await apiOf(host).ready;
    await host.settle();
    expect(data()['statusProperty']).toBe('reading_status');
  });

  it.each(['cold', 'stored'] as const)('should follow the vault also where one note cannot be read (the metadata cache is %s)', async (metadata) => {
    host = await openVault({ files: OWN, metadata, layoutReady: false });
    host.faults.failRead('library/papers/one.md', 'EIO: the file is in the cloud only');
    await host.fireLayoutReady();
    await host.settle();
    expect(noticesOf(host)[0]).toContain('reading_status');
    expect(data()['statusProperty']).toBe('reading_status');
  });

  it('should follow the vault and say so also where the settings cannot be saved', async () => {
    host = await openVault({ files: OWN, layoutReady: false });
    host.faults.failWrite((operation) => operation.path === DATA);
    await host.fireLayoutReady();
    await host.settle();
    expect(noticesOf(host)).toEqual([
      expect.stringMatching(/^The settings could not be saved, so the change counts until Obsidian is closed: /),
      expect.stringContaining('reading_status'),
    ]);
    expect(apiOf(host).papers().some((paper) => paper.statusKind === 'done')).toBe(true);
    expect(host.errors).toEqual([]);
  });

  it('should find nothing in an empty vault, and say so', async () => {
    host = await openVault({ files: {} });
    expect(apiOf(host).papers()).toEqual([]);
    expect(host.notices.length).toBeLessThanOrEqual(1);
  });

  it('should say how notes become papers where none looks like one', async () => {
    const exported = (title: string): string => `# ${title}\n\n## Metadata\n\n- Item Type: [[Article]]\n- Authors: [[Jane Doe]]\n`;
    host = await openVault({ files: { 'Zotero/a.md': exported('A Work'), 'Zotero/b.md': exported('B Work'), 'Zotero/c.md': exported('C Work') } });
    expect(noticesOf(host)).toEqual([
      'Paperweave follows this vault: No note is marked as a paper. Tag a note with “paper”, or say in the settings of Paperweave how your notes are marked. No note was changed.',
    ]);
  });

  it('should not happen again', async () => {
    host = await openVault({ files: OWN });
    const first = host.read(DATA);
    host = await host.reload();
    expect(host.notices).toHaveLength(0);
    expect(host.read(DATA)).toBe(first);
  });
});

describe('a vault with settings', () => {
  const files = { ...OWN, [DATA]: '{"version":1,"statusProperty":"status"}' };

  it('should not be adopted over', async () => {
    host = await openVault({ files });
    expect(host.read(DATA)).toBe(files[DATA]);
    expect(host.notices).toHaveLength(0);
  });

  it('should be adopted by the command, after asking', async () => {
    host = await openVault({ files });
    await host.runCommand('paperweave:adopt-vault');
    expect(modalEl(host).textContent).toContain('reading_status');
    await host.press('Escape');
    expect(host.read(DATA)).toBe(files[DATA]);
    await host.runCommand('paperweave:adopt-vault');
    await confirmModal(host);
    expect(data()['statusProperty']).toBe('reading_status');
    expect(apiOf(host).papers().filter((paper) => paper.statusKind === 'done')).toHaveLength(2);
    expect(notesOf(host)).toEqual(OWN);
  });
});

describe('notes that look like papers and carry no mark', () => {
  const unmarked = (title: string): string => ['---', `title: ${title}`, 'authors:', '  - Ada One', 'year: 2020', 'venue: Journal', '---', '', `# ${title}`, '', '## References', '', '- Something', ''].join('\n');
  const files = Object.fromEntries(['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((title) => [`reading/${title.toLowerCase()}.md`, unmarked(title)]));

  it('should be proposed, and become papers when the button is pressed', async () => {
    host = await openVault({ files: { ...files, 'journal/day.md': 'A day.\n' } });
    expect(apiOf(host).papers()).toEqual([]);
    const notice = host.notices.find((each) => each.message.includes('reading'));
    const button = notice?.el.querySelector('button');
    expect(button?.classList.contains('mod-cta')).toBe(true);
    await pressButton(host, notice?.el ?? document.body, button?.textContent ?? '');
    expect(apiOf(host).papers().map((paper) => paper.path)).toEqual(Object.keys(files).sort());
    expect(data()['paperFolders']).toEqual(['reading']);
    expect(notesOf(host)).toEqual({ ...files, 'journal/day.md': 'A day.\n' });
  });

  it('should be left alone when it is not', async () => {
    host = await openVault({ files });
    expect(apiOf(host).papers()).toEqual([]);
    expect(data()['paperFolders']).toEqual([]);
  });
});

describe('a vault whose notes come from three sources', () => {
  const notes = { ...GENERATED, ...IMPORTED, ...BY_HAND, ...TEMPLATES, ...OTHERS };
  const pathsOf = (...parts: readonly Readonly<Record<string, string>>[]): string[] => parts.flatMap((part) => Object.keys(part)).sort();
  const papers = (): string[] => apiOf(host).papers().map((paper) => paper.path).sort();
  const buttons = (): string[] => [...(host.notices.at(-1)?.el.querySelectorAll('button') ?? [])].map((button) => button.textContent);
  const press = (text: string): Promise<void> => pressButton(host, host.notices.at(-1)?.el ?? document.body, text);

  const open = async (metadata: 'stored' | 'cold' = 'stored'): Promise<void> => {
    host = await openVault({ files: { ...notes, ...CONFIG }, metadata, layoutReady: false });
    Object.assign((host.app as unknown as { plugins: { plugins: object } }).plugins.plugins, { 'obsidian-zotero-desktop-connector': { settings: { exportFormats: [{ name: 'Import', templatePath: 'Zotero/Import.md' }] } } });
    await host.fireLayoutReady();
    await apiOf(host).ready;
    await host.settle();
  };

  it.each(['stored', 'cold'] as const)('should take the generated notes at once, and ask about the others (metadata %s)', async (metadata) => {
    await open(metadata);
    expect(papers()).toEqual(pathsOf(GENERATED));
    expect(data()).toMatchObject({ paperFolders: [], paperTags: ['paper'], adopted: { papers: 3 } });
    expect(noticesOf(host)).toHaveLength(1);
    expect(noticesOf(host)[0]).toContain('3 papers, by the tag paper. 6 notes without a mark look like papers: 3 by the tag literature-note, 3 by the folder Reading.');
    expect(host.notices[0]?.el.textContent).toContain('Notes that look like papers: Reading, #literature-note.');
    expect(buttons()).toEqual(['Take all of them as papers', 'Only Reading', 'Only #literature-note']);
    expect(notesOf(host)).toEqual(notes);
  });

  it('should have them all as papers when all are taken, with what their own makers wrote', async () => {
    await open();
    await press('Take all of them as papers');
    expect(data()).toMatchObject({ paperFolders: ['Reading'], paperTags: ['paper', 'literature-note'], adopted: { papers: 9 } });
    expect(noticesOf(host).at(-1)).toContain('9 papers: 3 by the tag paper, 3 by the tag literature-note, 3 by the folder Reading.');
    expect(buttons()).toEqual([]);
    expect(papers()).toEqual(pathsOf(GENERATED, IMPORTED, BY_HAND));
    expect(apiOf(host).paper('Zotero/one2020.md')).toMatchObject({ title: 'An Imported Work', metaKey: 'one2020', authors: ['Ada van One', 'Ben Two'], year: 2020, statusKind: 'queued' });
    expect(apiOf(host).paper('Reading/Old Work.md')).toMatchObject({ title: 'Old Work', metaKey: null, authors: [], references: { linked: 1, broken: 1 } });
    expect(apiOf(host).references('Reading/New Work.md')?.map(({ target, via }) => [target, via])).toEqual([
      ['Reading/Old Work.md', 'path'], ['Reading/Older Work.md', 'path'], ['Zotero/one2020.md', 'key'], ['papers/second-generated-work.md', 'path'],
    ]);
    expect(apiOf(host).problems()).toEqual([]);
    expect(notesOf(host)).toEqual(notes);
  });

  it('should take one place alone, and ask about the other again', async () => {
    await open();
    await press('Only #literature-note');
    expect(data()).toMatchObject({ paperFolders: [], paperTags: ['paper', 'literature-note'] });
    expect(papers()).toEqual(pathsOf(GENERATED, IMPORTED));
    expect(buttons()).toEqual(['Take them as papers']);
    await press('Take them as papers');
    expect(data()).toMatchObject({ paperFolders: ['Reading'] });
    expect(papers()).toEqual(pathsOf(GENERATED, IMPORTED, BY_HAND));
    expect(notesOf(host)).toEqual(notes);
  });
});

describe('notes of the Citations plugin', () => {
  const literature = (title: string, authors: string): string => `---\ntitle: ${title}\nauthors: ${authors}\nyear: 2021\n---\n\n`;
  const files = {
    'Reading notes/@one2021.md': `${literature('The First of Them', 'Ada One, Ben Two')}## References\n\n- [[two2021]]\n- @three2021\n- [[@gone2021]]\n`,
    'Reading notes/@two2021.md': literature('The Second of Them', 'Ben Two'),
    'Reading notes/@three2021.md': literature('The Third of Them', 'Cy Three'),
  };

  it('should be proposed by their folder, and found by their keys', async () => {
    host = await openVault({ files });
    await pressButton(host, host.notices[0]?.el ?? document.body, 'Take them as papers');
    expect(data()['paperFolders']).toEqual(['Reading notes']);
    expect(apiOf(host).paper('Reading notes/@one2021.md')).toMatchObject({ title: 'The First of Them', authors: ['Ada One', 'Ben Two'], year: 2021 });
    expect(apiOf(host).references('Reading notes/@one2021.md')?.map(({ state, target, via }) => [state, target, via])).toEqual([
      ['broken', 'Reading notes/@two2021.md', 'key'], ['plain', 'Reading notes/@three2021.md', 'title'], ['broken', null, null],
    ]);
    expect(notesOf(host)).toEqual(files);
  });
});

describe('a template among the notes', () => {
  it('should not be counted', async () => {
    host = await openVault({
      files: {
        'papers/one.md': paperNote('One', { status: 'done' }),
        'templates/paper.md': '---\ntitle: {{title}}\nstate: {{state}}\ntags: [paper]\n---\n',
        '.obsidian/templates.json': '{"folder":"templates"}',
      },
    });
    expect(data()).toMatchObject({ statusProperty: 'status', adopted: { papers: 1 } });
  });
});

describe('templates outside the template folders', () => {
  it('should not be counted either', async () => {
    host = await openVault({
      files: {
        'papers/one.md': paperNote('One', { status: 'done' }),
        'meta/quoted.md': '---\ntitle: "{{title}}"\nstate: "{{state}}"\ntags: [paper]\n---\n',
        'meta/templater.md': '---\nstate: open\ntags: [paper]\n---\n# <% tp.file.title %>\n',
      },
    });
    expect(data()).toMatchObject({ statusProperty: 'status', adopted: { papers: 1 } });
  });
});

describe('settings that cannot be read', () => {
  it.each(['', '{"version":1,"statusPr'])('should be put aside, said to be, and never be adopted over (%j)', async (torn) => {
    const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    host = await openVault({ files: { ...OWN, [DATA]: torn } });
    silence.mockRestore();
    expect(host.exists(DATA)).toBe(false);
    const aside = DATA.replace('data.json', 'data-unreadable.json');
    expect(host.read(aside)).toBe(torn);
    expect(noticesOf(host)).toHaveLength(1);
    expect(noticesOf(host)[0]).toContain(aside);
    expect(apiOf(host).papers()).toHaveLength(4);
    expect(notesOf(host)).toEqual(OWN);
  });

  it('should be put aside beside what was put aside before, and be none to adopt over at the start after that', async () => {
    const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const aside = DATA.replace('data.json', 'data-unreadable.json');
    host = await openVault({ files: { ...OWN, [aside]: '{"earlier', [DATA]: '{"later' } });
    silence.mockRestore();
    const second = DATA.replace('data.json', 'data-unreadable-2.json');
    expect([host.read(aside), host.read(second), host.exists(DATA)]).toEqual(['{"earlier', '{"later', false]);
    expect(noticesOf(host)[0]).toContain(second);
    host = await host.reload();
    expect([host.exists(DATA), noticesOf(host)]).toEqual([false, []]);
  });

  describe('for a while only', () => {
    const KEPT = '{"version":1,"statusProperty":"reading_status","hiddenWorks":["somework"],"future":1}';

    /** The plugin starts while the file is locked. */
    const startLocked = async (kept = KEPT): Promise<void> => {
      host = await openVault({ files: { ...OWN, [DATA]: kept } });
      await host.disablePlugin();
      jest.spyOn(console, 'error').mockImplementation(() => undefined);
      host.faults.failRead(DATA, 'EBUSY: resource busy or locked, read');
      await host.enablePlugin();
      await host.settle();
    };
    afterEach(() => {
      jest.restoreAllMocks();
    });

    it('should stay where they are, and count again at the next start', async () => {
      await startLocked();
      expect(Object.keys(host.files()).filter((path) => path.includes('unreadable'))).toEqual([]);
      expect(host.read(DATA)).toBe(KEPT);
      expect(noticesOf(host)).toHaveLength(1);
      expect(noticesOf(host)[0]).toMatch(/cannot be read at the moment/);
      expect(apiOf(host).paper('library/papers/three.md')?.statusKind).toBe('queued');
      host = await host.reload();
      expect([host.read(DATA), noticesOf(host)]).toEqual([KEPT, []]);
      expect(apiOf(host).paper('library/papers/three.md')?.statusKind).toBe('done');
    });

    it('should not be saved over, and be merged with what was changed meanwhile once they can be read', async () => {
      await startLocked();
      const tab = host.openSettings();
      await host.settle();
      const enter = async (value: string): Promise<void> => {
        const field = [...tab.querySelectorAll('.setting-item')].find((row) => row.querySelector('.setting-item-name')?.textContent === 'Papers at a time')?.querySelector('input');
        if (!field) throw new Error('There is no such field.');
        field.value = value;
        field.dispatchEvent(new Event(field.type === 'range' ? 'change' : 'input', { bubbles: true }));
        await host.settle();
      };
      await enter('7');
      expect(host.read(DATA)).toBe(KEPT);
      host.faults.clear();
      await enter('8');
      expect(data()).toMatchObject({ statusProperty: 'reading_status', hiddenWorks: ['somework'], future: 1, activeLimit: 8 });
      expect(apiOf(host).paper('library/papers/three.md')?.statusKind).toBe('done');
      expect(host.notices[0]?.el.isConnected).toBe(false);
    });

    it('should be read as soon as they can be, and be left as they are where nothing was changed', async () => {
      const timeout = window.setInterval;
      jest.spyOn(window, 'setInterval').mockImplementation(((handler: () => void, delay?: number) => timeout(handler, delay === 5000 ? 20 : delay)) as typeof window.setInterval);
      await startLocked();
      await new Promise((resolve) => window.setTimeout(resolve, 60));
      expect(apiOf(host).paper('library/papers/three.md')?.statusKind).toBe('queued');
      host.faults.clear();
      await new Promise((resolve) => window.setTimeout(resolve, 60));
      await host.settle();
      expect(apiOf(host).paper('library/papers/three.md')?.statusKind).toBe('done');
      expect([host.read(DATA), host.notices[0]?.el.isConnected, host.notices.length]).toEqual([KEPT, false, 1]);
    });
  });

  it('should change nothing while the app runs: they may still be on their way', async () => {
    host = await openVault({ files: OWN });
    const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await host.writeOutside(DATA, '{"version":1,"stat');
    await host.settle();
    silence.mockRestore();
    expect(host.read(DATA)).toBe('{"version":1,"stat');
    expect(apiOf(host).paper('library/papers/three.md')?.status).toBe('DONE');
  });
});
