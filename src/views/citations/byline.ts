import type { Paper } from '../../core/papers/paper';
import { say } from '../../language/say';

const TEXT = {
  and: (first: string, second: string) => say('{first}, {second}', { first, second }),
  etAl: (first: string) => say('{first} et al.', { first }),
};

/** Who wrote a paper, in short: nothing, one name, two, or the first `et al.`. */
export function shortAuthors(authors: readonly string[]): string {
  const [first = '', second = ''] = authors;
  if (authors.length <= 1) return first;
  return authors.length === 2 ? TEXT.and(first, second) : TEXT.etAl(first);
}

/** The parts of the line below a title that tell equal titles apart: authors and year, as far as they are known. */
export function byline(paper: Pick<Paper, 'authors' | 'year'>): readonly string[] {
  return [shortAuthors(paper.authors), paper.year === null ? '' : String(paper.year)].filter((part) => part !== '');
}
