/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { URI_PARAMETERS, URI_VIEWS } from '../../src/core/read-uri';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { DATA, paperNote } from '../support/paper-notes';
import { confirmModal, modalEl, noticesOf, notesOf, pressButton } from '../support/plugin-host';

const FILES: Record<string, string> = {
  [DATA]: JSON.stringify({ version: 1, savedViews: [{ name: 'This term', look: { tab: 'board', search: 'beta' } }] }),
  'papers/alpha.md': paperNote('Alpha', { yaml: ['meta_key: alpha'], references: ['[Beta](./beta.md)', 'A Missing Work of Some Length'] }),
  'papers/beta.md': paperNote('Beta', { yaml: ['meta_key: twice'] }),
  'papers/gamma.md': paperNote('Gamma', { yaml: ['meta_key: twice'] }),
  'papers/anchored.md': paperNote('Anchored', { status: '&a todo' }),
  'daily.md': 'A day without papers.\n',
};
const DOC = readFileSync(join(process.cwd(), 'docs/links.md'), 'utf8');

let host: Host;
const open = async (more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: FILES, ...more });
};
const follow = async (query: string): Promise<void> => {
  expect(await host.openUri(`obsidian://paperweave?${query}`)).toBe(true);
};
const dashboard = (): Record<string, unknown> => host.view('paperweave-dashboard')?.getState() ?? {};
const lastNotice = (): string | undefined => noticesOf(host)[noticesOf(host).length - 1];

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('links that open', () => {
  it.each(['table', 'board', 'missing', 'next', 'progress', 'problems'])('should open the tab %s, in one dashboard', async (tab) => {
    await open();
    await follow('view=dashboard');
    await follow(`view=${tab}`);
    expect(dashboard()).toMatchObject({ tab });
    expect(host.app.workspace.getLeavesOfType('paperweave-dashboard').length).toBe(1);
  });

  it('should open the citations', async () => {
    await open();
    await follow('view=citations');
    expect(host.view('paperweave-citations')).not.toBeNull();
  });

  it('should keep what the dashboard shows, and take filters off for a search', async () => {
    await open();
    await follow('view=dashboard');
    const leaf = host.leaf('paperweave-dashboard');
    await leaf?.setViewState({ type: 'paperweave-dashboard', state: { ...dashboard(), tab: 'board', filters: { status: ['read'] }, group: 'year' } });
    await follow('view=dashboard');
    expect(dashboard()).toMatchObject({ tab: 'board', group: 'year', filters: { status: ['read'] } });
    await follow('search=status%3Atodo%20alpha');
    expect(dashboard()).toMatchObject({ tab: 'board', group: 'year', filters: { status: [] }, search: 'status:todo alpha' });
    await follow('view=missing&search=length');
    expect(dashboard()).toMatchObject({ tab: 'missing', missingSearch: 'length', search: 'status:todo alpha' });
    await follow('search=');
    expect(dashboard()).toMatchObject({ search: '' });
  });

  it('should open a saved view by its name, whatever was shown, and name those that there are', async () => {
    await open();
    await follow('search=gamma');
    await follow('saved=this%20TERM');
    expect(dashboard()).toMatchObject({ tab: 'board', search: 'beta' });
    await follow('saved=Other');
    expect(lastNotice()).toBe('There is no saved view “Other”. There are: This term.');
  });

  it.each(['papers%2Falpha.md', 'papers/alpha', '/papers/alpha.md', 'alpha'])('should open the paper %s', async (paper) => {
    await open();
    await follow(`paper=${paper}`);
    expect(host.activeFile).toBe('papers/alpha.md');
  });

  it.each(['papers/cafe%CC%81.md', './papers/caf%C3%A9', 'cle%CC%81'])('should open the paper %s, whose letters are taken apart or whose path begins at the root', async (paper) => {
    await open({ files: { ...FILES, 'papers/caf\u00e9.md': paperNote('Caf\u00e9', { yaml: ['meta_key: cl\u00e9'] }) } });
    await follow(`paper=${paper}`);
    expect(host.activeFile).toBe('papers/caf\u00e9.md');
  });

  it('should wait for the index, so that a link which starts the app finds its paper', async () => {
    await open({ layoutReady: false });
    const followed = host.openUri('obsidian://paperweave?paper=alpha');
    await host.fireLayoutReady();
    await followed;
    expect(host.activeFile).toBe('papers/alpha.md');
  });
});

