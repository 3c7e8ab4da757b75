/** @jest-environment jsdom */
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { DATA, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, confirmModal, modalEl, noticesOf, pressButton } from '../support/plugin-host';

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/alpha.md': paperNote('Alpha', { status: 'read', references: ['A Work Without Any Note', 'Another Work Without a Note'] }),
  'papers/beta.md': paperNote('Beta', { status: 'reading', references: ['A Work Without Any Note', '[[alpha]]'] }),
  'papers/gamma.md': paperNote('Gamma'),
  'inbox/delta.md': '# Delta\n',
  'inbox/deep/epsilon.md': '# Epsilon\n',
  'Templates/good.md': '---\nkind: note\n---\n# {{title}} of {{year}}\n',
  'Templates/bad.md': '---\ntags: [paper\n---\n# {{title}}\n',
};

let host: Host;
let tab: HTMLElement;

const start = async (files: Record<string, string> = {}, options: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: { ...FILES, ...files }, ...options });
  tab = host.openSettings();
  await host.settle();
};

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

const lastNotice = (): string | undefined => noticesOf(host)[noticesOf(host).length - 1];
const stored = (): Record<string, unknown> => JSON.parse(host.read(DATA)) as Record<string, unknown>;
const rowOf = (name: string): HTMLElement => {
  const row = [...tab.querySelectorAll<HTMLElement>('.setting-item')].find((each) => each.querySelector('.setting-item-name')?.textContent === name);
  if (!row) throw new Error(`There is no row “${name}” in: ${tab.textContent}`);
  return row;
};
const press = async (element: Element | null | undefined): Promise<void> => {
  if (!(element instanceof HTMLElement)) throw new Error('Nothing to press.');
  element.click();
  await host.settle();
};
const openPage = (name: string): Promise<void> => press(rowOf(name));
const fieldOf = (name: string): HTMLInputElement | HTMLSelectElement => {
  const field = rowOf(name).querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (!field) throw new Error(`“${name}” has no field.`);
  return field;
};
const enter = async (name: string, value: string): Promise<void> => {
  const field = fieldOf(name);
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event(field.matches('select, [type="range"]') ? 'change' : 'input', { bubbles: true }));
  await host.settle();
};
const preview = (): HTMLElement => {
  const found = tab.querySelector<HTMLElement>('.paperweave-preview');
  if (!found) throw new Error('There is no preview.');
  return found;
};
const chips = (): (string | null)[] => [...preview().querySelectorAll('.paperweave-board-head')].map((chip) => `${chip.querySelector('.paperweave-dot')?.className.replace('paperweave-dot ', '') ?? ''}: ${chip.textContent}`);
const isShown = (name: string): boolean => rowOf(name).style.display !== 'none';
const arrive = async (settings: Record<string, unknown>): Promise<void> => {
  await host.writeOutside(DATA, JSON.stringify({ version: 1, ...settings }));
  await host.settle();
};

describe('the page for new notes', () => {
  it('should preview the very note that is made then', async () => {
    await start();
    await openPage('New notes');
    await enter('Further tags', 'todo/later');
    await enter('File name', 'title');
    const path = preview().querySelector('.paperweave-preview-path')?.textContent ?? '';
    const text = preview().querySelector('pre')?.textContent;
    expect([path, preview().textContent]).toEqual(['papers/A Work Without Any Note.md', expect.stringContaining('For the missing work that most papers cite: A Work Without Any Note')]);
    expect(text).toContain('- todo/later');
    expect(host.exists(path)).toBe(false);
    const [work] = apiOf(host).missing();
    await apiOf(host).createNotes([work?.key ?? '']);
    await host.settle();
    expect(host.read(path)).toBe(text);
  });

  it('should fill in the template, and say where it cannot be read or is not there', async () => {
    await start();
    await openPage('New notes');
    await enter('Template', 'Templates/good.md');
    expect(preview().querySelector('pre')?.textContent).toContain('# A Work Without Any Note of');
    await enter('Template', 'Templates/bad.md');
    expect(preview().querySelector('pre')).toBeNull();
    expect(preview().textContent).toContain('front matter cannot be read');
    await enter('Template', 'Templates/none.md');
    expect(rowOf('Template').querySelector('.setting-item-error')?.textContent).toContain('There is no note “Templates/none.md”.');
    expect(stored()['newNoteTemplate']).toBe('Templates/bad.md');
    fieldOf('Template').blur();
    await arrive({ newNoteTemplate: 'Templates/gone.md' });
    expect(preview().textContent).toContain('There is no note “Templates/gone.md”, so new notes are made without a template.');
    expect(preview().querySelector('pre')?.textContent).toContain('# A Work Without Any Note');
  });

  it('should take a made-up title where nothing is missing', async () => {
    await start({ 'papers/alpha.md': paperNote('Alpha'), 'papers/beta.md': paperNote('Beta') });
    await openPage('New notes');
    expect(preview().textContent).toContain('No work is missing');
    expect(preview().querySelector('pre')?.textContent).toContain('title: A Work That Your Papers Cite');
  });
});

