/** @jest-environment jsdom */
import type { PaperweaveApi } from '../../src/api';
import { loadFolder } from '../host/load-folder';
import { openVault, type Host } from '../host/open-vault';

const VAULT = process.env.PAPERWEAVE_VAULT;
const PAPERS = '01-zettelkasten/02-References/';

/** The main job over the whole vault takes a while on two shared cores. */
jest.setTimeout(240_000);

const notesOf = (host: Host): Record<string, string> => Object.fromEntries(Object.entries(host.files()).filter(([path]) => !path.startsWith('.obsidian/')));

/** Lines that differ, by position; both texts must have as many lines unless lines were only added. */
function changedLines(before: string, after: string): { removed: string[]; added: string[] } {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { removed: a.slice(start, a.length - end), added: b.slice(start, b.length - end) };
}

/** Text before and after the references section, by the vault's own shape: a heading of level 2 to the end of the note. */
const outsideSection = (text: string): string => text.split(/^## (?:Paper )?References[^\n]*$/m)[0] ?? '';

// Registered only where the vault is given, so that nothing is ever shown as skipped.
if (VAULT !== undefined && VAULT !== '') {
  describe('the real vault', () => {
    const files = loadFolder(VAULT);
    let host: Host;
    let api: PaperweaveApi;

    beforeEach(async () => {
      host = await openVault({ files });
      api = (host.plugin as unknown as { api: PaperweaveApi }).api;
      await api.ready;
      await host.settle();
    });

    afterEach(async () => {
      expect(host.errors).toEqual([]);
      await host.unload();
    });

    it('should be read as it is, with nothing written and one notice', () => {
      const papers = api.papers();
      expect(papers).toHaveLength(1146);
      expect(papers.every((paper) => (files[paper.path] ?? '').startsWith('---'))).toBe(true);
      const sum = (state: 'linked' | 'broken' | 'plain' | 'ambiguous'): number => papers.reduce((total, paper) => total + (paper.references?.[state] ?? 0), 0);
      expect({ linked: sum('linked'), broken: sum('broken'), plain: sum('plain'), ambiguous: sum('ambiguous') }).toEqual({ linked: 12748, broken: 234, plain: 26482, ambiguous: 0 });
      expect(papers.filter((paper) => paper.references === null)).toHaveLength(245);
      const references = papers.flatMap((paper) => (api.references(paper.path) ?? []).map((reference) => ({ ...reference, source: paper.path })));
      expect(references.filter((reference) => reference.state === 'broken' && reference.via === 'title')).toHaveLength(182);
      expect(references.filter((reference) => reference.state === 'plain' && reference.target !== null)).toHaveLength(154);
      expect(references.filter((reference) => reference.target === reference.source)).toHaveLength(16);
      expect(api.missing()[0]).toMatchObject({ title: 'Backpropagation Applied to Handwritten Zip Code Recognition', citedBy: 64 });
      expect(notesOf(host)).toEqual(files);
      expect(host.notices).toHaveLength(1);
      expect(host.notices[0]?.message).toContain('1,146 papers');
    });

    it('should link every reference that means a note, leave the rest alone, and take all of it back', async () => {
      const resolved = structuredClone(host.app.metadataCache.resolvedLinks);
      const before = new Map(api.papers().map((paper) => [paper.path, api.references(paper.path)] as const));
      const restyled = await api.linkReferences(undefined, { dryRun: true, only: 'restyling' });
      const repaired = await api.linkReferences(undefined, { dryRun: true, only: 'repairs' });
      expect(notesOf(host)).toEqual(files);

      const report = await api.linkReferences();
      await host.settle();
      const linked = notesOf(host);

      let working = 0;
      let repairs = 0;
      const left: string[] = [];
      for (const [path, references] of before) {
        expect(outsideSection(linked[path] ?? '')).toBe(outsideSection(files[path] ?? ''));
        const now = api.references(path);
        expect(now?.length).toBe(references?.length);
        references?.forEach((reference, order) => {
          const after = now?.[order];
          if (reference.state === 'linked') {
            working++;
            expect(after).toMatchObject({ state: 'linked', target: reference.target, label: reference.label });
            if (!after?.text.startsWith('[[')) left.push(reference.text);
          } else if (reference.target !== null && reference.target !== path) {
            repairs++;
            expect(after).toMatchObject({ state: 'linked', target: reference.target });
          } else expect(after).toEqual({ ...reference, line: after?.line });
        });
      }
      expect(working).toBe(12748);
      expect(left).toEqual([]);
      expect(repairs).toBe(182 + 154 - 12);
      expect(report.skipped.filter((skip) => skip.reason !== 'unresolved')).toEqual([]);
      expect(report.changed).toEqual([...new Set([...restyled.changed, ...repaired.changed])].sort());

      // The app itself, which resolves by rules of its own, counts what it counted before and the repairs.
      let gained = 0;
      for (const [source, targets] of Object.entries(host.app.metadataCache.resolvedLinks)) {
        const former = resolved[source] ?? {};
        for (const [target, count] of Object.entries(former)) expect(targets[target] ?? 0).toBeGreaterThanOrEqual(count);
        gained += Object.entries(targets).reduce((total, [target, count]) => total + count - (former[target] ?? 0), 0);
      }
      expect(gained).toBe(repairs);

      const again = await api.linkReferences();
      expect(again).toMatchObject({ id: null, changed: [], created: [] });

      const onlyRestyled = restyled.changed.filter((path) => !repaired.changed.includes(path));
      const restored = await api.restoreRelativeLinks(onlyRestyled);
      await host.settle();
      for (const path of onlyRestyled) expect(host.read(path)).toBe(files[path]);
      expect(restored.changed).toEqual(onlyRestyled);
      console.info(`${String(restyled.changed.length)} notes have working links, ${String(repaired.changed.length)} repairs; ${String(onlyRestyled.length)} restored byte for byte.`);
      await api.undo();
      const undone = await api.undo();
      expect(undone.skipped).toEqual([]);
      expect(notesOf(host)).toEqual(files);
    });

    it('should change the status and read-date lines of all papers, and nothing else', async () => {
      const papers = api.papers();
      const report = await api.setStatus(papers.map((paper) => paper.path), 'read');
      const isRead = papers.filter((paper) => paper.statusKind === 'done').map((paper) => paper.path);
      expect(report.changed).toHaveLength(1146 - isRead.length);
      expect(report.skipped.map((skip) => [skip.path, skip.reason])).toEqual(isRead.map((path) => [path, 'already-so']));
      const after = notesOf(host);
      for (const path of report.changed) {
        const { removed, added } = changedLines(files[path] ?? '', after[path] ?? '');
        expect(removed.join('|')).toMatch(/^status: ?(todo|reading)$/);
        expect(added.join('|')).toMatch(/^status: (done|read)\|read_date: \d{4}-\d{2}-\d{2}$/);
      }
      expect(Object.keys(after).filter((path) => after[path] !== files[path])).toHaveLength(report.changed.length);
      const undone = await api.undo(report.id ?? '');
      expect(undone.changed).toEqual(report.changed);
      expect(notesOf(host)).toEqual(files);
    });

    it('should create a hundred notes for the most cited missing works, and link every citation of them', async () => {
      const works = api.missing().slice(0, 100);
      const report = await api.createNotes(works.map((work) => work.key));
      await host.settle();
      expect(report.created).toHaveLength(100);
      expect(new Set(report.created.map((path) => path.toLowerCase())).size).toBe(100);
      for (const path of report.created) {
        expect(path.startsWith(PAPERS)).toBe(true);
        expect(path.slice(PAPERS.length)).toMatch(/^[a-z0-9-]{1,197}\.md$/);
        expect(api.paper(path)).toMatchObject({ statusKind: 'queued', metaKey: path.slice(PAPERS.length, -3), references: { linked: 0, broken: 0, plain: 0, ambiguous: 0 } });
        expect(host.app.metadataCache.getCache(path)?.frontmatter).toMatchObject({ tags: expect.arrayContaining(['paper']) as unknown });
      }
      const titles = new Map(report.created.map((path) => [api.paper(path)?.title, path]));
      for (const work of works) {
        const path = titles.get(work.title) ?? '';
        expect(api.citedBy(path)).toHaveLength(work.citedBy);
        for (const source of api.citedBy(path)) expect(host.app.metadataCache.resolvedLinks[source]?.[path]).toBeGreaterThanOrEqual(1);
      }
      expect(report.skipped).toEqual([]);
      await api.undo();
      expect(notesOf(host)).toEqual(files);
    });
  });
} else {
  it('should run over a real vault where PAPERWEAVE_VAULT names one', () => {
    expect(VAULT ?? '').toBe('');
  });
}
