/** @jest-environment jsdom */
import '../modals/fake-obsidian';
import { act } from 'preact/test-utils';
import type { Library, LibraryState, MissingWork, ResolvedReference } from '../../../src/core/library/library';
import type { Paper } from '../../../src/core/papers/paper';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { DEFAULT_FIELDS } from '../../../src/core/papers/paper-schema';
import { CitationsView, type CitationsDeps } from '../../../src/views/citations/citations-view';
import type { PaperActions } from '../../../src/views/paper-actions';
import { click, find, pressKey, textsOf } from '../modals/press';

const paperOf = (path: string, title: string, changes: Partial<Paper> = {}): Paper => ({
  path, title, titleKey: '', authors: [], year: null, venue: null, tags: [], metaKey: null, aliases: [], status: 'todo',
  statusKind: 'queued', readDate: null, numCitedBy: null, pdf: null, urls: [], ids: [], ...changes,
});

const referenceOf = (line: number, changes: Partial<ResolvedReference>): ResolvedReference => ({
  state: 'linked', text: `text ${String(line)}`, label: `label ${String(line)}`, line, target: null, via: null, candidates: [], missingKey: null, ...changes,
});

const workOf = (key: string, hidden: MissingWork['hidden'] = null): MissingWork => ({ key, title: key, citedBy: 7, readBy: 0, activeBy: 0, citing: [], hidden });

const PAPERS = [
  paperOf('p/here.md', 'Here', { authors: ['Ada', 'Ben'], year: 2020, venue: 'Venue', pdf: 'here.pdf' }),
  paperOf('p/bert.md', 'BERT', { status: 'read', statusKind: 'done', authors: ['Jacob', 'Ming', 'Kenton'], year: 2019 }),
  paperOf('p/graph.md', 'Graph'),
  paperOf('p/graph-2.md', 'Graph'),
];

const REFERENCES = [
  referenceOf(10, { target: 'p/bert.md' }),
  referenceOf(11, { state: 'plain', missingKey: 'lost' }),
  referenceOf(12, { state: 'ambiguous', candidates: ['p/graph.md', 'p/graph-2.md'] }),
  referenceOf(13, { state: 'plain', target: 'p/bert.md' }),
  referenceOf(14, { state: 'plain', missingKey: 'etal' }),
];

interface Stage {
  references?: readonly ResolvedReference[] | null;
  state?: LibraryState;
  active?: string | null;
  saved?: unknown;
}

function stage(options: Stage = {}) {
  let revision = 1;
  let references = options.references === undefined ? REFERENCES : options.references;
  const listeners = new Set<() => void>();
  const events = new Map<string, Set<() => void>>();
  const library: Library = {
    get revision() {
      return revision;
    },
    papers: () => PAPERS,
    statusTallies: () => [],
    paper: (path) => PAPERS.find((paper) => paper.path === path) ?? null,
    references: () => references,
    counts: () => null,
    referenceCount: () => null,
    missingTallies: () => [],
    readersAt: () => ({ citedBy: 0, readBy: 0, activeBy: 0 }),
    citing: (path) => (path === 'p/here.md' ? ['p/graph.md', 'p/bert.md'] : []),
    citedByCount: () => 0,
    missing: () => [workOf('lost')],
    missingCount: () => 1,
    hiddenMissing: () => [workOf('etal', 'debris')],
    missingWork: (key) => [workOf('lost'), workOf('etal', 'debris')].find((work) => work.key === key) ?? null,
    problems: () => [],
    related: (path) => (path === 'p/here.md' ? [{ path: 'p/graph.md', shared: 3 }] : []),
  };
  const calls: [string, ...unknown[]][] = [];
  const record = (name: string) => (...given: unknown[]): Promise<void> => {
    calls.push([name, ...given.filter((argument) => !(argument instanceof Event) && !(argument instanceof HTMLElement) && !(argument instanceof CitationsView))]);
    return Promise.resolve();
  };
  const actions = Object.fromEntries(
    ['openNote', 'hoverNote', 'showMenu', 'setStatus', 'createNotes', 'hideWorks', 'showWorks', 'chooseTarget', 'linkReferences', 'openPdf', 'openSource'].map(
      (name) => [name, record(name)],
    ),
  ) as unknown as PaperActions;
  let active = options.active === undefined ? 'p/here.md' : options.active;
  let isOwnActive = false;
  const files = new Map([...PAPERS.map((paper) => paper.path), 'notes/plain.md'].map((path) => [path, { path }]));
  const saves = jest.fn();
  const app = {
    workspace: {
      on: (name: string, callback: () => void) => {
        const callbacks = events.get(name) ?? new Set();
        events.set(name, callbacks.add(callback));
        return { off: () => callbacks.delete(callback) };
      },
      getActiveFile: () => (active === null ? null : (files.get(active) ?? null)),
      getActiveViewOfType: () => (isOwnActive ? view : null),
      requestSaveLayout: saves,
    },
    vault: { getFileByPath: (path: string) => files.get(path) ?? null },
  };
  const deps: CitationsDeps = {
    source: {
      get state() {
        return options.state ?? { phase: 'ready' };
      },
      library,
      onChange: (callback) => {
        listeners.add(callback);
        return () => listeners.delete(callback);
      },
    },
    actions,
    settings: () =>
      ({ statuses: DEFAULT_STATUSES, paperTags: ['paper'], paperFolders: ['Papers'], fields: DEFAULT_FIELDS, referenceHeadings: ['References'] }) as never,
    onSettings: () => () => undefined,
  };
  const view = new CitationsView({ app } as never, deps);
  return {
    view,
    calls,
    saves,
    listeners,
    events,
    files,
    async open(): Promise<void> {
      await act(async () => {
        await (view as unknown as { onOpen(): Promise<void> }).onOpen();
      });
    },
    async close(): Promise<void> {
      await act(async () => {
        await (view as unknown as { onClose(): Promise<void> }).onClose();
        (view as unknown as { unload(): void }).unload();
      });
    },
    async activate(path: string | null, isOwn = false): Promise<void> {
      active = path;
      isOwnActive = isOwn;
      await act(async () => {
        for (const callback of events.get('active-leaf-change') ?? []) callback();
        await Promise.resolve();
      });
    },
    async change(to: readonly ResolvedReference[]): Promise<void> {
      references = to;
      revision++;
      await act(async () => {
        for (const callback of listeners) callback();
        await Promise.resolve();
      });
    },
  };
}

