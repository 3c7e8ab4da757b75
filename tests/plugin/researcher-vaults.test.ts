/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { DATA } from '../support/paper-notes';
import { apiOf, notesOf, noticesOf, pressButton } from '../support/plugin-host';
import { RESEARCHER_VAULTS, type ResearcherVault } from '../support/researcher-vaults';

let host: Host;
afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

/** A first start, on which the notes that look like papers are taken. */
async function adopt(files: ResearcherVault['files']): Promise<void> {
  host = await openVault({ files });
  const notice = host.notices.at(-1)?.el;
  const take = notice?.querySelector('button.mod-cta');
  if (notice && take) await pressButton(host, notice, take.textContent);
}

describe.each(RESEARCHER_VAULTS)('a vault with $what', ({ files, papers, settings = {}, missing = [], readLine }) => {
  beforeEach(() => adopt(files));

  it('should show what its owner has', () => {
    expect(Object.fromEntries(apiOf(host).papers().map(({ path, title, statusKind }) => [path, [title, statusKind]]))).toEqual(papers);
    expect(JSON.parse(host.read(DATA))).toMatchObject(settings);
    expect(apiOf(host).missing().map(({ title }) => title)).toEqual(missing);
    expect(apiOf(host).problems()).toEqual([]);
    expect(notesOf(host)).toEqual(files);
  });

  it('should be written to in its own words, and have every byte again when all is undone', async () => {
    const api = apiOf(host);
    const paths = api.papers().map(({ path }) => path);
    const waiting = api.papers().find(({ statusKind }) => statusKind !== 'done')?.path;
    const changes = [await api.setStatus(paths, 'read')];
    expect(waiting === undefined ? undefined : host.read(waiting).split('\n')).toEqual(readLine === undefined ? undefined : expect.arrayContaining([readLine]));
    expect(new Set(api.papers().map(({ statusKind }) => statusKind))).toEqual(new Set(paths.length > 0 ? ['done'] : []));
    for (const status of ['reading', 'todo', 'skipped']) changes.push(await api.setStatus(paths, status));
    changes.push(await api.linkReferences());
    const { id, created, skipped } = await api.createNotes(api.missing().map(({ key }) => key));
    expect([created.length, skipped, api.missing()]).toEqual([missing.length, [], []]);
    for (const change of [id, ...changes.map((report) => report.id).reverse()]) if (change !== null) await api.undo(change);
    expect(notesOf(host)).toEqual(files);
  });
});

it('should be told what to do where no note looks like a paper', async () => {
  const without = RESEARCHER_VAULTS.filter(({ papers }) => Object.keys(papers).length === 0);
  expect(without).toHaveLength(1);
  for (const { files } of without) await adopt(files);
  expect(noticesOf(host)[0]).toContain('Tag a note with “paper”');
});
