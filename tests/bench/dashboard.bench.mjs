// Whether the dashboard stays quick with very many papers: node tests/bench/dashboard.bench.mjs [papers, 50,000 where not said]
// Opens the built plugin in Chromium over notes of its own making and prints for each thing a user does: how long until it is
// shown, the longest task that held up the page meanwhile (the browser reports those over 50 ms), and the rows and cards in the
// document. To be run after `npm run build`.
import { openManyPapers } from './many-papers.mjs';

const { page, measure, close } = await openManyPapers(Number(process.argv[2] ?? 50_000));

/** Done in the page, so that finding the element is no part of what is measured. */
const click = (selector, text) =>
  page.evaluate(([wanted, part]) => [...document.querySelectorAll(wanted)].find((element) => element.textContent.includes(part))?.click(), [selector, text]);

async function groupBy(field) {
  await page.getByRole('button', { name: 'Display' }).click();
  await measure(field === '' ? 'no longer group' : `group by ${field}`, () => page.getByLabel('Group by').selectOption(field));
  await page.keyboard.press('Escape');
}

await measure('open the dashboard', () => page.evaluate(() => window.host.runCommand('paperweave:open-dashboard').then(() => undefined)));
for (const column of ['Year', 'Authors', 'Venue', 'Cited here', 'Linked', 'Title']) await measure(`sort by ${column}`, () => click('.paperweave-head-button', column));
for (const field of ['status', 'venue', 'tag', 'author', '']) await groupBy(field);
for (const search of ['d', 'deep gra', 'status:reading year:>2010', 'author:aut']) {
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
for (const tab of (await page.locator('.paperweave-tab').allInnerTexts()).map((text) => text.split('\n')[0])) await measure(`open the tab ${tab}`, () => click('.paperweave-tab', tab));
await measure('open the tab Board again', () => click('.paperweave-tab', 'Board'));
await page.locator('.paperweave-card').first().focus();
await measure('move a card', () => page.keyboard.press('Shift+ArrowRight'));
await close();
