import type { Locator, Page } from 'playwright-core';
import { closeBrowser, openPage, untilAnswered, type OpenedPage, type PageOptions } from './open-page';

jest.setTimeout(180_000);

let opened: OpenedPage;

/** They would lie over what is to be pressed. */
const putNoticesAway = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const notice of document.querySelectorAll<HTMLElement>('.notice')) notice.click();
  });

const open = async (options: PageOptions = {}): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.run('open-dashboard');
  await untilAnswered(opened.page);
  await putNoticesAway(opened.page);
  return opened;
};

/** What a screen reader would call the element that has the focus; empty where nothing has it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    return (element.getAttribute('aria-label') ?? element.innerText).replace(/\s+/g, ' ').trim();
  });

const pressOn = async (control: Locator, key = 'Enter'): Promise<void> => {
  await control.focus();
  await control.press(key);
};

const note = (title: string, status: string): string => `---\ntitle: ${title}\ntags: [paper]\nstatus: ${status}\n---\n`;

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('a popover whose focus is lost', () => {
  const popover = () => opened.page.locator('.paperweave-popover');

  it('should close by Escape where what was pressed is gone', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Views' }).click();
    for (const name of ['One', 'Two']) {
      await page.getByLabel('Name of the view').fill(name);
      await page.keyboard.press('Enter');
    }
    await pressOn(page.getByRole('button', { name: 'Delete Two' }));
    await page.getByRole('button', { name: 'Delete Two' }).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Name of the view');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Escape');
    expect([await popover().count(), await focused(page)]).toEqual([0, 'Views']);
  });

  it('should close by Escape where what was pressed is turned off', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Tags' }).first().click();
    await popover().getByRole('checkbox').first().check();
    await pressOn(popover().getByRole('button', { name: 'Clear' }).last());
    await untilAnswered(page);
    expect(await focused(page)).toBe('Done');
    await page.keyboard.press('Escape');
    expect([await popover().count(), await focused(page)]).toEqual([0, 'Tags']);
  });

  it('should close by Escape where its padding was pressed', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Display' }).click();
    await popover().click({ position: { x: 3, y: 3 } });
    await page.keyboard.press('Escape');
    expect([await popover().count(), await focused(page)]).toEqual([0, 'Display']);
  });
});

describe('a menu that is opened by key', () => {
  const menuAt = async (button: Locator): Promise<{ menu: { x: number; y: number }; button: { x: number; bottom: number } }> => {
    const at = await button.evaluate((element) => ({ x: element.getBoundingClientRect().left, bottom: element.getBoundingClientRect().bottom }));
    const menu = opened.page.locator('.menu');
    await menu.waitFor();
    const { x, y } = await menu.evaluate((element) => ({ x: element.getBoundingClientRect().left, y: element.getBoundingClientRect().top }));
    return { menu: { x, y }, button: at };
  };

  it('should appear at the button, on the board and in the citations', async () => {
    const { page, run, openNote } = await open();
    await page.getByRole('tab', { name: 'Board' }).click();
    const card = page.locator('.paperweave-card').first().getByRole('button');
    await pressOn(card);
    const onBoard = await menuAt(card);
    expect(Math.abs(onBoard.menu.x - onBoard.button.x)).toBeLessThan(8);
    expect(Math.abs(onBoard.menu.y - onBoard.button.bottom)).toBeLessThan(8);
    await page.keyboard.press('Escape');
    await run('open-citations');
    await openNote('Papers/2015-resnet.md');
    const more = page.locator('.paperweave-cite-header').getByRole('button', { name: 'More actions' });
    await pressOn(more);
    const inCitations = await menuAt(more);
    expect(Math.abs(inCitations.menu.y - inCitations.button.bottom)).toBeLessThan(8);
    expect(inCitations.menu.x).toBeGreaterThan(300);
  });

  it('should still appear at the pointer where it is opened by mouse', async () => {
    const { page } = await open();
    await page.getByRole('tab', { name: 'Board' }).click();
    const card = page.locator('.paperweave-card').first().getByRole('button');
    await card.click({ position: { x: 5, y: 5 } });
    const { menu, button } = await menuAt(card);
    expect(menu.x - button.x).toBeGreaterThan(3);
    expect(menu.y).toBeLessThan(button.bottom - 3);
  });
});

describe('a card that is moved out of sight', () => {
  /** Moves the first card that waits to be read, where only such are shown. */
  const moveOutOfSight = async (): Promise<{ title: string; box: Locator }> => {
    const { page, settle } = await open({ width: 1500, height: 900 });
    await page.getByRole('tab', { name: 'Board' }).click();
    const box = page.getByPlaceholder('Search papers');
    await box.fill('status:todo');
    await untilAnswered(page);
    const card = page.locator('[data-paperweave-column="todo"] .paperweave-card').first();
    const title = await card.locator('.paperweave-card-title').innerText();
    await pressOn(card, 'Shift+ArrowRight');
    await settle();
    await untilAnswered(page);
    expect(await page.locator('.paperweave-card', { hasText: title }).count()).toBe(0);
    return { title, box };
  };

  it('should not take the focus from the search box when it comes back', async () => {
    const { title, box } = await moveOutOfSight();
    const { page } = opened;
    await box.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(title.slice(0, 12).toLowerCase());
    await untilAnswered(page);
    await page.locator('.paperweave-card', { hasText: title }).waitFor();
    expect([await focused(page), await box.inputValue()]).toEqual(['Search papers', title.slice(0, 12).toLowerCase()]);
  });

  it('should not take it from another card either', async () => {
    const { title, box } = await moveOutOfSight();
    const { page } = opened;
    const neighbour = await focused(page);
    expect(neighbour).not.toBe('');
    await box.evaluate((input: HTMLInputElement) => {
      input.value = '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.locator('.paperweave-card', { hasText: title }).waitFor();
    await untilAnswered(page);
    expect(await focused(page)).toBe(neighbour);
  });
});

