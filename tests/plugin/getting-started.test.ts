/** @jest-environment jsdom */
import { lightFormat } from 'date-fns';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadFolder } from '../host/load-folder';
import { openVault, type Host } from '../host/open-vault';
import { codeIn, readPage } from '../support/markdown-page';
import { apiOf, confirmModal, modalEl, noticesOf, notesOf, pressButton } from '../support/plugin-host';

/** The page, walked through as a newcomer does: what a step says is what the test does, in the page's own words where they can be read from it. */
const PAGE = readPage('docs/getting-started.md');
const step = (number: number): string => PAGE.text.split(/^## /m).find((section) => section.startsWith(`${number}. `)) ?? '';
const EXAMPLE = loadFolder(join(process.cwd(), 'example-vault'));
const BIOBERT = 'Papers/biobert-a-pre-trained-biomedical-language-representation-model-for-biomedical-text-mining.md';

let host: Host;

/** The example vault, with the one setting that step 1 asks for. */
beforeEach(async () => {
  const folder = /In \*Settings → Templates\*, name `(\w+)`/.exec(step(1).replace(/\n/g, ' '))?.[1] ?? '';
  host = await openVault({ files: { ...EXAMPLE, '.obsidian/templates.json': JSON.stringify({ folder }) } });
});

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

/** Runs a command by the name that the page prints, as the palette does: it has to be offered. */
async function run(name: string): Promise<void> {
  const commands = Reflect.get(host.app, 'commands') as { commands: Record<string, { name: string }> };
  const id = Object.entries(commands.commands).find(([, command]) => command.name === `Paperweave: ${name}`)?.[0];
  if (id === undefined || !host.isOffered(id)) throw new Error(`“${name}” is not offered.`);
  await host.runCommand(id);
}
/** The command that a step names in bold and that fits. */
const named = (number: number, pattern: RegExp): string => {
  const found = [...step(number).replace(/\n/g, ' ').matchAll(/\*\*([^*]+)\*\*/g)].map((match) => match[1] ?? '').find((text) => pattern.test(text));
  if (found === undefined) throw new Error(`Step ${number} names no such command.`);
  return found;
};
const scibert = (): string => {
  const name = /\(`(scibert[^`]*)`\)/.exec(step(4))?.[1] ?? '';
  return `Papers/${name}.md`;
};
const dashboard = (): HTMLElement => {
  const el = host.view('paperweave-dashboard')?.containerEl;
  if (!el) throw new Error('The dashboard is not open.');
  return el;
};
const openTab = async (name: string): Promise<void> => {
  const tab = [...dashboard().querySelectorAll<HTMLElement>('[role="tab"]')].find((each) => each.textContent.includes(name));
  if (!tab) throw new Error(`There is no tab “${name}”.`);
  tab.click();
  await host.settle();
};
const linesOf = (text: string): string[] => text.split('\n');

describe('1. Take a vault to play with', () => {
  it('should write nothing into a note until it is asked to', () => {
    expect(notesOf(host)).toEqual(EXAMPLE);
    expect(apiOf(host).papers().length).toBeGreaterThan(30);
  });
});

describe('2. Install', () => {
  it('should name the files and the scripts that there are', () => {
    const script = readFileSync(join(process.cwd(), 'scripts/install-plugin.mjs'), 'utf8');
    const files = [...(/put `[\s\S]+? of a\s+release/.exec(step(2))?.[0] ?? '').matchAll(/`([\w.]+)`/g)].map((match) => match[1] ?? '');
    expect(files).toEqual(['main.js', 'manifest.json', 'styles.css']);
    for (const file of files) expect(script).toContain(`'${file}'`);
    expect(step(2)).toContain('.obsidian/plugins/paperweave');
    const { scripts } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    for (const match of step(2).matchAll(/npm run ([\w-]+)/g)) expect(scripts).toHaveProperty([match[1] ?? '']);
  });

  it('should say in one notice what it found, and adopt again when asked', async () => {
    expect(host.notices).toHaveLength(1);
    for (const found of [/Status is kept in status/, /References stand under/, /Lists in the front matter/]) expect(noticesOf(host)[0]).toMatch(found);
    const again = /\*(Adopt the habits[^*]+)\*/.exec(step(2))?.[1] ?? '';
    await run(again);
    expect(modalEl(host).textContent).toContain('Status is kept in status');
    await confirmModal(host);
    expect(notesOf(host)).toEqual(EXAMPLE);
    expect(host.openSettings().textContent).toContain('Status is kept in status');
  });
});

