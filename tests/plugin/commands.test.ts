/** @jest-environment jsdom */
import type { WorkspaceLeaf } from 'obsidian';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, confirmModal, modalEl, noticesOf, notesOf, pressButton } from '../support/plugin-host';

const ALPHA = paperNote('Alpha', {
  yaml: ['pdf_relpath: pdfs/alpha.pdf', 'urls:', '  - https://example.org/alpha'],
  references: ['[Beta](./beta.md)', '[[gamma|Gamma]]', 'An Unwritten Work of Some Length', '[Another Missing Work](./another-missing-work.md)'],
});

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/alpha.md': ALPHA,
  'papers/beta.md': paperNote('Beta', { references: ['Gamma', 'An Unwritten Work of Some Length'] }),
  'papers/gamma.md': paperNote('Gamma', { status: 'reading' }),
  'papers/pdfs/alpha.pdf': '%PDF',
  'daily.md': 'A day without papers.\n',
};

/** Ids and names are public; this is the documented list, in its order. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ['open-dashboard', 'Open dashboard'],
  ['open-citations', 'Open citations'],
  ['mark-read', 'Mark paper as read'],
  ['set-status', 'Set paper status…'],
  ['advance-status', 'Advance paper status'],
  ['link-references', 'Link references in this paper'],
  ['link-references-in-library', 'Link references in all papers…'],
  ['restore-relative-links', 'Restore relative links in this paper'],
  ['restore-relative-links-in-library', 'Restore relative links in all papers…'],
  ['create-missing-notes', 'Create notes for missing references of this paper…'],
  ['create-most-cited-notes', 'Create notes for the most cited missing references…'],
  ['show-cited-backlinks', 'Show backlinks of a cited paper…'],
  ['undo-last-change', 'Undo last change to papers'],
  ['adopt-vault', 'Adopt the habits of this vault'],
  ['open-pdf', 'Open PDF of this paper'],
  ['open-source', 'Open source of this paper'],
  ['create-papers-base', 'Create a base of papers'],
];

const ABOUT_THIS_PAPER = COMMANDS.map(([id]) => id).filter((id) => !/^open-(?:dashboard|citations)$|-in-library$|^create-(?:most|papers-base)|^undo-|^adopt-/.test(id));

let host: Host;
const open = async (more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: FILES, ...more });
};
const run = (id: string): Promise<boolean> => host.runCommand(`paperweave:${id}`);
const isOffered = (id: string): boolean => host.isOffered(`paperweave:${id}`);
/** Presses the entry of an open chooser that shows this text. */
const choose = async (text: string): Promise<void> => {
  const item = [...modalEl(host).querySelectorAll<HTMLElement>('.suggestion-item')].find((each) => each.textContent.includes(text));
  if (!item) throw new Error(`No suggestion “${text}” in: ${modalEl(host).textContent}`);
  item.click();
  await host.settle();
};

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('the sixteen commands', () => {
  beforeEach(() => open());

  it('should have the documented ids and names, and need no editor', () => {
    const registered = (Reflect.get(host.app, 'commands') as { commands: Record<string, { name: string; editorCallback?: unknown; editorCheckCallback?: unknown; hotkeys?: unknown }> }).commands;
    const own = Object.entries(registered).filter(([id]) => id.startsWith('paperweave:'));
    expect(own.map(([id, { name }]) => [id, name])).toEqual(COMMANDS.map(([id, name]) => [`paperweave:${id}`, `Paperweave: ${name}`]));
    expect(own.filter(([, command]) => command.editorCallback !== undefined || command.editorCheckCallback !== undefined || command.hotkeys !== undefined)).toEqual([]);
  });

  it('should offer what is about this paper only where the active file is one', async () => {
    expect(ABOUT_THIS_PAPER).toHaveLength(9);
    const offered = (): string[] => COMMANDS.map(([id]) => id).filter(isOffered);
    const always = COMMANDS.map(([id]) => id).filter((id) => !ABOUT_THIS_PAPER.includes(id));
    expect(offered()).toEqual(always);
    await host.openFile('daily.md');
    expect(offered()).toEqual(always);
    for (const id of ABOUT_THIS_PAPER) expect(await run(id)).toBe(false);
    await host.openFile('papers/alpha.md');
    expect(offered()).toEqual(COMMANDS.map(([id]) => id));
    expect(notesOf(host)).toEqual(notesOf({ ...host, files: () => FILES }));
  });

  it('should be offered with the dashboard active, for the note that was active last', async () => {
    await host.openFile('papers/alpha.md');
    await run('open-dashboard');
    expect(host.app.workspace.getActiveViewOfType(host.obsidian['ItemView'] as never)).toMatchObject({ containerEl: { dataset: { type: 'paperweave-dashboard' } } });
    expect(COMMANDS.filter(([id]) => !isOffered(id))).toEqual([]);
    await run('mark-read');
    expect(apiOf(host).paper('papers/alpha.md')).toMatchObject({ statusKind: 'done' });
  });
});