describe('links that are wrong', () => {
  it.each([
    ['', 'The link says nothing to do. It may carry: view, saved, search, paper, status.'],
    ['veiw=board', 'The link has the unknown parameter “veiw”. Known are: view, saved, search, paper, status.'],
    ['__proto__=x', 'The link has the unknown parameter “__proto__”. Known are: view, saved, search, paper, status.'],
    ['view=bored', 'The link names the unknown view “bored”. Known are: dashboard, citations, table, board, missing, next, progress, problems.'],
    ['view=progress&search=x', 'The view “progress” cannot be searched. A search goes with: dashboard, table, board, missing, next.'],
    ['view=board&paper=alpha', 'The link’s view, paper do not go together.'],
    ['status=read', 'The link has a status, and no paper that should get it.'],
    ['status=read&search=x', 'The link’s search, status do not go together.'],
    ['paper=', 'The link’s “paper” is empty.'],
    [`search=${'x'.repeat(1001)}`, 'The link’s “search” is longer than any could be.'],
    ['paper=%E2%80%AEabc%0Adef', 'There is no paper with the path or key “abc def”.'],
    ['paper=alph', 'There is no paper with the path or key “alph”.'],
    ['paper=daily.md', 'There is no paper with the path or key “daily.md”.'],
    ['paper=..%2F..%2Foutside.md', 'There is no paper with the path or key “../../outside.md”.'],
    ['paper=.obsidian%2Fapp.json', 'There is no paper with the path or key “.obsidian/app.json”.'],
    ['paper=twice', '2 papers have the key “twice”: papers/beta.md, papers/gamma.md. A link with the path opens one of them.'],
    ['paper=twice&status=read', '2 papers have the key “twice”: papers/beta.md, papers/gamma.md. A link with the path opens one of them.'],
    ['paper=alpha&status=eaten', 'The link names the unknown status “eaten”. Known are: todo, reading, read, skipped.'],
    ['paper=alpha&status=todo', 'A link asks to set the status of “Alpha” to todo.'],
    ['paper=papers/anchored.md&status=read', 'A link asks to set the status of “Anchored” to read.'],
  ])('should say so of ?%s, open nothing and change nothing', async (query, says) => {
    await open();
    const before = notesOf(host);
    await follow(query);
    expect(lastNotice()).toContain(says);
    expect(noticesOf(host).length).toBe(1);
    expect(host.modals.length).toBe(0);
    expect(host.activeFile).toBeNull();
    expect(host.view('paperweave-dashboard')).toBeNull();
    expect(notesOf(host)).toEqual(before);
  });
});

describe('links that would write', () => {
  /** The handler waits for the answer, so the link is not. */
  const ask = async (query: string): Promise<void> => {
    void host.openUri(`obsidian://paperweave?${query}`);
    await host.settle();
  };

  it('should show what would be done, and do it when confirmed, as one change that is taken back by one undo', async () => {
    await open();
    const before = notesOf(host);
    await ask('paper=alpha&status=Done');
    const text = modalEl(host).textContent;
    for (const part of ['Set the status of “Alpha” to Read?', 'A link asks for this', 'papers/alpha.md', 'now: status: todo', 'then: status: read']) expect(text).toContain(part);
    expect(modalEl(host).ownerDocument.activeElement?.textContent).toBe('Cancel');
    expect(notesOf(host)).toEqual(before);
    await confirmModal(host);
    expect(host.read('papers/alpha.md')).toMatch(/^status: read\nread_date: \d{4}-\d\d-\d\d$/m);
    await host.runCommand('paperweave:undo-last-change');
    expect(notesOf(host)).toEqual(before);
  });

  it('should write nothing when cancelled, and ask one question at a time', async () => {
    await open();
    const before = notesOf(host);
    await ask('paper=alpha&status=read');
    await ask('paper=papers/beta.md&status=read');
    expect(host.modals.length).toBe(1);
    expect(lastNotice()).toContain('Another link asks to change a note, and was left alone');
    await pressButton(host, modalEl(host), 'Cancel');
    expect(notesOf(host)).toEqual(before);
    await ask('paper=papers/beta.md&status=read');
    expect(modalEl(host).textContent).toContain('Beta');
    await host.press('Escape');
    expect(host.modals.length).toBe(0);
    expect(notesOf(host)).toEqual(before);
  });
});

describe('links where Obsidian is in Chinese', () => {
  it('should be asked about and answered in Chinese', async () => {
    await open({ language: 'zh' });
    await follow('what=x');
    await follow('paper=nothing');
    await follow('saved=Nothing');
    await follow('paper=papers/beta.md&status=reed');
    const said = noticesOf(host).slice(-4);
    expect(said.filter((notice) => !/^[^A-Za-z]*[\u4e00-\u9fff]/.test(notice))).toEqual([]);
    const before = notesOf(host);
    void host.openUri('obsidian://paperweave?paper=papers/beta.md&status=read');
    await host.settle();
    expect(modalEl(host).textContent).toContain('将“Beta”的状态设为');
    expect(modalEl(host).textContent).not.toMatch(/Cancel|Line|link|Set/);
    await host.press('Escape');
    expect(notesOf(host)).toEqual(before);
  });
});

describe('the documentation of links', () => {
  it('should name every parameter and view, and no other', async () => {
    await open();
    const rows = [...DOC.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual([...URI_PARAMETERS].sort());
    const views = rows.find(([, name]) => name === 'view')?.[2] ?? '';
    expect([...views.matchAll(/`(\w+)`/g)].map(([, view]) => view)).toEqual([...URI_VIEWS]);
    const examples = [...DOC.matchAll(/^\| `obsidian:\/\/paperweave\?([^`]+)` \|/gm)].map(([, query = '']) => query);
    expect(examples.length).toBe(6);
    for (const query of examples) {
      const seen = noticesOf(host).length;
      await follow(query);
      for (const notice of noticesOf(host).slice(seen)) expect(notice).toMatch(/^There is no (?:saved view “This term”|paper with the path or key “attention-is-all-you-need”)/);
    }
  });
});
