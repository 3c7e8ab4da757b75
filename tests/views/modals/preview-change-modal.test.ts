/** @jest-environment jsdom */
import './fake-obsidian';
import { act } from 'preact/test-utils';
import type { PlannedChange, PlannedNote } from '../../../src/core/changes/planned-change';
import { previewChange } from '../../../src/views/modals/preview-change-modal';
import type { ConfirmedChange, PreviewOptions } from '../../../src/views/modals/change-preview';
import { click, find, opening, pressKey, textsOf } from './press';

const noteOf = (path: string, changes: Partial<PlannedNote> = {}): PlannedNote => ({
  path, isNew: false, hunks: [{ line: 4, before: ['- [T](./t.md)'], after: ['- [[t|T]]'] }], repairs: 0, restyles: 1, ...changes,
});

const changeOf = (changes: Partial<PlannedChange> = {}): PlannedChange => ({
  kind: 'link', title: 'Link references', notes: [noteOf('refs/a.md'), noteOf('refs/b.md', { repairs: 2, restyles: 0 })], skipped: [], ...changes,
});

const open = (planned: PlannedChange, options?: PreviewOptions): Promise<{ readonly answer: Promise<ConfirmedChange | null> }> =>
  opening(() => previewChange({} as never, planned, options));

const primary = (): HTMLButtonElement => find<HTMLButtonElement>('.mod-cta');

afterEach(() => {
  document.body.replaceChildren();
});

describe('the preview of a change', () => {
  it.each<[string, Partial<PlannedChange>, string]>([
    ['one changed note', { notes: [noteOf('a.md')] }, 'Change 1 note'],
    ['changed notes', {}, 'Change 2 notes'],
    ['new notes alone', { kind: 'create', notes: [noteOf('a.md', { isNew: true })] }, 'Create 1 note'],
    ['new notes and their citations', { kind: 'create', notes: [noteOf('a.md', { isNew: true }), noteOf('b.md'), noteOf('c.md')] }, 'Create 1 note and link 2'],
  ])('should name on its button what happens: %s', async (_name, changes, text) => {
    await open(changeOf(changes));
    expect(primary().textContent).toBe(text);
  });

  it('should show title and counts', async () => {
    await open(changeOf({ skipped: [{ path: 'c.md', reason: 'ambiguous', message: 'Two papers fit.' }] }));
    expect(document.body.textContent).toContain('Link references');
    expect(find('[role="status"]').textContent).toBe('2 notes · 2 repairs · 1 restyling · 1 left as they are');
  });

  it('should answer with nothing left out when confirmed at once', async () => {
    const { answer } = await open(changeOf());
    await click(primary());
    expect(await answer).toEqual({ leftOut: new Set(), only: null });
  });

  it('should answer with the notes that were unticked, and count the others', async () => {
    const { answer } = await open(changeOf());
    await click(find('input[aria-label="Include b"]'));
    expect(primary().textContent).toBe('Change 1 note');
    await click(primary());
    expect(await answer).toEqual({ leftOut: new Set(['refs/b.md']), only: null });
  });

  it('should confirm nothing while every note is left out', async () => {
    const { answer } = await open(changeOf());
    await click(find('.paperweave-preview-all input'));
    expect(primary().disabled).toBe(true);
    await pressKey(find('input[aria-label="Include a"]'), 'Enter');
    await click(find('.paperweave-preview-all input'));
    await click(primary());
    expect(await answer).toEqual({ leftOut: new Set(), only: null });
  });

  it('should take Enter in a field as confirming, but not on a button', async () => {
    const { answer } = await open(changeOf());
    await pressKey(find('.paperweave-preview-toggle'), 'Enter');
    expect(document.querySelector('.mod-cta')).not.toBeNull();
    await pressKey(find('input[aria-label="Include a"]'), 'Enter');
    expect(await answer).toEqual({ leftOut: new Set(), only: null });
  });

  it.each<[string, () => Promise<void>]>([
    ['Cancel', () => click(find('.mod-cancel'))],
    ['Escape', () => pressKey(primary(), 'Escape')],
  ])('should answer null on %s and leave nothing behind', async (_name, cancel) => {
    const { answer } = await open(changeOf());
    const content = find('.paperweave-preview').parentElement;
    await cancel();
    expect(await answer).toBeNull();
    expect(content?.childElementCount).toBe(0);
  });

  it('should focus its first field, or the button where there is none', async () => {
    await open(changeOf());
    expect(document.activeElement).toBe(primary());
    document.body.replaceChildren();
    await open(changeOf(), { offerKinds: true });
    expect(document.activeElement).toBe(find('input[type="radio"]'));
  });

  it('should show the lines of a note as removed and added, in words and signs, when it is opened', async () => {
    await open(changeOf());
    expect(document.querySelector('del')).toBeNull();
    await click(find('.paperweave-preview-toggle', 'a'));
    expect(textsOf('.paperweave-diff-place')).toEqual(['Line 4']);
    expect(textsOf('.paperweave-diff-line')).toEqual(['−Removed: - [T](./t.md)', '+Added: - [[t|T]]']);
    expect(find('del').textContent).toBe('T](./t.md)');
    expect(find('ins').textContent).toBe('[t|T]]');
  });

  it('should treat a title that looks like markup as text', async () => {
    const line = '- <img src=x onerror=alert(1)>';
    await open(changeOf({ notes: [noteOf('<b>.md', { hunks: [{ line: 1, before: [], after: [line] }] })] }));
    expect(document.querySelector('img, b')).toBeNull();
    expect(find('ins').textContent).toBe(line);
  });

  it('should list what is skipped by reason, with note and line', async () => {
    const skipped = [{ path: 'refs/c.md', reason: 'ambiguous', message: 'Two papers fit.', line: 12 }] as const;
    await open(changeOf({ skipped }));
    expect(find('[role="tabpanel"]').getAttribute('aria-label')).toBe('Changes');
    await click(find('[role="tab"]', 'Left as they are'));
    expect(find('[role="tabpanel"]').getAttribute('aria-label')).toBe('Left as they are');
    expect(textsOf('[role="listitem"]')).toEqual(['More than one paper fits1', 'c:12Two papers fit.']);
  });

  it('should have only what is on the screen in the document, for 10,000 notes', async () => {
    await open(changeOf({ notes: Array.from({ length: 10_000 }, (_, index) => noteOf(`refs/${String(index)}.md`)) }));
    expect(primary().textContent).toBe('Change 10,000 notes');
    expect(document.querySelectorAll('[role="listitem"]').length).toBeLessThan(100);
    expect(find('[role="listitem"]').getAttribute('aria-setsize')).toBe('10000');
  });
});

