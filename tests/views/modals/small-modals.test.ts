/** @jest-environment jsdom */
import './fake-obsidian';
import type { Paper } from '../../../src/core/papers/paper';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { choosePaper } from '../../../src/views/modals/choose-paper-modal';
import { chooseStatus } from '../../../src/views/modals/choose-status-modal';
import { confirm } from '../../../src/views/modals/confirm-modal';
import { showProgress } from '../../../src/views/modals/progress-notice';
import { reportNotice } from '../../../src/views/modals/report-notice';
import { click, find, pressKey, textsOf, type } from './press';

const paperOf = (path: string, title: string, changes: Partial<Paper> = {}): Paper => ({
  path, title, titleKey: '', authors: [], year: null, venue: null, tags: [], metaKey: null, aliases: [], status: 'todo',
  statusKind: 'queued', readDate: null, numCitedBy: null, pdf: null, urls: [], ids: [], ...changes,
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('choosing a status', () => {
  it('should offer the vocabulary in its order and mark the current one', async () => {
    void chooseStatus({} as never, DEFAULT_STATUSES, 'reading');
    expect(textsOf('.suggestion-item')).toEqual(['To read', 'Reading', 'Read', 'Skipped']);
    expect(find('[aria-label="Current"]').closest('.suggestion-item')?.textContent).toBe('Reading');
    await type(find<HTMLInputElement>('input'), 'abandon');
    expect(textsOf('.suggestion-item')).toEqual(['Skipped']);
  });

  it.each([
    ['read', ['Read', 'Reading', 'To read', 'Skipped']],
    [' READ ', ['Read', 'Reading', 'To read', 'Skipped']],
    ['rea', ['Reading', 'Read', 'To read', 'Skipped']],
    ['d', ['Reading', 'Read', 'To read', 'Skipped']],
    ['to read', ['To read']],
  ])('should put first, for “%s”, what is called so, then what begins so', async (typed, expected) => {
    void chooseStatus({} as never, DEFAULT_STATUSES, null);
    await type(find<HTMLInputElement>('input'), typed);
    expect(textsOf('.suggestion-item')).toEqual(expected);
  });

  it('should answer with the chosen one, although the app closes the modal first', async () => {
    const answer = chooseStatus({} as never, DEFAULT_STATUSES, null);
    await click(find('.suggestion-item', 'Skipped'));
    expect((await answer)?.value).toBe('skipped');
  });

  it('should answer null when it is closed without a choice', async () => {
    const answer = chooseStatus({} as never, DEFAULT_STATUSES, null);
    await pressKey(find('input'), 'Escape');
    expect(await answer).toBeNull();
  });
});

describe('choosing a paper', () => {
  const papers = [
    paperOf('a.md', 'Graph networks', { authors: ['Ada', 'Ben', 'Cyd'], year: 2018 }),
    paperOf('b.md', 'Graph networks', { authors: ['Dan', 'Eve'] }),
    paperOf('c.md', 'Deep sets'),
  ];

  it('should tell equal titles apart by authors and year', () => {
    void choosePaper({} as never, papers, 'Which paper?');
    expect(find<HTMLInputElement>('input').placeholder).toBe('Which paper?');
    expect(textsOf('.suggestion-item')).toEqual(['Graph networksAda et al. · 2018', 'Graph networksDan, Eve', 'Deep sets']);
  });

  it('should answer with the chosen one, or null', async () => {
    const chosen = choosePaper({} as never, papers, '');
    await click(find('.suggestion-item', 'Dan'));
    expect(await chosen).toBe(papers[1]);
    const cancelled = choosePaper({} as never, papers, '');
    await pressKey(find('input'), 'Escape');
    expect(await cancelled).toBeNull();
  });
});

describe('confirming', () => {
  const ask = (destructive?: boolean): Promise<boolean> =>
    confirm({} as never, { title: 'Really?', message: 'One.\n\nTwo.', confirm: 'Do it', ...(destructive === undefined ? {} : { destructive }) });

  it('should show its message in paragraphs and a warning where it destroys', () => {
    void ask(true);
    expect(textsOf('p')).toEqual(['One.', 'Two.']);
    expect(find('.mod-cta').className).toContain('mod-warning');
  });

  it('should answer true for its primary button only', async () => {
    const confirmed = ask();
    expect(find('.mod-cta').className).toBe('mod-cta');
    await click(find('.mod-cta', 'Do it'));
    expect(await confirmed).toBe(true);
    const cancelled = ask();
    await click(find('.mod-cancel'));
    expect(await cancelled).toBe(false);
    const escaped = ask();
    await pressKey(find('.mod-cta'), 'Escape');
    expect(await escaped).toBe(false);
  });
});

describe('the progress notice', () => {
  it('should show how far the work is, stay, and go when it is done', async () => {
    const progress = showProgress(1_146, 'Link references');
    progress.update(420);
    expect(find('.notice').dataset.duration).toBe('0');
    expect(find('.paperweave-notice-count').textContent).toBe('420 of 1,146');
    expect(find<HTMLProgressElement>('progress').value).toBe(420);
    await click(find('.notice div'));
    expect(document.querySelector('.notice')).not.toBeNull();
    progress.done();
    expect(document.querySelector('.notice')).toBeNull();
  });

  it('should remember that the user cancelled', async () => {
    const progress = showProgress(60, 'Link references');
    expect(progress.cancelled).toBe(false);
    await click(find('button', 'Cancel'));
    expect(progress.cancelled).toBe(true);
    expect(find<HTMLButtonElement>('button').disabled).toBe(true);
  });
});

describe('the report notice', () => {
  it('should carry an Undo that closes it and runs once', async () => {
    const undo = jest.fn();
    reportNotice('12 notes changed.', { undo });
    expect(find('.notice').textContent).toBe('12 notes changed.Undo');
    await click(find('button', 'Undo'));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(document.querySelector('.notice')).toBeNull();
  });

  it('should have no buttons where nothing can follow', () => {
    reportNotice('Nothing to change.');
    expect(document.querySelector('.notice button')).toBeNull();
  });
});