describe('views', () => {
  beforeEach(() => open());

  it.each([
    ['open-dashboard', 'paperweave-dashboard'],
    ['open-citations', 'paperweave-citations'],
  ])('should open by %s, one of its kind', async (id, type) => {
    await run(id);
    await run(id);
    expect(host.app.workspace.getLeavesOfType(type)).toHaveLength(1);
    expect(host.view(type)).not.toBeNull();
  });
});

describe('status', () => {
  beforeEach(async () => {
    await open();
    await host.openFile('papers/alpha.md');
  });

  it('should mark as read, change two lines, and take it back', async () => {
    await run('mark-read');
    expect(host.read('papers/alpha.md').replace(/read_date: \d{4}-\d{2}-\d{2}\n/, '')).toBe(ALPHA.replace('status: todo', 'status: read'));
    expect(host.read('papers/alpha.md')).toMatch(/read_date: \d{4}-\d{2}-\d{2}\n/);
    await run('undo-last-change');
    expect(host.read('papers/alpha.md')).toBe(ALPHA);
    await run('undo-last-change');
    expect(noticesOf(host).at(-1)).toBe('There is no change to undo.');
  });

  it('should take it back by the button of the notice too', async () => {
    await run('mark-read');
    const notice = host.notices.at(-1);
    await pressButton(host, notice?.el ?? document.body, 'Undo');
    expect(host.read('papers/alpha.md')).toBe(ALPHA);
  });

  it('should set the status that is chosen', async () => {
    await run('set-status');
    expect(modalEl(host).textContent).toMatch(/reading/i);
    await choose('Reading');
    expect(apiOf(host).paper('papers/alpha.md')?.status).toBe('reading');
    await run('set-status');
    await host.press('Escape');
    expect(host.modals).toHaveLength(0);
    expect(apiOf(host).paper('papers/alpha.md')?.status).toBe('reading');
  });

  it('should advance from queued to active to done, and no further', async () => {
    await run('advance-status');
    expect(apiOf(host).paper('papers/alpha.md')?.status).toBe('reading');
    await run('advance-status');
    expect(apiOf(host).paper('papers/alpha.md')?.status).toBe('read');
    expect(isOffered('advance-status')).toBe(false);
  });
});

