import { bar } from './bars.mjs';
import { bundleForPage, openBrowser } from './bench-page.mjs';
import { bundleCore, loadCore } from './core-bundle.mjs';
import { cacheNote, countReferences, enterNote } from './feed-index.mjs';
import { makeLibrary } from './make-library.mjs';
import { figure, table } from './markdown.mjs';

/** What the index keeps by reference, in Node and in Chromium, whose pointers are half as long. */
export async function run({ papers }) {
  const core = await loadCore();
  const sizes = [1_000, 10_000, 50_000].filter((each) => each < papers).concat(papers);
  const page = await openPage();
  const rows = [];
  let last = null;
  for (const size of sizes) {
    const inNode = keepInNode(core, size);
    const inPage = await page.keep(size);
    last = { inNode: inNode.bytes / inNode.references, inPage: inPage.bytes / inPage.references };
    rows.push([size.toLocaleString('en'), inNode.references.toLocaleString('en'), figure(inNode.bytes / 1e6), figure(last.inNode), figure(inPage.bytes / 1e6), figure(last.inPage)]);
  }
  await page.close();
  const at = `at ${sizes[sizes.length - 1].toLocaleString('en')} papers`;
  return {
    bars: [
      bar({ what: `Memory kept by the index ${at}, in Node, a reference`, value: last.inNode, most: 100, unit: ' bytes' }),
      bar({ what: `Memory kept by the index ${at}, in Chromium, a reference`, value: last.inPage, most: 100, unit: ' bytes' }),
    ],
    body: `Heap and buffers, after collecting the garbage twice, less what was there before. Notes are made, entered and dropped one by one.\n\n${table(
      ['papers', 'references', 'MB in Node', 'bytes a reference', 'MB in Chromium', 'bytes a reference'],
      rows,
    )}`,
  };
}

function keepInNode(core, size) {
  const before = usedInNode();
  const index = new core.LibraryIndex();
  for (const note of makeLibrary(size)) enterNote(core, index, cacheNote(core, note));
  index.settle();
  index.takeChanged();
  const bytes = usedInNode() - before;
  return { bytes, references: countReferences(index) };
}

function usedInNode() {
  globalThis.gc();
  globalThis.gc();
  // External memory holds the array buffers.
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function openPage() {
  const { browser, page } = await openBrowser();
  await page.addScriptTag({ content: `${await bundleCore('iife')}\nwindow.core = core;` });
  await page.addScriptTag({ content: await bundleForPage("export * from './make-library.mjs';\nexport * from './feed-index.mjs';", 'bench') });
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  };
  return {
    async keep(size) {
      await page.evaluate(() => {
        window.index = null;
      });
      const before = await used();
      await page.evaluate((papers) => {
        const { core, bench } = window;
        window.index = new core.LibraryIndex();
        for (const note of bench.makeLibrary(papers)) bench.enterNote(core, window.index, bench.cacheNote(core, note));
        window.index.settle();
        window.index.takeChanged();
      }, size);
      const bytes = (await used()) - before;
      return { bytes, references: await page.evaluate(() => window.bench.countReferences(window.index)) };
    },
    close: () => browser.close(),
  };
}
