import { findViolations } from './find-violations';
import { closeBrowser, openPage, scrollTo, type OpenedPage } from './open-page';

jest.setTimeout(300_000);

let opened: OpenedPage;

const TODAY = '2024-03-20';
const DASHBOARD = '.workspace-leaf-content[data-type="paperweave-dashboard"]';
const PANEL = '.paperweave-read';

const note = (title: string, properties: Record<string, string | number>): string =>
  `---\ntitle: ${title}\n${Object.entries({ tags: '[paper]', status: 'todo', ...properties }).map(([key, value]) => `${key}: ${String(value)}\n`).join('')}---\n`;

/** Papers with a bit of everything: gaps, a streak, doubtful days, two words for a status, statuses of nobody, tags below tags. */
const FILES: Record<string, string> = Object.fromEntries(
  [
    note('Today', { status: 'read', read_date: '2024-03-20', year: 2019, venue: 'ICML', tags: '[paper, ml/vision]' }),
    note('Monday', { status: 'done', read_date: '2024-03-18', year: 2019, venue: 'ICML', tags: '[paper, ml/nlp]' }),
    note('Last week', { status: 'read', read_date: '2024-03-13', year: 2018, venue: '"Proceedings of a Conference with a Name: of Some Length"' }),
    note('In February', { status: 'read', read_date: '2024-02-29', year: 2018, tags: '[paper, ml, ml/nlp]' }),
    note('Last year', { status: 'read', read_date: '2023-12-30' }),
    note('Tomorrow', { status: 'read', read_date: '2024-03-21' }),
    note('Before all', { status: 'read', read_date: '1024-03-05' }),
    note('On no day', { status: 'read', read_date: '2024-02-30' }),
    note('On a day unknown', { status: 'read', year: 2017 }),
    note('Queued again', { read_date: '2024-03-19', year: 2017 }),
    note('Paused', { status: 'paused', read_date: '2024-03-18', venue: 'ICML' }),
    note('Half way', { status: 'reading', year: 2019, tags: '[paper, ml/vision]' }),
    note('Skipped', { status: 'skipped', year: 2019 }),
    ...Array.from({ length: 14 }, (_, at) => note(`Old ${String(at)}`, { year: 1990 + at, venue: `Workshop ${String(at % 12)}` })),
  ].map((text, at) => [`p/${String(at)}.md`, text]),
);

/** Sets the plugin's day, and leaves alone how time goes by for the host. */
const setDay = (page: OpenedPage['page'], day: string): Promise<void> =>
  page.evaluate((time) => {
    class OtherDate extends window.Date {
      constructor(...given: [] | [string]) {
        super(...((given.length === 0 ? [time] : given) as [string]));
      }
    }
    Object.assign(window, { Date: OtherDate });
  }, `${day}T12:00:00`);

const openProgress = async (options: Parameters<typeof openPage>[0] = {}, today = TODAY): Promise<OpenedPage> => {
  opened = await openPage({ files: FILES, ...options });
  await setDay(opened.page, today);
  await opened.run('open-dashboard');
  await toProgress(opened.page);
  return opened;
};
const toProgress = async (page: OpenedPage['page']): Promise<void> => {
  await page.locator(DASHBOARD).getByRole('tab', { name: 'Progress' }).click();
  await page.locator(PANEL).waitFor();
};

const button = (page: OpenedPage['page'], name: string) => page.locator(PANEL).getByRole('button', { name, exact: true });
const search = (page: OpenedPage['page']): Promise<string> => page.getByPlaceholder('Search papers').inputValue();
const chips = (page: OpenedPage['page']): Promise<string[]> => page.locator('.paperweave-chip').allInnerTexts();
const titles = async (page: OpenedPage['page']): Promise<string[]> =>
  (await page.locator('.paperweave-row:not(.mod-head) .paperweave-cell.mod-title').allInnerTexts()).sort();
