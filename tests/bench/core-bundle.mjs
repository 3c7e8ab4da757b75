import { build } from 'esbuild';
import { buildOptions } from '../../esbuild.config.mjs';

/** The parts of the plugin's core that are measured one by one. */
const CORE = `
  export { scanNote } from './src/core/markdown/scan-note';
  export { findReferences } from './src/core/references/find-references';
  export { findFrontMatter, propertiesFromRecord, readProperties } from './src/core/front-matter/front-matter';
  export { readIndexedNote, readNoteText } from './src/core/library/read-note';
  export { LibraryIndex } from './src/core/library/library-index';
  export { planLinks } from './src/core/changes/plan-links';
  export { textOrder } from './src/core/collections/text-order';
  export { applyEdits } from './src/core/text/text-edits';
  export { DEFAULT_SETTINGS } from './src/settings/default-settings';
  export { INITIAL_DASHBOARD_STATE, NO_FILTERS } from './src/core/dashboard/dashboard-state';
  export { ShownPapers } from './src/core/dashboard/shown-papers';
  export { createSearchTexts } from './src/core/dashboard/search-text';
  export { KeptAnswer } from './src/core/dashboard/kept-answer';
  export { filterWorks, foldTitles, layOutMissing } from './src/core/dashboard/missing-model';
  export { rankNext } from './src/core/dashboard/rank-next';
  export { RankingSearch } from './src/core/dashboard/ranking-search';
  export { citationsModel } from './src/core/library/citations-model';
`;

/** The core as the plugin carries it: bundled and minified by the same options, as text. `iife` gives a page the global `core`. */
export async function bundleCore(format) {
  const { outputFiles } = await build({ ...buildOptions({ production: true, source: CORE }), format, globalName: 'core', write: false });
  return outputFiles[0].text;
}

/** The same, ready to be called in Node. */
export async function loadCore() {
  return import(`data:text/javascript,${encodeURIComponent(await bundleCore('esm'))}`);
}
