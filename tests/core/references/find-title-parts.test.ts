import { findSentences, findTitleParts, isQuoted } from '../../../src/core/references/find-title-parts';

describe('findTitleParts', () => {
  it.each([
    ['A plain title', ['A plain title']],
    ['A plain title.', ['A plain title.']],
    ['*An italic title*', ['An italic title']],
    ['**A bold title**', ['A bold title']],
    ['"A quoted title"', ['A quoted title']],
    ['“A curly title.”', ['A curly title.', 'A curly title']],
    ['Doe, J. *The title.* 2019.', ['Doe, J. *The title.* 2019.', 'The title']],
    ['Doe, J. _The title_, 2019', ['Doe, J. _The title_, 2019', 'The title']],
    ['Doe, J. "The title," *The venue*, 2019', ['Doe, J. "The title," *The venue*, 2019', 'The title', 'The venue']],
    ['Doe. *"The title"*. 2019', ['Doe. *"The title"*. 2019', 'The title']],
    ['*First* and *second*', ['*First* and *second*', 'First', 'second']],
    ['Doe «Le titre» 2019', ['Doe «Le titre» 2019', 'Le titre']],
    ['Doe "...." 2019', ['Doe "...." 2019']],
    ['“ A spaced title”', [' A spaced title', 'A spaced title']],
    ['« Le titre »', [' Le titre ', 'Le titre']],
    ['_**"A wrapped title"**_', ['A wrapped title']],
    ['_*First* and *second*_', ['*First* and *second*']],
    ['“First” and second”', ['“First” and second”', 'First']],
    ['**A title*', ['**A title*', 'A title']],
    ['*A title**', ['*A title**', 'A title']],
    ['The values of K*', ['The values of K*']],
    ['*-algebras and spaces', ['*-algebras and spaces']],
    ['*', ['*']],
    ['**', ['**']],
    ['****', ['****']],
    ['******', ['******']],
    ['_****_', ['****']],
    ['*_*', ['_']],
    ['Doe „Ein Titel“, „Noch ein Titel”', ['Doe „Ein Titel“, „Noch ein Titel”', 'Ein Titel', 'Noch ein Titel']],
    ['《一部很长的书》', ['一部很长的书']],
    ['某人「一部很长的書」', ['某人「一部很长的書」', '一部很长的書']],
    ['snake_case_title here', ['snake_case_title here']],
  ])('should find in %j the parts %j', (source, parts) => {
    expect(findTitleParts(source).map(({ from, to }) => source.slice(from, to))).toEqual(parts);
  });
});

describe('findSentences', () => {
  it.each([
    ['', []],
    ['A title', ['A title']],
    ['Doe, J. (2015). A title: of one. *Venue, 5*. doi:10.1000/x', ['Doe, J', '(2015)', 'A title: of one', 'Venue, 5', 'doi:10.1000/x']],
    ['Doe. "A title?" Venue!', ['Doe', '"A title?" Venue!']],
    ['What is a title? Venue', ['What is a title?', 'Venue']],
    ['某人。一个标题。', ['某人', '一个标题']],
    ['. . ', []],
  ])('should find in %j the sentences %j', (source, sentences) => {
    expect(findSentences(source).map(({ from, to }) => source.slice(from, to))).toEqual(sentences);
  });
});

describe('isQuoted', () => {
  it.each([
    ['Doe. “A title,” 2019', true],
    ['Doe. "*A title*" 2019', true],
    ['Doe. 《A title》', true],
    ['Doe. *A title*', false],
    ['“Doe” A title', false],
    ['A title', false],
  ])('of the title in %j: %s', (source, expected) => {
    const from = source.indexOf('A title');
    expect(isQuoted(source, { from, to: from + 7 })).toBe(expected);
  });
});