const focused = (page: OpenedPage['page']): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null);

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the progress in a browser', () => {
  it('should show what was read a week and a month, the gaps among them, and lead from a bar to its papers', async () => {
    const { page } = await openProgress();
    const bars = page.getByRole('grid', { name: 'Papers read a week' }).getByRole('button');
    expect((await bars.evaluateAll((all) => all.map((bar) => `${bar.getAttribute('aria-label') ?? ''}|${bar.textContent ?? ''}`))).slice(-3)).toEqual([
      'Week of Mar 3 – 9, 2024: no paper read|',
      'Week of Mar 10 – 16, 2024: 1 paper read|1',
      'Week of Mar 17 – 20, 2024: 2 papers read|2',
    ]);
    await button(page, 'Week of Mar 3 – 9, 2024: no paper read').click({ force: true });
    expect(await page.locator(PANEL).count()).toBe(1);
    await button(page, 'Week of Mar 17 – 20, 2024: 2 papers read').click();
    expect(await titles(page)).toEqual(['Monday', 'Today']);
    expect([await search(page), await chips(page)]).toEqual(['read:2024-03-17..2024-03-20', ['Status: Read']]);
    await toProgress(page);
    await page.getByRole('button', { name: 'Month', exact: true }).click();
    await button(page, 'February 2024: 1 paper read').click();
    expect(await titles(page)).toEqual(['In February']);
    expect(await search(page)).toBe('read:2024-02');
  });

  it('should count the streak, and say what it leaves out and why', async () => {
    const { page } = await openProgress();
    const figures = (await page.locator('.paperweave-read-tile').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(figures).toEqual(['2 this week', '3 this month', '4 this year', '5 since Dec 30, 2023', '2 weeks in a row now Mar 10 – 20, 2024', '2 weeks longest run Mar 10 – 20, 2024']);
    expect(await page.locator('.paperweave-read-unplaced').getByRole('button').allInnerTexts()).toEqual([
      '1 read paper without a read date',
      '1 with a read date after today',
      '1 with a read date before 1900',
      '1 with a read date that no calendar has',
      '2 with a read date that are not read',
    ]);
    await button(page, '2 with a read date that are not read').click();
    expect(await titles(page)).toEqual(['Paused', 'Queued again']);
  });

  it('should lead from every number to as many papers as it says, whatever was searched before', async () => {
    const { page } = await openProgress();
    const whole = page.locator(PANEL).getByRole('button', { name: /^Show all/ });
    while ((await whole.count()) > 0) await whole.first().click();
    const names = (): Promise<string[]> =>
      page.locator(PANEL).locator('.paperweave-read-tile, .paperweave-read-bar:not(.is-empty), .paperweave-read-links button, .paperweave-share-button').evaluateAll((all) =>
        all.filter((each) => each.tagName === 'BUTTON').map((each) => each.getAttribute('aria-label') ?? each.textContent ?? ''),
      );
    const all = await names();
    await page.getByRole('button', { name: 'Month', exact: true }).click();
    const months = (await names()).filter((name) => !all.includes(name));
    expect(months).toHaveLength(3);
    let sum = 0;
    for (const name of [...all, ...months]) {
      const isMonth = months.includes(name);
      const kind = page.getByRole('button', { name: isMonth ? 'Month' : 'Week', exact: true });
      if ((await kind.getAttribute('aria-pressed')) === 'false') await kind.click();
      const said = /^(\d+) (?:read|with)/.exec(name) ?? /: (\d+) papers?(?: read)?$/.exec(name);
      expect([name, said?.[1]]).toEqual([name, expect.stringMatching(/^[1-9]\d*$/)]);
      await button(page, name).click();
      const shown = await page.locator('.paperweave-count').innerText();
      expect([name, /^\d+/.exec(shown)?.[0]]).toEqual([name, said?.[1]]);
      expect([name, await page.locator('.paperweave-row:not(.mod-head)').count()]).toEqual([name, Number(said?.[1])]);
      sum += Number(said?.[1]);
      // What is left in the box must not narrow the next.
      await page.getByPlaceholder('Search papers').fill('nothing at all');
      await toProgress(page);
    }
    expect(sum).toBeGreaterThan(150);
  });

  it('should break statuses down by year, venue and tag, and lead from a part of a bar to its papers', async () => {
    const { page } = await openProgress();
    const row = page.getByRole('grid', { name: 'Status by year' }).getByRole('row').first();
    expect((await row.innerText()).replace(/\s+/g, ' ')).toBe('2019 4 2 1 1 50%');
    await button(page, '2019, Reading: 1 paper').click();
    expect([await titles(page), await chips(page), await search(page)]).toEqual([['Half way'], ['Status: Reading', 'Year: 2019'], '']);
    await toProgress(page);
    await button(page, 'ICML: 3 papers').click();
    expect(await titles(page)).toEqual(['Monday', 'Paused', 'Today']);
    await toProgress(page);
    await button(page, 'ml, 75 percent read: 3 papers').click();
    expect(await titles(page)).toEqual(['In February', 'Monday', 'Today']);
    await toProgress(page);
    await button(page, 'No year: 5 papers').click();
    expect(await titles(page)).toEqual(['Before all', 'Last year', 'On no day', 'Paused', 'Tomorrow']);
  });

  it('should be worked by keyboard alone', async () => {
    const { page } = await openProgress();
    await page.getByRole('tab', { name: 'Progress' }).focus();
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let presses = 0; presses < 30 && !wanted.test((await focused(page)) ?? ''); presses++) await page.keyboard.press('Tab');
      expect(await focused(page)).toMatch(wanted);
    };
    await tabTo(/^Week of Mar 17/);
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('Week of Mar 10 – 16, 2024: 1 paper read');
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('Week of Dec 24 – 30, 2023: 1 paper read');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.paperweave-table').waitFor();
    expect(await titles(page)).toEqual(['Monday', 'Today']);
    // The focus goes along, to the tab that shows them, and one can go back.
    expect(await focused(page)).toBe('Table');
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowRight');
    await page.locator(PANEL).waitFor();
    await tabTo(/^2019: 4 papers/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('2019, Reading: 1 paper');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('2018, 100 percent read: 2 papers');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('2018: 2 papers');
    await page.keyboard.press('Space');
    await page.locator('.paperweave-table').waitFor();
    expect(await titles(page)).toEqual(['In February', 'Last week']);
  });

  it.each([
    [1400, ''],
    [390, 'platform=phone'],
  ])('should draw few of the weeks of many years at a width of %i (%s), begin with now, reach them all, and come back to where it was', async (width, query) => {
    const files = { ...FILES, 'p/first.md': note('First', { status: 'read', read_date: '1998-04-02' }) };
    const { page, settle } = await openProgress({ files, width, query });
    const chart = page.locator('.paperweave-read-chart');
    const drawn = (): Promise<number> => page.locator('.paperweave-read-bar').count();
    expect(await drawn()).toBeLessThan(100);
    expect(await button(page, 'Week of Mar 17 – 20, 2024: 2 papers read').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Later' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Earlier' }).click();
    expect(await page.locator('.paperweave-read-year-name').allInnerTexts()).toContain('2023');
    await button(page, 'Week of Mar 17 – 20, 2024: 2 papers read').focus();
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('Week of Mar 29 – Apr 4, 1998: 1 paper read');
    expect(await chart.evaluate((element) => element.scrollLeft)).toBe(0);
    expect(await drawn()).toBeLessThan(100);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    const place = await chart.evaluate((element) => element.scrollLeft);
    expect(place).toBeGreaterThan(0);
    await settle();
    await page.getByRole('tab', { name: 'Table' }).click();
    await toProgress(page);
    expect(await chart.evaluate((element) => element.scrollLeft)).toBe(place);
  });

  it('should be one week on when the day is, once it is drawn again', async () => {
    const { page } = await openProgress({}, '2024-03-23');
    expect(await page.locator('.paperweave-read-tile').first().innerText()).toMatch(/^3\s+this week/);
    await setDay(page, '2024-03-24');
    await page.locator(DASHBOARD).getByRole('tab', { name: 'Table' }).click();
    await toProgress(page);
    expect(await page.locator('.paperweave-read-tile').first().innerText()).toMatch(/^0\s+this week/);
    expect(await page.locator('.paperweave-read-tile').nth(4).innerText()).toMatch(/^2 weeks\s+in a row now/);
  });

  it('should keep the choice of months and of whole lists, and where it was scrolled to, over a restart', async () => {
    const { page } = await openProgress({ height: 700 });
    await page.getByRole('button', { name: 'Month', exact: true }).click();
    await page.getByRole('button', { name: 'Show all 17 years' }).click();
    await scrollTo(page.locator(PANEL), 300);
    await page.evaluate(() => window.reloadHost().then(() => undefined));
    await page.locator(PANEL).waitFor();
    expect(await page.getByRole('button', { name: 'Month', exact: true }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('button', { name: 'Show fewer' }).count()).toBe(1);
    expect(await page.locator(PANEL).evaluate((panel) => panel.scrollTop)).toBe(300);
  });

  it('should run from right to left where the language does, by mouse and by keys', async () => {
    const { page } = await openProgress({ query: 'rtl=1', width: 700 });
    const place = async (name: string): Promise<number> => (await button(page, name).boundingBox())?.x ?? Number.NaN;
    expect(await place('Week of Mar 17 – 20, 2024: 2 papers read')).toBeLessThan(await place('Week of Mar 10 – 16, 2024: 1 paper read'));
    await button(page, 'Week of Mar 17 – 20, 2024: 2 papers read').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Week of Mar 10 – 16, 2024: 1 paper read');
    await button(page, '2019: 4 papers').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('2019, Read: 2 papers');
  });

  it.each(['light', 'dark'] as const)('should have nothing that axe objects to with all that it can show, %s', async (theme) => {
    const { page } = await openProgress({ theme });
    const weeks = await findViolations(opened, DASHBOARD);
    await page.getByRole('button', { name: 'Month', exact: true }).click();
    await page.getByRole('button', { name: /^Show all/ }).first().click();
    expect([weeks, await findViolations(opened, DASHBOARD)]).toEqual([[], []]);
  });

  it.each([
    [320, 'platform=phone'],
    [390, 'platform=phone&rtl=1'],
    [640, ''],
  ])('should fit a width of %i (%s), all numbers on the screen, with targets that a finger can hit on a phone', async (width, query) => {
    const { page } = await openProgress({ width, height: 800, query });
    const panel = page.locator(PANEL);
    expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
    const buttons = await panel.locator('button:not(.paperweave-read-bar)').evaluateAll((all) =>
      all.map((each) => {
        const { left, right, height } = each.getBoundingClientRect();
        return { name: each.getAttribute('aria-label') ?? each.textContent ?? '', left, right, height, cut: each.scrollWidth - each.clientWidth };
      }),
    );
    expect(buttons.length).toBeGreaterThan(60);
    expect(buttons.filter(({ left, right, cut }) => left < -1 || right > width + 1 || cut > 1)).toEqual([]);
    if (query.includes('phone')) expect(buttons.filter(({ height }) => height < 44)).toEqual([]);
  });

  it('should tell kinds of statuses apart without colours, and show the focus, where colours are forced', async () => {
    const { page } = await openProgress();
    await page.emulateMedia({ forcedColors: 'active' });
    const looks = await page.locator('.paperweave-legend .paperweave-strip').evaluateAll((strips) =>
      strips.map((strip) => {
        const { backgroundColor, backgroundImage, borderTopColor, borderBottomStyle } = getComputedStyle(strip);
        const isSeen = (color: string): string => (/^rgba.*, 0\)$/.test(color) ? 'no' : 'yes');
        return [isSeen(backgroundColor), backgroundImage.slice(0, 30), isSeen(borderTopColor), borderBottomStyle].join(' ');
      }),
    );
    expect(looks).toHaveLength(5);
    expect(looks.filter((look, at) => looks.indexOf(look) !== at)).toEqual([]);
    await page.getByRole('tab', { name: 'Progress' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement === null ? '' : getComputedStyle(document.activeElement).outlineStyle))).toBe('solid');
  });

  it('should say what to do where there is no read date', async () => {
    const { page } = await openProgress({ files: { 'a.md': note('A', { status: 'read', year: 2020 }) } });
    expect(await page.getByText('No read dates yet').isVisible()).toBe(true);
    await button(page, '1 read paper without a read date').click();
    expect([await titles(page), await search(page)]).toEqual([['A'], 'read:none']);
  });
});
