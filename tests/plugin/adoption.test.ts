/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { DATA, paperNote } from '../support/paper-notes';
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

  it('should do the same before the metadata cache is full as after', async () => {
    host = await openVault({ files: OWN, metadata: 'cold' });
    await apiOf(host).ready;
    await host.settle();
    expect(data()['statusProperty']).toBe('reading_status');
  });

  it('should find nothing in an empty vault, and say so', async () => {
    host = await openVault({ files: {} });
    expect(apiOf(host).papers()).toEqual([]);
    expect(host.notices.length).toBeLessThanOrEqual(1);
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