describe('3. Open the dashboard', () => {
  it('should be found in the palette by the word that the page has one type', async () => {
    const typed = /type `(\w+)`/.exec(step(3))?.[1] ?? '';
    await host.press('p', { ctrlKey: true });
    const input = modalEl(host).querySelector('input');
    if (!input) throw new Error('The palette has no input.');
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await host.settle();
    const item = [...modalEl(host).querySelectorAll<HTMLElement>('.suggestion-item')].find((each) => each.textContent.includes(named(3, /dashboard/)));
    item?.click();
    await host.settle();
    expect(host.view('paperweave-dashboard')).not.toBeNull();
  });

  it('should have the tabs that the page lists, in that order', async () => {
    await run(named(3, /dashboard/));
    const tabs = [...dashboard().querySelectorAll('[role="tab"]')].map((tab) => /^[A-Za-z]+/.exec(tab.textContent)?.[0]);
    expect(tabs).toEqual(PAGE.rows('3. Open the dashboard').map((row) => row['tab']));
  });

  it('should search by property as the page shows', async () => {
    await run(named(3, /dashboard/));
    const search = /by property \(`([^`]+)`\)/.exec(step(3))?.[1] ?? '';
    expect(search).toMatch(/^year:>2018 tag:[\w-]+ -status:read$/);
    const tag = /tag:(\S+)/.exec(search)?.[1] ?? '';
    const input = dashboard().querySelector<HTMLInputElement>('input[type="search"], .search-input-container input');
    if (!input) throw new Error('There is no search box.');
    input.value = search;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await host.settle();
    const fitting = apiOf(host).papers().filter((paper) => (paper.year ?? 0) > 2018 && paper.tags.includes(tag) && paper.statusKind !== 'done').map((paper) => paper.title);
    const shown = [...dashboard().querySelectorAll('[role="row"] .paperweave-title')].map((el) => el.textContent);
    expect(fitting.length).toBeGreaterThan(0);
    expect([...shown].sort()).toEqual([...fitting].sort());
  });

  it('should list the two notes that cannot be read, with file and line', async () => {
    expect(step(3)).toContain('has two on purpose');
    const unreadable = apiOf(host).problems().filter((problem) => !['duplicate-title', 'ambiguous-references'].includes(problem.code));
    expect(unreadable).toHaveLength(2);
    await run(named(3, /dashboard/));
    await openTab('Problems');
    for (const { path, line } of unreadable) {
      expect(line).toEqual(expect.any(Number));
      expect(dashboard().textContent).toContain(basename(path, '.md'));
    }
  });
});

describe('4. Mark a paper as read', () => {
  it('should change one line and add one, as the page shows', async () => {
    const before = host.read(scibert());
    await host.openFile(scibert());
    await run(named(4, /^Mark/));
    const diff = linesOf(PAGE.blocks.find(({ info }) => info === 'diff')?.code ?? '').filter((line) => line !== '');
    const today = lightFormat(new Date(), 'yyyy-MM-dd');
    const removed = diff.filter((line) => line.startsWith('-')).map((line) => line.slice(1));
    const added = diff.filter((line) => line.startsWith('+')).map((line) => line.slice(1).replace(/\d{4}-\d\d-\d\d/, today));
    expect([removed.length, added.length]).toEqual([1, 2]);
    expect(host.read(scibert())).toBe(before.replace(`${removed[0]}\n`, `${added.join('\n')}\n`));
  });

  it('should do it in the other ways too', async () => {
    await host.openFile(scibert());
    const bar = document.querySelector<HTMLElement>('.paperweave-status-bar');
    bar?.click();
    const item = [...document.querySelectorAll<HTMLElement>('.menu-item')].find((each) => each.textContent.includes('Skipped'));
    item?.click();
    await host.settle();
    expect(apiOf(host).paper(scibert())?.status).toBe('skipped');
    await run(named(4, /^Set/));
    const choice = [...modalEl(host).querySelectorAll<HTMLElement>('.suggestion-item')].find((each) => each.textContent.includes('Reading'));
    choice?.click();
    await host.settle();
    expect(apiOf(host).paper(scibert())?.status).toBe('reading');
    await run(named(4, /^Advance/));
    expect(apiOf(host).paper(scibert())?.status).toBe('read');
  });
});

describe('5. Link its references', () => {
  it('should do to each reference in the table what the table says', async () => {
    await host.openFile(scibert());
    const before = linesOf(host.read(scibert()));
    await run(named(5, /in this paper/));
    const after = linesOf(host.read(scibert()));
    expect(after).toHaveLength(before.length);
    /** A cell's code as a pattern, in which the page's dots stand for what is left out. */
    const pattern = (cell: string): RegExp => {
      const code = /`([^`]+)`/.exec(cell)?.[1]?.replace('\\|', '|') ?? '';
      return new RegExp(`^- ${code.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('.*')}.*$`);
    };
    const rows = PAGE.rows('5. Link its references');
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const at = before.findIndex((line) => pattern(row['before'] ?? '').test(line));
      expect([row['before'], at]).not.toEqual([row['before'], -1]);
      if (row['after']?.startsWith('the same') === true) expect(after[at]).toBe(before[at]);
      else expect(after[at]).toMatch(pattern(row['after'] ?? ''));
    }
    expect(host.app.metadataCache.resolvedLinks[scibert()]).toHaveProperty([BIOBERT]);
  });

  it('should show both directions beside the note, and the backlinks of a reference', async () => {
    await host.openFile(scibert());
    await run(named(5, /citations/));
    const view = host.view('paperweave-citations')?.containerEl.textContent ?? '';
    expect(view).toContain('BioBERT');
    expect(apiOf(host).citedBy(scibert()).length).toBeGreaterThan(0);
    for (const path of apiOf(host).citedBy(scibert())) expect(view).toContain(apiOf(host).paper(path)?.title);
    await run(named(5, /backlinks/));
    const choice = [...modalEl(host).querySelectorAll<HTMLElement>('.suggestion-item')].find((each) => /attention is all/i.test(each.textContent));
    choice?.click();
    await host.settle();
    expect(host.leaf('backlink')).not.toBeNull();
  });

  it('should show for the whole library first what it would do, repairs and restyling apart', async () => {
    await run(named(5, /all papers/));
    expect(modalEl(host).textContent).toMatch(/repairs/i);
    expect(modalEl(host).textContent).toMatch(/restyling/i);
    expect(notesOf(host)).toEqual(EXAMPLE);
    await confirmModal(host);
    expect(notesOf(host)).not.toEqual(EXAMPLE);
    expect(noticesOf(host).at(-1)).toMatch(/left alone/);
  });
});

