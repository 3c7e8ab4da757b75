import { bar } from './bars.mjs';
import { openManyPapers } from './many-papers.mjs';

/** More notes than these are seldom changed at once. */
const MOST_PAPERS = 10_000;

/** Whether the preview of a change stays quick with very many notes: linking the references of all papers, as far as the preview. */
export async function run({ papers }) {
  const count = Math.min(papers, MOST_PAPERS);
  const { page, measure, results, tasks, close } = await openManyPapers(count);
  const preview = page.locator('.modal');
  await measure('plan and show the preview', async () => {
    await page.evaluate(() => void window.host.app.commands.executeCommandById('paperweave:link-references-in-library'));
    await preview.locator('button.mod-cta').waitFor();
  });
  const list = preview.getByRole('list');
  await measure('scroll to its end', () => list.evaluate((element) => element.scrollTo(0, element.scrollHeight)));
  await measure('leave out a note', () => preview.locator('.paperweave-preview-note input[type="checkbox"]').last().click());
  await measure('show the lines of a note', () => preview.locator('.paperweave-preview-toggle').last().click());
  await measure('leave out all', () => preview.locator('.paperweave-preview-all input').first().click());
  const found = tasks();
  await close();
  const longest = Math.max(0, ...found.map(({ ms }) => ms));
  return {
    bars: [bar({ what: `Previewing a change of ${count.toLocaleString('en')} papers: the longest task`, value: longest, most: 50, unit: ' ms', shown: longest === 0 ? 'under 50' : null })],
    body: results(),
  };
}
