import { findCitationTitle } from '../../../src/core/references/find-citation-title';

describe('findCitationTitle', () => {
  it.each([
    ['Doe, J., & Roe, R. (2017). A title: of one. *Journal of Tests*, *30*(2), 1–9.', 'A title: of one'],
    ['Doe, J. (2017, March 3). A title. Venue.', 'A title'],
    ['Doe, J. (2017a). What is a title? Venue.', 'What is a title?'],
    ['Doe, J. (2019). *A title of a book* (2nd ed.). Press.', '*A title of a book*'],
    ['Doe, J. (2019). A title of a thesis [Doctoral dissertation, Tests]. Press.', 'A title of a thesis'],
    ['Doe, J. (2019). Titles vs. tests (of 3.5 kinds). Venue.', 'Titles vs. tests (of 3.5 kinds)'],
    ['[3] Doe, J. (2017). A title', 'A title'],
    ['Jane Doe and Richard Roe. 2017. A title of ACL. In *Proceedings*, pages 1–9.', 'A title of ACL'],
    ['Doe J, Roe RA. A title of Vancouver. J Tests. 2017;30:1-9.', 'A title of Vancouver'],
    ['van der Doe J, et al. A title. J Tests. 2017;30:1-9.', 'A title'],
    ['1. 李四, 王五. 一个标题[J]. 学报, 2020, 43(5): 1-20.', '一个标题'],
    ['[1] 李四. 一个标题 [EB/OL]. (2020-01-01)', '一个标题'],
    ['Doe J. GPT-3.5 in tests[C]//Proceedings of Tests. 2019: 1-9.', 'GPT-3.5 in tests'],
    ['[2] J. Doe and R. Roe, "A title of IEEE," in Proc. Tests, 2017, pp. 1–9.', 'A title of IEEE'],
    ['Doe, Jane. “A title of Chicago.” *Tests* 30 (2017).', 'A title of Chicago'],
    ['A “title” of 2017, and what follows', null],
    ['Of leaps, “great leaps” and other moves of 1958', null],
    ['Doe, J. “A title” (2017)', 'A title'],
    ['A title J. Doe, Press (1978). 570 pp., £25.00', null],
    ['Jane B. Doe and R. A. Roe - A title of a book, Press (1990).', null],
    ['NOTE ON THE E. DOE PAPER (Zs. Tests, 31, 253 (1925))', null],
    ['A title of 2017', null],
    ['Doe, J. A title. Journal', null],
    ['Doe, A title, Journal, 2016. https://doi.org/10.1000/x', null],
    ['Doe. 2016. doi:10.1000/x', null],
    ['In (2016) there was a title. 2', null],
    ['2017', null],
    ['', null],
  ])('should find in %j the title %j', (source, title) => {
    const span = findCitationTitle(source);
    expect(span && source.slice(span.from, span.to)).toBe(title);
  });

  it.each(['a A, ', '(2017). ', '[J]', '. 2017. ', 'a ', '. "', ',     '])('should take a time in proportion to the length of %j, often', (part) => {
    const start = performance.now();
    findCitationTitle(part.repeat(50_000));
    findCitationTitle(`2017${' '.repeat(200_000)}`);
    findCitationTitle(`2017${part.repeat(50_000)}`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