describe('the page for what to read next', () => {
  it('should show what ranks first by the weights as they stand', async () => {
    await start({ 'papers/zeta.md': paperNote('Zeta', { yaml: ['year: 2020', 'numCitedBy: 900'] }), 'papers/eta.md': paperNote('Eta', { yaml: ['year: 1990', 'numCitedBy: 1'] }) });
    await openPage('What to read next');
    const ranked = (): (string | undefined)[] => [...preview().querySelectorAll('li')].map((row) => row.querySelector('.paperweave-preview-title')?.textContent);
    expect(ranked().slice(0, 2)).toEqual(['A Work Without Any Note', 'Another Work Without a Note']);
    expect(preview().querySelector('li')?.textContent).toMatch(/No note yet.*Score \d+ of 100/);
    for (const name of ['Cited here', 'Cited by what you have read', 'Cited by what you are reading', 'Recent']) await enter(name, '0');
    expect(ranked()[0]).toBe('Zeta');
  });
});

describe('the statuses', () => {
  it('should be shown as the board shows them, as one types, with what stands in notes and is none of them', async () => {
    await start({ 'papers/odd.md': paperNote('Odd', { status: 'to-replicate' }) });
    expect(chips()).toEqual(['mod-queued: To read1', 'mod-active mod-blue: Reading1', 'mod-done mod-green: Read1', 'mod-dropped mod-orange: Skipped0', 'mod-outside: to-replicate1']);
    await openPage('Status 2');
    await enter('Label', 'Half-read');
    await enter('Colour', 'pink');
    expect(chips()).toEqual(['mod-active mod-pink: Half-read1']);
    expect(document.activeElement).toBe(fieldOf('Colour'));
    await enter('Value', '');
    expect(rowOf('Value').querySelector('.setting-item-error')?.textContent).toMatch(/a text is needed/);
    expect(stored()['statuses']).toMatchObject([{}, { value: 'reading', label: 'Half-read', color: 'pink' }, {}, {}]);
  });

  it('should say how many papers have a value that was changed, and read it on request', async () => {
    await start();
    await openPage('Status 2');
    expect(preview().querySelector('.paperweave-preview-problem')).toBeNull();
    await enter('Value', 'now');
    expect(preview().querySelector('.paperweave-preview-problem')?.textContent).toContain('1 paper has “reading” in its note and keeps it.');
    // A click in the app takes the focus along.
    fieldOf('Value').blur();
    await pressButton(host, preview(), 'Read “reading” as this status');
    expect(preview().querySelector('.paperweave-preview-problem')).toBeNull();
    expect([fieldOf('Aliases').value, chips()]).toEqual(['in-progress, doing, reading', ['mod-active mod-blue: Reading1']]);
    expect(host.read('papers/beta.md')).toBe(FILES['papers/beta.md']);
  });

  it('should ask before one is removed that papers have, saying how many', async () => {
    await start();
    const remove = (name: string): Promise<void> => press(rowOf(name).querySelector('[aria-label="Delete"]'));
    await remove('Status 4');
    expect(host.modals).toHaveLength(1);
    expect(stored()['statuses']).toHaveLength(3);
    await remove('Status 2');
    expect(modalEl(host).textContent).toMatch(/1 paper has this status\..*“reading” is then shown as a status outside of your list/);
    await host.press('Escape');
    expect(stored()['statuses']).toHaveLength(3);
    await remove('Status 2');
    await confirmModal(host);
    expect(chips()).toEqual(['mod-queued: To read1', 'mod-done mod-green: Read1', 'mod-outside: reading1']);
    await remove('Status 2');
    expect(lastNotice()).toMatch(/at least one done status is needed/);
    expect(stored()['statuses']).toHaveLength(2);
  });

  it('should be put in another order, on the board too', async () => {
    await start();
    await press(rowOf('Status 3').querySelector('[aria-label="Move up"]'));
    expect(chips().map((chip) => chip?.replace(/^.*: /, ''))).toEqual(['To read1', 'Read1', 'Reading1', 'Skipped0']);
    await host.runCommand('paperweave:open-dashboard');
    await press([...document.querySelectorAll('.paperweave-dashboard [role="tab"]')].find((each) => each.textContent.includes('Board')));
    expect([...document.querySelectorAll('.paperweave-board .paperweave-board-name')].map((name) => name.textContent)).toEqual(['To read', 'Read', 'Reading', 'Skipped']);
  });
});