describe('links', () => {
  beforeEach(async () => {
    await open();
    await host.openFile('papers/alpha.md');
  });

  it('should link this paper and restore it, byte for byte', async () => {
    await run('link-references');
    expect(host.read('papers/alpha.md')).toBe(ALPHA.replace('[Beta](./beta.md)', '[[beta|Beta]]'));
    expect(host.read('papers/beta.md')).toBe(FILES['papers/beta.md']);
    await run('restore-relative-links');
    expect(host.read('papers/alpha.md')).toBe(ALPHA.replace('[[gamma|Gamma]]', '[Gamma](./gamma.md)'));
  });

  it.each(['link-references-in-library', 'restore-relative-links-in-library'])('should preview %s, write nothing when cancelled, and write when confirmed', async (id) => {
    await run(id);
    expect(host.modals).toHaveLength(1);
    await host.press('Escape');
    expect(host.modals).toHaveLength(0);
    expect(host.read('papers/alpha.md')).toBe(ALPHA);
    await run(id);
    expect(modalEl(host).querySelectorAll('button.mod-cta')).toHaveLength(1);
    await confirmModal(host);
    expect(host.modals).toHaveLength(0);
    expect(host.read('papers/alpha.md')).not.toBe(ALPHA);
    await run('undo-last-change');
    expect(host.read('papers/alpha.md')).toBe(ALPHA);
    expect(host.read('papers/beta.md')).toBe(FILES['papers/beta.md']);
  });

  it('should restore what the whole library’s linking did to working links', async () => {
    await run('link-references-in-library');
    await confirmModal(host);
    expect(host.read('papers/beta.md')).toContain('- [[gamma|Gamma]]');
    await run('restore-relative-links-in-library');
    await confirmModal(host);
    expect(host.read('papers/beta.md')).toContain('- [Gamma](./gamma.md)');
  });

  it('should offer the cited papers that exist, and open a backlinks pane for the chosen one', async () => {
    await run('show-cited-backlinks');
    expect([...modalEl(host).querySelectorAll('.suggestion-title')].map((each) => each.textContent)).toEqual(['Beta', 'Gamma']);
    await choose('Gamma');
    const leaf = host.app.workspace.getLeavesOfType('backlink').find((each) => (each.getViewState().state as { file?: string } | undefined)?.file === 'papers/gamma.md');
    expect(leaf).toBeDefined();
    await host.openFile('papers/gamma.md');
    expect(isOffered('show-cited-backlinks')).toBe(false);
  });
});

describe('missing works', () => {
  beforeEach(async () => {
    await open();
    await host.openFile('papers/alpha.md');
  });

  it('should create notes for the missing references of this paper, linked in all papers, as one change', async () => {
    await run('create-missing-notes');
    expect(modalEl(host).textContent).toContain('An Unwritten Work of Some Length');
    expect(modalEl(host).textContent).toContain('Another Missing Work');
    await confirmModal(host);
    expect(host.modals).toHaveLength(1);
    await confirmModal(host);
    expect(host.modals).toHaveLength(0);
    expect(host.exists('papers/an-unwritten-work-of-some-length.md')).toBe(true);
    expect(host.exists('papers/another-missing-work.md')).toBe(true);
    expect(host.read('papers/alpha.md')).toContain('- [[an-unwritten-work-of-some-length|An Unwritten Work of Some Length]]');
    expect(host.read('papers/beta.md')).toContain('- [[an-unwritten-work-of-some-length|An Unwritten Work of Some Length]]');
    expect(isOffered('create-missing-notes')).toBe(false);
    await run('undo-last-change');
    expect(notesOf(host)).toEqual(notesOf({ ...host, files: () => FILES }));
  });

  it('should not offer notes where all that is missing is hidden', async () => {
    const write = async (references: readonly string[]): Promise<void> => {
      await host.writeOutside('papers/gamma.md', paperNote('Gamma', { references }));
      await host.settle();
    };
    await host.openFile('papers/gamma.md');
    await write(['IEEE', 'et al.', '[[alpha|Alpha]]']);
    expect(isOffered('create-missing-notes')).toBe(false);
    await write(['IEEE', 'A Missing Work of Some Length']);
    expect(isOffered('create-missing-notes')).toBe(true);
  });

  it('should create notes for the most cited ones', async () => {
    await run('create-most-cited-notes');
    const shown = modalEl(host).textContent;
    expect(shown.indexOf('An Unwritten Work')).toBeLessThan(shown.indexOf('Another Missing Work'));
    await confirmModal(host);
    await confirmModal(host);
    expect(apiOf(host).missing()).toEqual([]);
    expect(apiOf(host).citedBy('papers/an-unwritten-work-of-some-length.md')).toEqual(['papers/alpha.md', 'papers/beta.md']);
  });
});