describe('6. Create a note for a missing work', () => {
  it('should have at the top what the page says, and make its note with all links in one change', async () => {
    const [, count = '', title = ''] = /a work that (\w+) papers cite: \*(\w+)\*/.exec(step(6)) ?? [];
    expect([count, title]).toEqual(['eight', 'SQuAD']);
    await run('Open dashboard');
    await openTab('Missing');
    const [first] = dashboard().querySelectorAll<HTMLElement>('.mod-work');
    expect(first?.textContent).toContain(title);
    expect(first?.textContent).toMatch(/\b8\b/);
    first?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await host.settle();
    await pressButton(host, dashboard(), 'Create 1 note…');
    await confirmModal(host);
    const created = Object.keys(notesOf(host)).filter((path) => !(path in EXAMPLE));
    expect(created).toHaveLength(1);
    const path = created[0] ?? '';
    expect(apiOf(host).paper(path)).toMatchObject({ status: 'todo', authors: [], year: null, venue: null, references: { linked: 0, broken: 0, plain: 0, ambiguous: 0 } });
    expect(apiOf(host).paper(path)?.title).toContain(title);
    const citing = apiOf(host).citedBy(path);
    expect(citing).toHaveLength(8);
    for (const each of citing) expect(host.app.metadataCache.resolvedLinks[each]).toHaveProperty([path]);
    await run('Undo last change to papers');
    expect(notesOf(host)).toEqual(EXAMPLE);
  });

  it('should do the same from a paper and for the top of the list', async () => {
    await host.openFile(scibert());
    for (const name of [named(6, /of this paper/), named(6, /most cited/)]) {
      await run(name);
      expect(modalEl(host).textContent).toMatch(/missing references/i);
      await host.press('Escape');
      expect(host.modals).toHaveLength(0);
    }
  });
});

