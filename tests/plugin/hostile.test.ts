/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, notesOf } from '../support/plugin-host';

const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at] ?? 'a'}`).join(', ')}]`)];

const ODD_TITLES = ['Closing ]] and opening [[', 'A | bar', '%% hidden %%', '<img src=x onerror="globalThis.harm = 1"> HTML', '<script>globalThis.harm = 2</script>', 'Tick ` and $x$', 'a/b\\c:d*e?f', 'con', '\u202egnirts a\u202c in a line', '{{title}} and <% tp.file.title %>', 'javascript:globalThis.harm = 6', 'A zero \u0000, a bell \u0007, half \ud800 a pair', '__proto__', '$& $1 $`'];

/** Titles of works without a note, which new notes are to be called after. */
const WANTED_TITLES = [
  '<script>globalThis.harm = 7</script> Harmful Work of Text',
  '<img src=x onerror="globalThis.harm = 8"> Harmful Picture Work',
  '..\\..\\outside of the vault altogether',
  'C:\\Windows\\System32\\drivers of the system',
  '{{meta_key}} and {{ title }} of a Template Work',
  '<% tp.system.prompt() %> Template Work of Templater',
  'A \u202egnirts\u202c Work Turned Around',
  'Ends in Dots and Spaces . . .',
  'Colons: Pipes | and “Quotes” in Work?',
  'Nul and Aux and Com1 of Windows',
  '$& $1 $` $$ Replaced Work of Patterns',
  'Closing %% Comment Work %% of Marks',
  'Endless '.repeat(600),
];

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/broken.md': '---\ntitle: "never closed\ntags: [paper]\n---\n# Broken\n',
  'papers/script.md': '---js\nglobalThis.harm = 3\nmodule.exports = { title: "x", tags: ["paper"] }\n---\n# Script\n',
  'papers/proto.md': '---\ntitle: __proto__\n__proto__:\n  polluted: yes\nconstructor: x\nstatus: todo\ntags: [paper]\n---\n# x\n\n## References\n\n- __proto__\n- constructor\n',
  'papers/climber.md': paperNote('Climber', { references: ['[The Password File of the Host](../../../etc/passwd.md)', '[Percent Encoded Climbing Work](%2e%2e/%2e%2e/outside.md)'] }),
  'papers/bomb.md': ['---', 'title: Bomb', ...BOMB, 'status: *i', 'tags: [paper]', '---', '# Bomb', ''].join('\n'),
  'papers/anchor.md': '---\ntitle: Anchor\nstatus: &s todo\nother: *s\ntags: [paper]\n---\n',
  'papers/flow.md': '---\n{title: Flow, status: todo, tags: [paper]}\n---\n',
  'papers/twice.md': '---\ntitle: Twice\nstatus: todo\nstatus: read\ntags: [paper]\n---\n',
  'papers/map.md': '---\ntitle:\n  a: b\nstatus: todo\ntags: [paper]\n---\n',
  'papers/url.md': paperNote('Url', { yaml: ['urls:', "  - \"javascript:globalThis.harm = 4\"", '  - "data:text/html,x"', '  - "file:///etc/passwd"', 'pdf_relpath: "javascript:globalThis.harm = 5"'] }),
  'papers/escape-pdf.md': paperNote('Escape', { yaml: ['pdf_relpath: "../../../../etc/passwd"'] }),
  ...Object.fromEntries(ODD_TITLES.map((title, at) => [`papers/odd-${String(at)}.md`, paperNote(title, { references: [] })])),
  'papers/json.md': '---json\n{"title": "x", "tags": ["paper"], "status": "todo"}\n---\n# Json\n',
  'papers/toml.md': '+++\ntitle = "x"\ntags = ["paper"]\nstatus = "todo"\n+++\n# Toml\n',
  'papers/merge.md': '---\ntitle: Merge\nbase: &b {status: read}\n<<: *b\nstatus: todo\ntags: [paper]\n---\n',
  'papers/tagged.md': '---\ntitle: Tagged\nrun: !!js/function "function () { globalThis.harm = 9 }"\nstatus: todo\ntags: [paper]\n---\n',
  'papers/citing.md': paperNote('Citing', { references: ODD_TITLES }),
};

// Large notes and many openings of the app take their time on a busy machine.
jest.setTimeout(300_000);

let host: Host;
const HARMLESS = ['harm', 'polluted'];

beforeEach(async () => {
  host = await openVault({ files: FILES });
});

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
  for (const name of HARMLESS) {
    expect(Reflect.get(globalThis, name)).toBeUndefined();
    expect(Reflect.get({}, name)).toBeUndefined();
  }
});

