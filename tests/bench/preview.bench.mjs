// Whether the preview of a change stays quick with very many notes: node tests/bench/preview.bench.mjs [papers, 10,000 where not said]
// Links the references of all papers in the built plugin, in Chromium, as far as the preview, and prints what each step costs.
// To be run after `npm run build`.
import { openManyPapers } from './many-papers.mjs';

const { page, measure, close } = await openManyPapers(Number(process.argv[2] ?? 10_000));

const preview = page.locator('.modal');
await measure('plan and show the preview', async () => {
  await page.evaluate(() => void window.host.runCommand('paperweave:link-references-in-library'));
  await preview.locator('button.mod-cta').waitFor();
});
const list = preview.getByRole('list');
await measure('scroll to its end', () => list.evaluate((element) => element.scrollTo(0, element.scrollHeight)));
await measure('leave out a note', () => preview.locator('.paperweave-preview-note input[type="checkbox"]').last().click());
await measure('show the lines of a note', () => preview.locator('.paperweave-preview-toggle').last().click());
await measure('leave out all', () => preview.locator('.paperweave-preview-all input').first().click());
await close();