describe('two dashboards in one window', () => {
  it('should have no id in common, and keep the focus in the one where it was', async () => {
    const { page, settle } = await open({ width: 1800 });
    await page.evaluate(async () => {
      await window.host.app.workspace.getLeaf('split').setViewState({ type: 'paperweave-dashboard', active: true });
    });
    await settle();
    await untilAnswered(page);
    const second = page.locator('.paperweave-dashboard').nth(1);
    for (const at of [0, 1]) {
      await page.locator('.paperweave-dashboard').nth(at).getByRole('tab', { name: 'Progress' }).click();
      await untilAnswered(page);
    }
    const ids = await page.evaluate(() => Array.from(document.querySelectorAll('.paperweave-dashboard [id]'), ({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    await pressOn(second.locator('.paperweave-share-button').first());
    await untilAnswered(page);
    expect(await second.locator('.paperweave-tab:focus').innerText()).toBe('Table');
  });
});

describe('a control that goes away with the focus', () => {
  it('should leave it to the next one, where it is a filter, and where it takes all of them back', async () => {
    const { page } = await open();
    for (const name of [/^To read \d/, /^Reading \d/]) await page.getByRole('button', { name }).first().click();
    await pressOn(page.getByRole('button', { name: 'Remove filter Status: To read' }));
    expect(await focused(page)).toBe('Remove filter Status: Reading');
    await pressOn(page.getByRole('button', { name: 'Clear filters' }));
    await page.getByRole('button', { name: 'Clear filters' }).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Select all papers shown');
  });

  it('should leave it to the search box, where it empties that', async () => {
    const { page } = await open();
    await page.getByPlaceholder('Search papers').fill('bert');
    await pressOn(page.getByRole('button', { name: 'Clear search' }));
    expect(await focused(page)).toBe('Search papers');
  });

  it('should leave it near, where the last row of a table goes, and where nothing that was found is cleared', async () => {
    const { page, settle } = await open();
    await page.getByPlaceholder('Search papers').fill('status:reading scibert');
    await untilAnswered(page);
    await page.locator('.paperweave-row[data-paperweave-row]').getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settle();
    await page.getByText('No paper matches.').waitFor();
    expect(await focused(page)).not.toBe('');
    await pressOn(page.getByRole('button', { name: 'Clear search and filters' }));
    await untilAnswered(page);
    expect(await focused(page)).not.toBe('');
  });

  it('should leave it to the next reference, where a note is created in the citations', async () => {
    const { page, run, openNote, settle } = await open();
    await run('open-citations');
    await openNote('Papers/2015-resnet.md');
    const create = page.locator('.paperweave-cite').getByRole('button', { name: /^Create a note for/ });
    const before = await create.count();
    await pressOn(create.first());
    await settle();
    expect(await create.count()).toBeLessThan(before);
    expect(await page.locator('.paperweave-cite :focus').count()).toBe(1);
  });

  it('should leave it near, where missing works are created and hidden', async () => {
    const { page, settle } = await open();
    await page.getByRole('tab', { name: /Missing/ }).click();
    const first = page.locator('.paperweave-row.mod-work').first();
    await first.getByRole('checkbox').check();
    await pressOn(page.getByRole('button', { name: 'Create 1 note…' }));
    await page.locator('.modal button.mod-cta').focus();
    await page.keyboard.press('Enter');
    await page.locator('.modal').waitFor({ state: 'detached' });
    await settle();
    expect(await page.locator('.paperweave-panel :focus').count()).toBe(1);
    await first.getByRole('checkbox').check();
    await pressOn(page.getByRole('button', { name: 'Hide', exact: true }));
    await settle();
    expect(await page.locator('.paperweave-panel :focus').count()).toBe(1);
  });

  it('should leave it in the list of kept changes, where one of them is undone', async () => {
    const { page, settle } = await open();
    for (const name of ['SciBERT', 'XLNet']) {
      await page.getByPlaceholder('Search papers').fill(name);
      await untilAnswered(page);
      await page.locator('.paperweave-row[data-paperweave-row]').first().getByRole('combobox').selectOption({ label: 'Skipped' });
      await settle();
    }
    await putNoticesAway(page);
    await page.getByLabel('Changes to papers').first().click();
    await pressOn(page.locator('.modal').getByRole('button', { name: /^Undo: / }).first());
    await settle();
    expect(await page.locator('.modal-content :focus').count()).toBe(1);
    await pressOn(page.locator('.modal').getByRole('button', { name: /^Undo: / }).first());
    await settle();
    await page.getByText('No change is kept.').waitFor();
    expect(await page.locator('.modal-content :focus').count()).toBe(1);
  });

  it('should leave it to what is said instead, where nothing is left to read next', async () => {
    const { page, settle } = await open({ files: { 'a.md': note('One', 'todo'), 'b.md': note('Two', 'read') } });
    await page.getByRole('tab', { name: 'Next' }).click();
    await untilAnswered(page);
    await pressOn(page.getByRole('button', { name: 'Start reading One' }));
    await settle();
    await page.getByText('Nothing is waiting to be read.').waitFor();
    expect(await focused(page)).toBe('Show missing works');
  });

  it('should leave it near, where the last page of problems is reached', async () => {
    const unread = Array.from({ length: 60 }, (_, at) => [`p${String(at)}.md`, '---\ntags: [paper]\ntitle: {a: map}\n---\n']);
    const { page } = await open({ files: { 'a.md': note('One', 'todo'), ...Object.fromEntries(unread) } });
    await page.getByRole('tab', { name: /Problems/ }).click();
    await pressOn(page.getByRole('button', { name: 'Next page' }));
    await page.getByText('Page 2 of 2').waitFor();
    expect(await focused(page)).toBe('Previous page');
  });

  it('should leave it near, where the last references are shown', async () => {
    const references = Array.from({ length: 120 }, (_, at) => `- Some reference of that paper, number ${String(at)}\n`).join('');
    const { page, run, openNote } = await open({ files: { 'a.md': `${note('One', 'todo')}\n## References\n${references}` } });
    await run('open-citations');
    await openNote('a.md');
    const more = page.getByRole('button', { name: 'Show 20 more of 20 entries' });
    await pressOn(more);
    await more.waitFor({ state: 'detached' });
    expect(await page.locator('.paperweave-cite :focus').count()).toBe(1);
  });
});

describe('a control that has nothing more to do', () => {
  it('should keep the focus, where it selects all missing works or none', async () => {
    const { page, run } = await open();
    await run('create-most-cited-notes');
    for (const name of ['All', 'None']) {
      const control = page.locator('.modal').getByRole('button', { name, exact: true });
      await pressOn(control);
      await control.and(page.locator('[aria-disabled=true]')).waitFor();
      expect(await focused(page)).toBe(name);
    }
  });
});