describe('notes from strangers', () => {
  it('should be listed with what is wrong with them', () => {
    const problems = new Map(apiOf(host).problems().map((problem) => [problem.path, problem.code]));
    expect(problems.get('papers/broken.md')).toBe('invalid-yaml');
    expect(problems.get('papers/script.md')).toBe('foreign-front-matter');
    expect(problems.get('papers/json.md')).toBe('foreign-front-matter');
    expect(problems.get('papers/map.md')).toBe('unreadable-property');
    expect(problems.get('papers/twice.md')).toBe('invalid-yaml');
  });

  it('should be set where they can be, and else be named and left as they are, byte for byte', async () => {
    const all = Object.keys(notesOf(host));
    expect(all.length).toBeGreaterThan(25);
    const report = await apiOf(host).setStatus(all, 'reading');
    await host.settle();
    const left = new Map(report.skipped.map((skip) => [skip.path, skip.reason]));
    expect([...report.changed, ...left.keys()].sort()).toEqual(all.sort());
    expect(Object.fromEntries(left)).toMatchObject({
      'papers/broken.md': 'invalid-front-matter',
      'papers/script.md': 'invalid-front-matter',
      'papers/json.md': 'invalid-front-matter',
      'papers/toml.md': 'not-a-paper',
      'papers/map.md': 'invalid-front-matter',
      'papers/twice.md': 'invalid-front-matter',
      'papers/anchor.md': 'uneditable-front-matter',
      'papers/flow.md': 'uneditable-front-matter',
    });
    for (const path of left.keys()) expect([path, host.read(path)]).toEqual([path, FILES[path]]);
    expect(report.skipped.every((skip) => skip.message.length > 10)).toBe(true);
    for (const path of report.changed) expect([path, host.read(path)]).toEqual([path, FILES[path]?.replace(/^status: .*$/m, 'status: reading')]);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(notesOf({ ...host, files: () => FILES }));
  });

  it('should have their references linked or named, and be read the same afterwards', async () => {
    const targets = apiOf(host).references('papers/citing.md')?.map((reference) => reference.target);
    const report = await apiOf(host).linkReferences();
    await host.settle();
    expect(apiOf(host).references('papers/citing.md')?.map((reference) => reference.target)).toEqual(targets);
    expect(report.skipped.every((skip) => skip.message.length > 10)).toBe(true);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(notesOf({ ...host, files: () => FILES }));
  });

  it('should never lead a new note out of its folder', async () => {
    const keys = apiOf(host).missing().map((work) => work.key);
    expect(apiOf(host).missing().map((work) => work.title)).toEqual(expect.arrayContaining(['Passwd', 'Outside']));
    const report = await apiOf(host).createNotes([...keys, '__proto__', '../../x', 'constructor']);
    await host.settle();
    expect(report.created.length).toBeGreaterThanOrEqual(2);
    expect(report.created.filter((path) => !/^papers\/[^/\\]+\.md$/.test(path) || path.includes('..'))).toEqual([]);
    expect(report.skipped).toEqual(expect.arrayContaining([expect.objectContaining({ path: '../../x', reason: 'unresolved' })]));
    const written = host.faults.log.map((operation) => operation.path);
    expect(written.filter((path) => !path.startsWith('papers/') && !path.startsWith('.obsidian/plugins/paperweave/'))).toEqual([]);
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(notesOf({ ...host, files: () => FILES }));
  });

  it('should open no address but of the web', async () => {
    const opened = jest.spyOn(window, 'open').mockReturnValue(null);
    for (const path of ['papers/url.md', 'papers/escape-pdf.md']) {
      await host.openFile(path);
      await host.runCommand('paperweave:open-source');
      await host.runCommand('paperweave:open-pdf');
      expect(host.activeFile).toBe(path);
    }
    expect(opened).not.toHaveBeenCalled();
    opened.mockRestore();
  });

  it.each(['slug', 'title', 'year-slug'])('should give new notes names that are legal everywhere and in their folder, by %s', async (newNoteName) => {
    await host.unload();
    host = await openVault({
      files: {
        '.obsidian/plugins/paperweave/data.json': JSON.stringify({ version: 1, newNoteName, newNoteFolder: 'papers', newNoteTemplate: newNoteName === 'slug' ? '' : 'templates/paper.md' }),
        '.obsidian/templates.json': '{"folder": "templates"}',
        'templates/paper.md': '---\ntitle: {{title}}\nmeta_key: {{meta_key}}\ntags: [paper]\n---\n# {{title}}\n\n<% tp.file.title %>\n',
        'papers/wanting.md': paperNote('Wanting', { references: WANTED_TITLES }),
      },
    });
    const works = [...apiOf(host).missing()];
    expect(works).toHaveLength(WANTED_TITLES.length);
    const report = await apiOf(host).createNotes(works.map((work) => work.key));
    await host.settle();
    expect(report.skipped.filter(({ reason }) => reason === 'name-unusable')).toMatchObject([{ message: expect.stringContaining('<%') }]);
    expect(report.created).toHaveLength(works.length - 1);
    for (const path of report.created) {
      const name = path.slice('papers/'.length, -'.md'.length);
      expect(path).toBe(`papers/${name}.md`);
      expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}\u202a-\u202e]|^[. ]|[. ]$|^(?:con|nul|aux|prn)$/iu);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    }
    const left = works.filter((work) => !report.created.some((path) => apiOf(host).paper(path)?.title === work.title));
    expect(left.map((work) => work.title)).toEqual(['<% tp.system.prompt() %> Template Work of Templater']);
    expect(apiOf(host).missing().map((work) => work.title)).toEqual(left.map((work) => work.title));
  });

  it('should be shown as text, by every view, menu, modal and notice', async () => {
    const harmful = 'script, img, iframe, object, embed, form, a[href^="javascript"], [onerror], [onload], [onclick]';
    const expectText = (): void => {
      expect([...document.querySelectorAll(harmful)].map((element) => element.outerHTML)).toEqual([]);
    };
    jest.spyOn(window, 'open').mockReturnValue(null);
    const commands = ['open-citations', 'open-dashboard', 'set-status', 'link-references-in-library', 'restore-relative-links-in-library', 'create-missing-notes', 'create-most-cited-notes', 'show-cited-backlinks', 'adopt-vault', 'mark-read', 'undo-last-change'];
    let modals = 0;
    for (const path of ['papers/citing.md', 'papers/odd-3.md', 'papers/odd-4.md', 'papers/odd-8.md']) {
      await host.openFile(path);
      for (const command of commands) {
        await host.runCommand(`paperweave:${command}`);
        await host.settle();
        expectText();
        for (const modal of [...host.modals]) {
          modals++;
          modal.close();
        }
        await host.settle();
      }
    }
    await host.runCommand('paperweave:open-dashboard');
    for (const tab of [...document.querySelectorAll<HTMLElement>('[role="tab"]')]) {
      tab.click();
      await host.settle();
      expectText();
    }
    expect(modals).toBeGreaterThan(10);
    expect(document.body.textContent).toContain('<img src=x onerror=');
    jest.restoreAllMocks();
  });
});

