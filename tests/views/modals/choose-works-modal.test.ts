/** @jest-environment jsdom */
import './fake-obsidian';
import type { MissingWork } from '../../../src/core/library/library';
import { chooseWorks, type ChooseWorksOptions } from '../../../src/views/modals/choose-works-modal';
import { click, find, opening, pressKey, textsOf, type } from './press';

const TITLES = ['Graph networks', 'Graph attention', 'Étude of trees', 'Deep sets'];
const works: readonly MissingWork[] = TITLES.map((title, index) => ({
  key: `k${String(index)}`, title, citedBy: 9 - index, readBy: index === 0 ? 2 : 0, activeBy: 0, citing: [], hidden: null,
}));

const open = (options: Partial<ChooseWorksOptions> = {}): Promise<{ readonly answer: Promise<readonly string[] | null> }> =>
  opening(() => chooseWorks({} as never, works, { title: 'Missing works', ...options }));

const primary = (): HTMLButtonElement => find<HTMLButtonElement>('.mod-cta');
const first = (): HTMLInputElement => find<HTMLInputElement>('input[type="number"]');
const search = (): HTMLInputElement => find<HTMLInputElement>('input[type="search"]');
const ticked = (): readonly string[] =>
  [...document.querySelectorAll<HTMLInputElement>('[role="listitem"] input')].flatMap((box, index) => (box.checked ? [String(index)] : []));

afterEach(() => {
  document.body.replaceChildren();
});

describe('choosing missing works', () => {
  it.each<[number | 'all' | undefined, readonly string[], string]>([
    [undefined, [], 'Create 0 notes…'],
    [2, ['0', '1'], 'Create 2 notes…'],
    [99, ['0', '1', '2', '3'], 'Create 4 notes…'],
    ['all', ['0', '1', '2', '3'], 'Create 4 notes…'],
  ])('should begin with %s of the first selected', async (preselect, boxes, text) => {
    await open(preselect === undefined ? {} : { preselect });
    expect(ticked()).toEqual(boxes);
    expect(primary().textContent).toBe(text);
    expect(primary().disabled).toBe(boxes.length === 0);
  });

  it('should show how often each is cited', async () => {
    await open();
    expect(textsOf('.paperweave-works-count')[0]).toBe('Cited by 9 papers, 2 read');
    expect(textsOf('.paperweave-works-count')[1]).toBe('Cited by 8 papers');
  });

  it('should focus the number, select the first n as they are typed, and confirm with Enter', async () => {
    const { answer } = await open();
    expect(document.activeElement).toBe(first());
    await type(first(), '3');
    expect(ticked()).toEqual(['0', '1', '2']);
    await pressKey(first(), 'Enter');
    expect(await answer).toEqual(['k0', 'k1', 'k2']);
  });

  it.each(['', '-4', 'e'])('should not select anything for the number %j', async (text) => {
    await open();
    await type(first(), text);
    expect(ticked()).toEqual([]);
  });

  it('should select all and none, and one by one, and answer in the order given', async () => {
    const { answer } = await open();
    await click(find('button', 'All'));
    await click(find('button', 'None'));
    expect(ticked()).toEqual([]);
    const boxes = [...document.querySelectorAll<HTMLInputElement>('[role="listitem"] input')];
    for (const box of boxes.slice(2).reverse()) await click(box);
    await click(primary());
    expect(await answer).toEqual(['k2', 'k3']);
  });

  it('should select among what the search shows and keep what it hides', async () => {
    const { answer } = await open({ preselect: 'all' });
    await type(search(), 'graph');
    await click(find('button', 'None'));
    await type(first(), '1');
    expect(find('.paperweave-works-selected').textContent).toBe('3 of 4 selected, 2 of them not shown by this search');
    await click(primary());
    expect(await answer).toEqual(['k0', 'k2', 'k3']);
  });

  it('should find words in any order, case and diacritics aside', async () => {
    await open();
    await type(search(), 'TREES etude');
    expect(textsOf('.paperweave-works-title')).toEqual(['Étude of trees']);
    await type(search(), 'nowhere');
    expect(document.body.textContent).toContain('No missing work matches this search.');
  });

  it('should answer null on Escape', async () => {
    const { answer } = await open({ preselect: 1 });
    await pressKey(first(), 'Escape');
    expect(await answer).toBeNull();
  });
});
