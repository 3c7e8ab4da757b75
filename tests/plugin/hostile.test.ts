/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, notesOf } from '../support/plugin-host';

const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at] ?? 'a'}`).join(', ')}]`)];

const ODD_TITLES = ['Closing ]] and opening [[', 'A | bar', '%% hidden %%', '<img src=x onerror="globalThis.harm = 1"> HTML', '<script>globalThis.harm = 2</script>', 'Tick ` and $x$', 'a/b\\c:d*e?f', 'con'];

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
  'papers/citing.md': paperNote('Citing', { references: ODD_TITLES }),
};

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
    expect(problems.get('papers/map.md')).toBe('unreadable-property');
    expect(problems.get('papers/twice.md')).toBe('invalid-yaml');
  });

  it('should be set where they can be, and else be named and left as they are, byte for byte', async () => {
    const all = Object.keys(notesOf(host));
    const report = await apiOf(host).setStatus(all, 'reading');
    await host.settle();
    const left = new Map(report.skipped.map((skip) => [skip.path, skip.reason]));
    expect([...report.changed, ...left.keys()].sort()).toEqual(all.sort());
    expect(Object.fromEntries(left)).toMatchObject({
      'papers/broken.md': 'invalid-front-matter',
      'papers/script.md': 'invalid-front-matter',
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

  it('should be shown as text', async () => {
    await host.openFile('papers/citing.md');
    await host.runCommand('paperweave:open-dashboard');
    await host.runCommand('paperweave:open-citations');
    expect(document.querySelector('.app-container img, .app-container script, [onerror]')).toBeNull();
    expect(document.body.textContent).toContain('<img src=x onerror=');
  });
});

describe('a note of two megabytes', () => {
  it('should be read and changed like any other', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `Work Number ${String(at)} of a Very Long List, with Words to Fill the Line and More Words after Them`);
    const text = paperNote('Long', { references: ['[Url](./url.md)', ...lines] });
    expect(text.length).toBeGreaterThan(1_800_000);
    await host.writeOutside('papers/long.md', text);
    await host.settle();
    expect(apiOf(host).paper('papers/long.md')?.references).toMatchObject({ linked: 1, plain: 20_000 });
    await apiOf(host).linkReferences(['papers/long.md']);
    await apiOf(host).setStatus(['papers/long.md'], 'reading');
    expect(host.read('papers/long.md')).toBe(text.replace('status: todo', 'status: reading').replace('[Url](./url.md)', '[[url|Url]]'));
    await apiOf(host).undo();
    await apiOf(host).undo();
    expect(host.read('papers/long.md')).toBe(text);
  });
});
