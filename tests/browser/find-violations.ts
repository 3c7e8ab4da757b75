import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OpenedPage } from './open-page';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in our own views and modals, one line each. */
export async function findViolations({ page }: OpenedPage, selector: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (within) => {
    const { axe } = window as unknown as { axe: { run(context: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
    const { violations } = await axe.run({ include: [[within]] });
    // White on the accent of a primary button is the app's own pair of colours, which a theme or the user chooses.
    const isTheme = (id: string, html: string): boolean => id === 'color-contrast' && html.startsWith('<button class="mod-cta"');
    return violations.flatMap(({ id, nodes }) => nodes.filter((node) => !isTheme(id, node.html)).map((node) => `${id}: ${node.html.slice(0, 160)} – ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`));
  }, selector);
}
