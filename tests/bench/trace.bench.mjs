import { bar } from './bars.mjs';
import { openManyPapers } from './many-papers.mjs';
import { troubledNotes } from './troubled-notes.mjs';

/** One note of so many has a problem. */
const NOTES_A_PROBLEM = 100;

/** Whether the dashboard stays quick with very many papers: everything that a user does in it, and the tasks that hold up the page. */
export async function run({ papers }) {
  const { page, measure, results, tasks, close } = await openManyPapers(papers, troubledNotes(Math.ceil(papers / NOTES_A_PROBLEM / 2)));

  /** Done in the page, so that finding the element is no part of what is measured. */
  const click = (selector, text) =>
    page.evaluate(([wanted, part]) => [...document.querySelectorAll(wanted)].find((element) => element.textContent.includes(part))?.click(), [selector, text]);
  /** The longest list of the tab: found before anything is measured, and nowhere else, since the list of files is long, too. */
  const scrollToEnd = async (what) => {
    const longest = await page.evaluateHandle(() => {
      const lists = [...document.querySelectorAll('.paperweave-panel, .paperweave-panel *')].filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY));
      return lists.sort((a, b) => b.scrollHeight - a.scrollHeight)[0];
    });
    await measure(what, () => longest.evaluate((list) => list.scrollTo(0, list.scrollHeight)));
  };
  const groupBy = async (field) => {
    await page.getByRole('button', { name: 'Display' }).click();
    await measure(field === '' ? 'no longer group' : `group by ${field}`, () => page.getByLabel('Group by').selectOption(field));
    await page.keyboard.press('Escape');
  };

  await measure('open the dashboard', () => page.evaluate(() => void window.host.app.commands.executeCommandById('paperweave:open-dashboard')));
  for (const column of ['Year', 'Authors', 'Venue', 'Cited here', 'Linked', 'Title']) await measure(`sort by ${column}`, () => click('.paperweave-head-button', column));
  await scrollToEnd('scroll the table to its end');
  for (const field of ['status', 'venue', 'tag', 'author', '']) await groupBy(field);
  for (const search of ['d', 'deep par', 'status:reading year:>2010', 'author:ba']) {
    await measure(`type “${search}”`, async () => {
      await page.getByPlaceholder('Search papers').focus();
      await page.keyboard.type(search, { delay: 50 });
    });
    await measure('empty the search', () => page.getByPlaceholder('Search papers').fill(''));
  }
  for (const menu of ['Status', 'Tags', 'Authors']) {
    await measure(`open the filter ${menu}`, () => click('.paperweave-filter-button', menu));
    await page.keyboard.press('Escape');
  }
  for (const tab of (await page.locator('.paperweave-tab').allInnerTexts()).map((text) => text.split('\n')[0])) {
    await measure(`open the tab ${tab}`, () => click('.paperweave-tab', tab));
    await scrollToEnd(`scroll the tab ${tab} to its end`);
  }
  await measure('open the tab Board again', () => click('.paperweave-tab', 'Board'));
  await page.locator('.paperweave-card').first().focus();
  await measure('move a card', () => page.keyboard.press('Shift+ArrowRight'));
  const found = tasks();
  await close();
  const longest = found.reduce((most, each) => (each.ms > most.ms ? each : most), { what: 'none', ms: 0 });
  const collecting = found.filter((each) => each.collecting > each.ms / 2).length;
  return {
    bars: [
      bar({
        what: `Using the dashboard at ${papers.toLocaleString('en')} papers: tasks over 50 ms`,
        value: found.length,
        most: 0,
        shown: found.length === 0 ? 'none' : `${String(found.length)}, the longest ${String(longest.ms)} ms (${longest.what}); ${String(collecting)} of them mostly collecting garbage`,
      }),
    ],
    body: results(),
  };
}
