import { createSearchTexts } from '../../core/dashboard/search-text';
import { paperMatcher, unreadTerms } from '../../core/dashboard/paper-search';
import { joinList } from '../../core/join-texts';
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
  const search = by === 'tag' ? searchOfTag(text) : text;
  const matches = paperMatcher(search, { texts: createSearchTexts(), statuses: settings().statuses, citedByCount: (path) => library.citedByCount(path) });
  if (matches === null) throw badParameter(say('The search “{search}” asks for nothing. Write one or more terms, such as search="status:todo year:>2019".', { search: text }));
  // In a search box a term that is only begun asks for nothing yet; here it would be left out, and papers written that were not meant.
  const unread = unreadTerms(search);
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

function searchOfTag(text: string): string {
  if (/["\s]/.test(text)) throw badParameter(say('“{tag}” is no tag. Write one tag, with or without #, such as tag=nlp.', { tag: text }));
  return `tag:"${text}"`;
}
