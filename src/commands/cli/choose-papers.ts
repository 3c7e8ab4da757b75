import { filterValues } from '../../core/dashboard/filter-values';
import { createSearchTexts } from '../../core/dashboard/search-text';
import { paperMatcher, unreadTerms } from '../../core/dashboard/paper-search';
import { joinList } from '../../core/text/join-texts';
import type { Paper } from '../../core/papers/paper';
import { say } from '../../language/say';
import { paperAt, pathsMeant } from '../paper-at';
import { badParameter, type CliParams } from './cli-params';
import type { CliDeps } from './cli-verb';
import { PAPER_FLAGS } from './shared-flags';

/** Paths of the papers that are meant by `path`, `tag` or `search`, or by one of `more` (which then means all). Refuses a path without a paper. */
export function choosePapers(params: CliParams, { keeper, settings }: CliDeps, more: readonly 'all'[] = []): readonly string[] {
  const { library } = keeper;
  const by = params.oneOf([...Object.keys(PAPER_FLAGS), ...more]);
  if (by === 'all') return library.papers().map((paper) => paper.path);
  const text = params.required(by);
  if (by === 'path') return [onePaper(text, keeper.library)];
  if (by === 'tag') return library.papers().filter(hasTag(text)).map((paper) => paper.path);
  const matches = paperMatcher(text, { texts: createSearchTexts(), statuses: settings().statuses, citedByCount: (path) => library.citedByCount(path) });
  if (matches === null) throw badParameter(say('The search “{search}” asks for nothing. Write one or more terms, such as search="status:todo year:>2019".', { search: text }));
  // In a search box a term that is only begun asks for nothing yet; here it would be left out, and papers written that were not meant.
  const unread = unreadTerms(text);
  if (unread.length > 0) {
    throw badParameter(
      say('The search cannot be read at “{terms}”. Years and numbers are written as 2018, >2018 or 2015..2018, days as 2024-03-05 or 2024-03.', { terms: joinList(unread) }),
    );
  }
  return library.papers().filter(matches).map((paper) => paper.path);
}

function onePaper(text: string, library: CliDeps['keeper']['library']): string {
  const found = paperAt(text, library);
  if (found) return found.path;
  const paths = pathsMeant(text);
  const problem = library.problems().find((other) => paths.includes(other.path));
  throw badParameter(
    problem
      ? say('{path} cannot be read as a paper: {why}', { path: problem.path, why: problem.message })
      : say('There is no paper at “{path}”. Write its path from the root of the vault, such as path="papers/name.md".', { path: text }),
  );
}

/** Accents count, unlike in a search: `か` and `が` are two tags, and what is meant by one is written at once. */
function hasTag(text: string): (paper: Paper) => boolean {
  const tag = text.replace(/^#/, '').toLowerCase().normalize('NFC');
  if (/^$|["\s]/.test(tag)) throw badParameter(say('“{tag}” is no tag. Write one tag, with or without #, such as tag=nlp.', { tag: text }));
  return (paper) => filterValues(paper, 'tag').some((own) => own.normalize('NFC') === tag);
}