describe('7. Undo', () => {
  it('should take back a change as a whole, also after a restart, and by the button of the notice', async () => {
    await apiOf(host).linkReferences();
    expect(notesOf(host)).not.toEqual(EXAMPLE);
    host = await host.reload();
    await run(named(7, /^Undo/));
    expect(notesOf(host)).toEqual(EXAMPLE);
    await host.openFile(scibert());
    await run('Mark paper as read');
    await pressButton(host, host.notices.at(-1)?.el ?? document.body, 'Undo');
    expect(notesOf(host)).toEqual(EXAMPLE);
  });

  it('should leave alone what was edited since, and say so', async () => {
    await host.openFile(scibert());
    await run('Mark paper as read');
    const edited = `${host.read(scibert())}\nA thought.\n`;
    await host.writeOutside(scibert(), edited);
    await host.settle();
    await run(named(7, /^Undo/));
    expect(host.read(scibert())).toBe(edited);
    expect(noticesOf(host).at(-1)).toMatch(/left alone/);
  });

  it('should give plain links back where the cited note lies in the same folder', async () => {
    await host.openFile(scibert());
    await run('Link references in this paper');
    expect(host.read(scibert())).not.toMatch(/\]\(\.\/(?:allennlp|biobert)-/);
    await run(named(7, /^Restore/));
    for (const note of ['allennlp', 'biobert']) expect(host.read(scibert())).toContain(`](./${note}-`);
  });
});

describe('the page', () => {
  it('should print in bold, beside names of parts, commands that there are', () => {
    const commands = Reflect.get(host.app, 'commands') as { commands: Record<string, { name: string }> };
    const known = new Set(Object.values(commands.commands).map((command) => command.name.replace('Paperweave: ', '')));
    const bold = [...PAGE.prose.replace(/\n/g, ' ').matchAll(/\*\*([^*]+)\*\*/g)].map((match) => match[1] ?? '');
    expect(bold.filter((text) => !known.has(text))).toEqual(['By hand.', 'From the source.', 'Paperweave']);
  });

  it('should read references below the headings that it names', () => {
    const headings = [...(/References are read below[^\n]+/.exec(PAGE.text)?.[0] ?? '').matchAll(/`[^`]+`/g)].map((match) => codeIn(match[0]));
    const source = readFileSync(join(process.cwd(), 'src/settings/default-settings.ts'), 'utf8');
    expect(headings.length).toBeGreaterThan(2);
    for (const heading of headings) expect(source).toContain(`'${heading}'`);
  });
});