describe('the choice between repairs and restyling', () => {
  it('should be offered only where it is asked for', async () => {
    await open(changeOf());
    expect(document.querySelector('input[type="radio"]')).toBeNull();
  });

  it('should leave out the notes of the other kind and answer with the choice', async () => {
    const { answer } = await open(changeOf(), { offerKinds: true });
    await click(find('label', 'Repairs only').querySelector('input') ?? primary());
    expect(primary().textContent).toBe('Change 1 note');
    expect(find('[role="status"]').textContent).toBe('1 note · 2 repairs');
    await click(primary());
    expect(await answer).toEqual({ leftOut: new Set(), only: 'repairs' });
  });

  it('should show the change planned anew for the kind, where that can be had', async () => {
    const narrowed = changeOf({ notes: [noteOf('refs/b.md', { repairs: 2, restyles: 0, hunks: [{ line: 8, before: ['x'], after: ['y'] }] })] });
    const planOnly = jest.fn(() => Promise.resolve(narrowed));
    const { answer } = await open(changeOf(), { offerKinds: true, planOnly });
    await click(find('label', 'Repairs only').querySelector('input') ?? primary());
    await act(async () => {
      await Promise.resolve();
    });
    expect(planOnly.mock.calls).toEqual([['repairs']]);
    await click(find('.paperweave-preview-toggle'));
    expect(textsOf('.paperweave-diff-place')).toContain('Line 8');
    await click(primary());
    expect(await answer).toEqual({ leftOut: new Set(), only: 'repairs' });
  });

  it('should say why and confirm nothing where planning anew fails', async () => {
    await open(changeOf(), { offerKinds: true, planOnly: () => Promise.reject(new Error('the vault is busy')) });
    await click(find('label', 'Restyling only').querySelector('input') ?? primary());
    await act(async () => {
      await Promise.resolve();
    });
    expect(find('[role="status"]').textContent).toContain('the vault is busy');
    expect(primary().disabled).toBe(true);
  });
});