const opened = async (options?: Stage) => {
  const staged = stage(options);
  await staged.open();
  return staged;
};

const titles = (section: string): readonly string[] => textsOf(`[role="group"][aria-label="${section}"] .paperweave-cite-title`);

afterEach(() => {
  document.body.replaceChildren();
});

describe('the citations view', () => {
  it('should show the active paper, what it cites, what cites it and what is related', async () => {
    await opened();
    expect(find('[role="heading"]').textContent).toBe('Here');
    expect(document.body.textContent).toContain('Ada, Ben · 2020 · Venue');
    expect(titles('References')).toEqual(['BERT', 'label 11', 'label 12', 'Graph', 'Graph', 'BERT', 'label 14']);
    expect(titles('Cited by')).toEqual(['BERT', 'Graph']);
    expect(titles('Related papers')).toEqual(['Graph']);
    expect(textsOf('.tree-item-flair')).toEqual(['5', '2', '1']);
    expect(document.body.textContent).toContain('Read · Jacob et al. · 2019');
    expect(document.body.textContent).toContain('3 references shared');
  });

  it.each<[string, Stage, string]>([
    ['no note is open', { active: null }, 'No note is open'],
    ['the note is no paper', { active: 'notes/plain.md' }, 'This note is not a paperA paper note has the tag #paper in its properties, or the property meta_key, or a place in the folder Papers.'],
    ['the app is loading', { state: { phase: 'waiting' } }, 'Waiting for Obsidian to finish loading…'],
    ['papers are being read', { active: 'notes/plain.md', state: { phase: 'reading', done: 3, total: 1_200 } }, '3 of 1,200 notes'],
    ['other papers are being read', { state: { phase: 'reading', done: 3, total: 9 } }, 'Still reading your papers, the lists may grow:'],
    ['there is no references section', { references: null }, 'This paper has no references section. References are read below a heading named References.'],
    ['the references section has no items', { references: [] }, 'The references section has no items, such as “1. …” or “[1] …”.'],
  ])('should say so when %s', async (_name, options, text) => {
    await opened(options);
    expect(document.body.textContent).toContain(text);
  });

  it('should open a paper by click, middle click and Enter', async () => {
    const { calls } = await opened();
    await click(find('.paperweave-cite-link', 'BERT'));
    await click(find('.paperweave-cite-link', 'BERT'), { button: 1 });
    await pressKey(find('.paperweave-cite-link', 'BERT'), 'Enter');
    expect(calls).toEqual(Array.from({ length: 3 }, () => ['openNote', 'p/bert.md', undefined]));
  });

  it('should lead from a missing reference to its line in the note', async () => {
    const { calls } = await opened();
    await click(find('.paperweave-cite-link', 'label 11'));
    expect(calls).toEqual([['openNote', 'p/here.md', 11]]);
  });

  it('should show the page preview of a paper, and its menu by mouse and keyboard', async () => {
    const { calls } = await opened();
    const link = find('.paperweave-cite-link', 'BERT');
    link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    link.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await pressKey(link, 'F10', { shiftKey: true });
    expect(calls).toEqual([['hoverNote', 'p/bert.md'], ['showMenu', ['p/bert.md']], ['showMenu', ['p/bert.md']]]);
  });

  it('should offer a note for a missing work and tell how many cite it', async () => {
    const { calls } = await opened();
    expect(find('.tree-item', 'label 11').textContent).toContain('Cited by 7 papers');
    await click(find('[aria-label="Create a note for label 11"]'));
    await click(find('[aria-label="Show label 14 among the missing works again"]'));
    expect(calls).toEqual([['createNotes', ['lost']], ['showWorks', ['etal']]]);
  });

  it('should let the user choose what an ambiguous reference means', async () => {
    const { calls } = await opened();
    await click(find('[aria-label="Choose Graph (p/graph-2.md) for label 12"]'));
    expect(calls).toEqual([['chooseTarget', 'p/here.md', 12, 'text 12', 'p/graph-2.md']]);
  });

  it('should mark what is not linked yet or listed twice, and link it', async () => {
    const { calls } = await opened();
    expect(textsOf('.paperweave-cite-mark')).toEqual(['Not linked yet', 'Listed before, on line 10']);
    await click(find('button', 'Link references'));
    expect(calls).toEqual([['linkReferences', ['p/here.md']]]);
  });

  it('should nag about nothing where every known reference is linked', async () => {
    await opened({ references: [referenceOf(1, { target: 'p/bert.md' })] });
    expect(document.querySelector('.paperweave-cite-notice')).toBeNull();
  });

  it('should set the status of the paper and open its PDF', async () => {
    const { calls } = await opened();
    const select = find<HTMLSelectElement>('select');
    await act(async () => {
      select.value = 'read';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
    });
    await click(find('[aria-label="Open PDF"]'));
    expect(calls).toEqual([['setStatus', ['p/here.md'], 'read'], ['openPdf', 'p/here.md']]);
    expect(document.querySelector('[aria-label="Open source"]')).toBeNull();
  });

  it('should filter references and keep the filter and what is folded in its state', async () => {
    const { view, saves } = await opened();
    await click(find('.paperweave-cite-filter', 'Missing'));
    expect(titles('References')).toEqual(['label 11', 'label 14']);
    await click(find('.paperweave-cite-section-title', 'Cited by'));
    await pressKey(find('.paperweave-cite-section-title', 'Related papers'), 'Enter');
    expect(titles('Cited by')).toEqual([]);
    expect(find('.paperweave-cite-section-title', 'Cited by').getAttribute('aria-expanded')).toBe('false');
    expect(view.getState()).toEqual({ filter: 'missing', collapsed: ['cited-by', 'related'] });
    expect(saves).toHaveBeenCalledTimes(3);
  });

  it('should draw a hundred of 10,000 references, and more when asked', async () => {
    await opened({ references: Array.from({ length: 10_000 }, (_, index) => referenceOf(index + 1, { state: 'plain', missingKey: 'lost' })) });
    expect(titles('References')).toHaveLength(100);
    await click(find('button', 'Show 100 more of 9,900 entries'));
    expect(titles('References')).toHaveLength(200);
  });

  it('should treat a title that looks like markup as text', async () => {
    await opened({ references: [referenceOf(1, { state: 'plain', missingKey: 'x', label: '<img src=x onerror=alert(1)>' })] });
    expect(document.querySelector('img')).toBeNull();
    expect(titles('References')).toEqual(['<img src=x onerror=alert(1)>']);
  });
});

describe('following the active note', () => {
  it('should show the note that becomes active', async () => {
    const { activate } = await opened();
    await activate('p/bert.md');
    expect(find('[role="heading"]').textContent).toBe('BERT');
  });

  it('should keep its paper while the view itself is active', async () => {
    const { activate } = await opened();
    await activate(null, true);
    expect(find('[role="heading"]').textContent).toBe('Here');
  });

  it('should let go of a note that was deleted', async () => {
    const { activate, files } = await opened();
    files.delete('p/here.md');
    await activate(null, true);
    expect(document.body.textContent).toContain('No note is open');
  });

  it('should follow changes of the library', async () => {
    const { change } = await opened();
    await change([referenceOf(3, { target: 'p/graph.md' })]);
    expect(titles('References')).toEqual(['Graph']);
  });

  it('should listen to nothing after it was closed', async () => {
    const { close, listeners, events, view } = await opened();
    await close();
    expect(view.contentEl.childElementCount).toBe(0);
    expect(listeners.size).toBe(0);
    expect([...events.values()].every((callbacks) => callbacks.size === 0)).toBe(true);
  });
});
