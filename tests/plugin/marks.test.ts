/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { DATA, paperNote, WITH_SETTINGS } from '../support/paper-notes';
import { apiOf } from '../support/plugin-host';

const ALPHA = 'papers/alpha.md';
const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  [ALPHA]: `${paperNote('Alpha', { references: ['[Beta](./beta.md)', '[[gamma|Gamma]]', '[Delta](./gone.md)', '[Missing](./missing.md)', 'Beta'] })}\n## Notes\n\n- [Beta](./beta.md)\n`,
  'papers/beta.md': paperNote('Beta', { status: 'read' }),
  'papers/gamma.md': paperNote('Gamma', { status: 'on hold' }),
  'papers/delta.md': paperNote('Delta', { status: 'reading' }),
  'list.md': '## References\n\n- [Beta](papers/beta.md)\n',
};

let host: Host;

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

/** Text of each marked link, with the mark's name. */
const marksIn = (within: ParentNode = document): string[] =>
  [...within.querySelectorAll('.paperweave-mark[role="img"]')].map((mark) => `${mark.previousSibling?.textContent ?? ''}: ${mark.getAttribute('aria-label') ?? ''}`);

const ALPHAS = ['Beta: Status: Read', 'Gamma: Status: on hold', 'Delta: Status: Reading'];

const set = async (settings: Record<string, unknown>): Promise<void> => {
  await host.writeOutside(DATA, JSON.stringify({ version: 1, ...settings }));
  await host.settle();
};

describe('marks in reading view', () => {
  it('should stand beside the links of the references section whose paper is known, and nowhere else', async () => {
    host = await openVault({ files: FILES });
    await host.openReading(ALPHA);
    expect(marksIn()).toEqual(ALPHAS);
    await host.openReading('list.md');
    expect(marksIn()).toEqual([]);
  });

  it('should show by shape and colour what the dashboard shows', async () => {
    host = await openVault({ files: FILES });
    await host.openReading(ALPHA);
    expect([...document.querySelectorAll('.paperweave-mark[role="img"]')].map((mark) => mark.className.replace('paperweave-dot paperweave-mark ', ''))).toEqual(['mod-done mod-green', 'mod-outside', 'mod-active mod-blue']);
  });

  it('should follow a status that changes, in place', async () => {
    host = await openVault({ files: FILES });
    await host.openReading(ALPHA);
    const [first] = document.querySelectorAll('.paperweave-mark[role="img"]');
    await apiOf(host).setStatus(['papers/beta.md'], 'skipped');
    await host.settle();
    expect(marksIn()[0]).toBe('Beta: Status: Skipped');
    expect(first?.isConnected).toBe(true);
    await host.writeOutside('papers/beta.md', 'No paper any more.');
    await host.settle();
    expect(marksIn()).toEqual(ALPHAS.slice(1));
    await host.writeOutside('papers/beta.md', paperNote('Beta'));
    await host.settle();
    expect(marksIn()).toEqual(['Beta: Status: To read', ...ALPHAS.slice(1)]);
  });

  it('should follow the note and its headings', async () => {
    host = await openVault({ files: FILES });
    await host.openReading(ALPHA);
    await host.writeOutside(ALPHA, host.read(ALPHA).replace('## References', '## Something else'));
    await host.settle();
    expect(marksIn()).toEqual([]);
    await host.writeOutside(ALPHA, paperNote('Alpha', { references: ['[Delta](./delta.md)'] }));
    await host.settle();
    expect(marksIn()).toEqual(['Delta: Status: Reading']);
  });

  it('should stand in for where a block stands by what the note cites, where the app does not tell', async () => {
    host = await openVault({ files: FILES });
    await host.openReading(ALPHA);
    const view = host.view('markdown') as unknown as { previewMode: { knowsSections: boolean; rerender(full: boolean): void } };
    view.previewMode.knowsSections = false;
    view.previewMode.rerender(true);
    expect(marksIn()).toEqual([...ALPHAS, 'Beta: Status: Read']);
  });

  it('should come and go with their setting', async () => {
    host = await openVault({ files: FILES });
    await host.openReading(ALPHA);
    await set({ markReferences: false });
    expect(marksIn()).toEqual([]);
    await set({ markReferences: true });
    expect(marksIn()).toEqual(ALPHAS);
  });

  it('should be taken off when the plugin is turned off, and put on open notes when it is turned on', async () => {
    host = await openVault({ files: FILES });
    await host.openReading(ALPHA);
    await host.disablePlugin();
    expect(document.querySelectorAll('[class*="paperweave"]')).toHaveLength(0);
    await host.enablePlugin();
    expect(marksIn()).toEqual(ALPHAS);
  });

  it('should not outlive their block', async () => {
    host = await openVault({ files: FILES });
    await host.openReading(ALPHA);
    const [mark] = document.querySelectorAll('.paperweave-mark[role="img"]');
    await host.openReading('papers/beta.md');
    await apiOf(host).setStatus(['papers/beta.md'], 'todo');
    await host.settle();
    expect(mark?.parentElement).toBeNull();
  });
});

describe('marks in live preview', () => {
  it('should be off at first, and come and go with their setting while an editor is open', async () => {
    host = await openVault({ files: FILES });
    const { view, destroy } = host.openLivePreview(ALPHA);
    expect(marksIn(view.dom)).toEqual([]);
    await set({ markReferencesInEditor: true });
    expect(marksIn(view.dom).map((mark) => mark.replace(/^.*Status: /, ''))).toEqual(['Read', 'on hold', 'Reading']);
    await set({});
    expect(marksIn(view.dom)).toEqual([]);
    destroy();
  });

  it('should leave nothing in an open editor when the plugin is turned off', async () => {
    host = await openVault({ files: { ...FILES, [DATA]: '{"version":1,"markReferencesInEditor":true}' } });
    const { view, destroy } = host.openLivePreview(ALPHA);
    expect(marksIn(view.dom)).toHaveLength(3);
    await host.disablePlugin();
    expect(view.dom.querySelectorAll('[class*="paperweave"]')).toHaveLength(0);
    destroy();
  });
});