describe('files and addresses', () => {
  let opened: jest.SpyInstance;

  beforeEach(async () => {
    await open();
    opened = jest.spyOn(window, 'open').mockReturnValue(null);
  });

  afterEach(() => {
    opened.mockRestore();
  });

  it('should open the PDF that lies below the note', async () => {
    await host.openFile('papers/alpha.md');
    await run('open-pdf');
    expect(host.activeFile).toBe('papers/pdfs/alpha.pdf');
    expect(opened).not.toHaveBeenCalled();
  });

  it.each([
    ['[[other.pdf]]', 'other', ''],
    ['[[other.pdf|PDF]]', 'other', ''],
    ['![[other.pdf]]', 'other', ''],
    ['[[files/other.pdf#page=2]]', 'other', '#page=2'],
    ['[[other.pdf#page=2|second page]]', 'other', '#page=2'],
    ['[a](files/other.pdf)', 'other', ''],
    ['[a](<../files/other.pdf#page=2>)', 'other', '#page=2'],
    ['old/place/other.pdf', 'other', ''],
    ['old/place/an%20other.pdf', 'an other', ''],
    ['[[an other.pdf]]', 'an other', ''],
    ['files/C# in short.pdf', 'C# in short', ''],
    ['[a](files/C%23%20in%20short.pdf#page=2)', 'C# in short', '#page=2'],
  ])('should open the PDF that is written as %s', async (written, name, subpath) => {
    await host.writeOutside('papers/beta.md', paperNote('Beta', { yaml: [`pdf_relpath: ${JSON.stringify(written)}`] }));
    for (const each of ['other', 'an other', 'C# in short']) await host.writeOutside(`files/${each}.pdf`, '%PDF');
    await host.settle();
    await host.openFile('papers/beta.md');
    const openFile = jest.spyOn(Object.getPrototypeOf(host.app.workspace.getLeaf()) as WorkspaceLeaf, 'openFile');
    await run('open-pdf');
    const [, state] = openFile.mock.calls.at(-1) ?? [];
    openFile.mockRestore();
    expect([host.activeFile, state?.eState]).toEqual([`files/${name}.pdf`, subpath === '' ? undefined : { subpath }]);
  });

  it.each(['[[#page=2]]', '[[]]', 'files/', '[[nowhere.pdf]]'])('should say that there is no file where the PDF is written as %s', async (written) => {
    await host.writeOutside('papers/beta.md', paperNote('Beta', { yaml: [`pdf_relpath: ${JSON.stringify(written)}`] }));
    await host.settle();
    await host.openFile('papers/beta.md');
    await run('open-pdf');
    expect(noticesOf(host).slice(-1)).toEqual([`There is no file ${written} in this vault.`]);
  });

  it('should open the address of a link', async () => {
    await host.writeOutside('papers/beta.md', paperNote('Beta', { yaml: ['pdf_relpath: "[PDF](https://example.org/a%20b.pdf#page=2)"'] }));
    await host.settle();
    await host.openFile('papers/beta.md');
    await run('open-pdf');
    expect(opened).toHaveBeenCalledWith('https://example.org/a%20b.pdf#page=2');
  });

  it('should open the source, and say where there is none', async () => {
    await host.openFile('papers/alpha.md');
    await run('open-source');
    expect(opened).toHaveBeenCalledWith('https://example.org/alpha');
    opened.mockClear();
    await host.openFile('papers/beta.md');
    await run('open-source');
    await run('open-pdf');
    expect(opened).not.toHaveBeenCalled();
    expect(noticesOf(host).slice(-2)).toEqual(['“Beta” names no web address, DOI or arXiv id.', '“Beta” names no PDF.']);
  });
});

describe('commands ending in an ellipsis', () => {
  beforeEach(() => open());

  it('should each open a modal, the others but adopting none', async () => {
    await host.openFile('papers/alpha.md');
    for (const [id, name] of COMMANDS) {
      if (id === 'adopt-vault') continue;
      jest.spyOn(window, 'open').mockReturnValue(null);
      await host.openFile('papers/alpha.md');
      await run(id);
      expect([id, host.modals.length]).toEqual([id, name.endsWith('…') ? 1 : 0]);
      const [modal] = host.modals;
      if (modal) {
        const isChooser = modalEl(host).querySelector('.prompt-input') !== null;
        expect([id, isChooser || modalEl(host).querySelectorAll('button.mod-cta').length === 1]).toEqual([id, true]);
        modal.close();
        await host.settle();
      }
    }
    jest.restoreAllMocks();
  });
});