describe('paper folders', () => {
  it('should be chosen from the folders of the vault, one by one', async () => {
    await start();
    expect(tab.textContent).toContain('Every note in a folder that you add here');
    await pressButton(host, tab, 'Add folder');
    const offered = [...modalEl(host).querySelectorAll<HTMLElement>('.suggestion-item')];
    expect(offered.map((item) => item.textContent).sort()).toEqual(['Templates', 'inbox', 'inbox/deep', 'papers']);
    await press(offered.find((item) => item.textContent === 'inbox/deep'));
    expect([fieldOf('Folder 1').value, stored()['paperFolders']]).toEqual(['inbox/deep', ['inbox/deep']]);
    expect(apiOf(host).papers().map(({ title }) => title)).toContain('Epsilon');
    await enter('Folder 1', 'inb');
    expect(rowOf('Folder 1').querySelector('.setting-item-error')?.textContent).toBe('There is no folder “inb”.');
    await enter('Folder 1', 'inbox');
    expect(rowOf('Folder 1').querySelector('.setting-item-error')).toBeNull();
    expect(apiOf(host).papers().map(({ title }) => title)).toEqual(expect.arrayContaining(['Delta', 'Epsilon']));
    await press(rowOf('Folder 1').querySelector('[aria-label="Delete"]'));
    expect(stored()['paperFolders']).toEqual([]);
  });

  it('should say of a folder that went away that it is not there, and keep it', async () => {
    await start({ [DATA]: '{"version":1,"paperFolders":["gone"]}' });
    expect(rowOf('Folder 1').querySelector('.setting-item-error')?.textContent).toBe('There is no folder “gone”.');
    expect(stored()['paperFolders']).toEqual(['gone']);
  });
});