describe('notes of great size', () => {
  const plain = Array.from({ length: 10_000 }, (_, at) => `Work Number ${String(at)} of a Very Long List, with Words to Fill the Line and More Words after Them`);

  const prose = 'Words of a note that somebody pasted a whole book into, line by line, with [links](https://example.org) here and there.\n'.repeat(80_000);

  it.each<readonly [string, readonly string[], string, (text: string) => string, object]>([
    ['ten megabytes', ['[Url](./url.md)', ...plain], `\n## Notes\n\n${prose}`, (text) => text.replace('[Url](./url.md)', '[[url|Url]]'), { linked: 1, plain: 10_000 }],
    ['a hundred thousand links', Array<string>(100_000).fill('[Url](./url.md)'), '', (text) => text.replaceAll('[Url](./url.md)', '[[url|Url]]'), { linked: 100_000 }],
    ['ten thousand levels', [`${'- '.repeat(10_000)}[Url](./url.md)`], '', (text) => text.replace('[Url](./url.md)', '[[url|Url]]'), { linked: 1 }],
  ])('should be read and changed like any other: %s', async (_case, references, behind, linked, counts) => {
    const text = paperNote('Long', { references }) + behind;
    await host.writeOutside('papers/long.md', text);
    await host.settle();
    expect(apiOf(host).paper('papers/long.md')?.references).toMatchObject(counts);
    await apiOf(host).linkReferences(['papers/long.md']);
    await apiOf(host).setStatus(['papers/long.md'], 'reading');
    expect(host.read('papers/long.md') === linked(text).replace('status: todo', 'status: reading')).toBe(true);
    await apiOf(host).undo();
    await apiOf(host).undo();
    expect(host.read('papers/long.md') === text).toBe(true);
  });
});