describe('a reset', () => {
  const reset = (): Promise<void> => press([...rowOf('Back to the defaults').querySelectorAll('button')][0]);

  it('should be offered only where there is something to reset', async () => {
    await start();
    expect([...tab.querySelectorAll<HTMLElement>('.setting-item')].filter((row) => row.textContent.startsWith('Back to the defaults') && row.style.display !== 'none')).toEqual([]);
    await openPage('What to read next');
    expect(isShown('Back to the defaults')).toBe(false);
    await enter('Recent', '9');
    expect(isShown('Back to the defaults')).toBe(true);
  });

  it('should give the defaults of its section back at once where nothing is lost, and say which', async () => {
    await start({ [DATA]: '{"version":1,"linkScope":"note","activeLimit":4,"nextWeights":{"cited":9}}' });
    await openPage('What to read next');
    await reset();
    expect(host.modals).toHaveLength(1);
    expect(lastNotice()).toBe('Back to the defaults: What to read next');
    expect([fieldOf('Cited here').value, stored()]).toEqual(['3', expect.objectContaining({ linkScope: 'note', activeLimit: 4, nextWeights: expect.objectContaining({ cited: 3 }) as unknown })]);
  });

  it('should ask first where something that was typed would be lost', async () => {
    await start({ [DATA]: '{"version":1,"newNoteFolder":"inbox","newNoteTags":["mine"],"newNoteName":"title"}' });
    await openPage('New notes');
    await reset();
    expect(modalEl(host).textContent).toMatch(/Reset “New notes”\?.*Folder for new notes: inboxFurther tags: mine/);
    await host.press('Escape');
    expect(stored()['newNoteFolder']).toBe('inbox');
    await reset();
    await confirmModal(host);
    expect(stored()).toMatchObject({ newNoteFolder: '', newNoteTags: [], newNoteName: 'slug' });
    expect(lastNotice()).toBe('Back to the defaults: Folder for new notes, File name, Further tags');
    expect([fieldOf('Folder for new notes').value, isShown('Back to the defaults')]).toEqual(['', false]);
  });
});

describe('settings that are changed elsewhere', () => {
  it('should be shown in the open tab and in open views at once', async () => {
    await start();
    await host.runCommand('paperweave:open-dashboard');
    await arrive({ statuses: [{ value: 'todo', kind: 'queued', label: 'Waiting' }, { value: 'read', kind: 'done', label: 'Finished' }], paperFolders: ['inbox'] });
    expect(chips()).toEqual(['mod-queued: Waiting3', 'mod-done: Finished1', 'mod-outside: reading1']);
    expect(fieldOf('Folder 1').value).toBe('inbox');
    expect(document.querySelector('.paperweave-dashboard')?.textContent).toContain('Finished');
  });

  it('should not take the field away in which somebody types, nor what was typed', async () => {
    await start();
    await enter('Paper tags', 'pap');
    const field = fieldOf('Paper tags');
    await arrive({ activeLimit: 6, paperTags: ['paper'] });
    expect([document.activeElement === field, field.isConnected, field.value]).toEqual([true, true, 'pap']);
    await enter('Paper tags', 'paper, pap');
    field.blur();
    await host.settle();
    expect([fieldOf('Papers at a time').value, fieldOf('Paper tags').value]).toEqual(['6', 'paper, pap']);
    expect(stored()).toMatchObject({ activeLimit: 6, paperTags: ['paper', 'pap'] });
  });

  it('should leave the present ones where they cannot be read, and say so', async () => {
    await start({ [DATA]: '{"version":1,"activeLimit":4}' });
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await host.writeOutside(DATA, '{"version":1,"activeLi');
    logged.mockRestore();
    await host.settle();
    expect(lastNotice()).toMatch(/changed elsewhere, and the new ones cannot be read\. The present ones are kept/);
    expect(fieldOf('Papers at a time').value).toBe('4');
    await arrive({ activeLimit: 5 });
    expect(fieldOf('Papers at a time').value).toBe('5');
  });

  it('should not turn on linking by itself on this device', async () => {
    await start();
    const isOnHere = (): unknown => host.app.loadLocalStorage('paperweave-link-automatically');
    await arrive({ linkAutomatically: true });
    expect(isOnHere()).toBeFalsy();
    await openPage('Linking');
    await press(rowOf('Link automatically').querySelector('.checkbox-container'));
    expect(isOnHere()).toBe(true);
  });
});

describe('the tab in Chinese', () => {
  it('should be in Chinese throughout', async () => {
    await start({ [DATA]: '{"version":1,"paperFolders":["gone"]}' }, { language: 'zh' });
    const names = [...tab.querySelectorAll('.setting-item-name')].map((name) => name.textContent);
    expect(names).toEqual(expect.arrayContaining(['文献', '文献标签', '状态 1', '预览', '新建笔记']));
    expect(names.filter((name) => /^[A-Za-z ]+$/.test(name) && name !== '')).toEqual([]);
    expect(rowOf('文件夹 1').querySelector('.setting-item-error')?.textContent).toBe('文件夹“gone”不存在。');
  });
});
