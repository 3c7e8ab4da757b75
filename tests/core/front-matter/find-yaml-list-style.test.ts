import { findYamlListStyle } from '../../../src/core/front-matter/find-yaml-list-style';

describe('findYamlListStyle', () => {
  it.each([
    ['no list', 'title: a\nyear: 2020', null],
    ['nothing', '', null],
    ['items at the margin', 'tags:\n- a\n- b', 'block'],
    ['items indented', 'tags:\n  - a\n  - b', 'indented'],
    ['items indented by a tab', 'tags:\n\t- a', 'indented'],
    ['items in brackets', 'tags: [a, b]', 'flow'],
    ['CRLF', 'tags:\r\n  - a\r\nyear: 1', 'indented'],
    ['a comment after the key', 'tags: # mine\n- a', 'block'],
    ['a comment and an empty line before the items', 'tags:\n# mine\n\n- a', 'block'],
    ['an empty list in brackets', 'tags: []', null],
    ['a bare link', 'up: [[Note]]', null],
    ['a link in a list', 'up: ["[[Note]]"]', 'flow'],
    ['an empty value before another key', 'pdf:\ntags: [a]', 'flow'],
    ['a dash that is no item', 'a:\n-b', null],
    ['the commonest of several', 'a: [x]\nb:\n- x\nc:\n- x', 'block'],
    ['the first of two that are equally common', 'a:\n  - x\nb: [x]', 'indented'],
    ['a nested list', 'a:\n  b:\n  - x', null],
    ['a list that is the whole block', '- a\n- b', null],
    ['items that are empty', 'tags:\n-\n-', 'block'],
    ['indented items that are empty', 'tags:\n  -\n  -', 'indented'],
    ['an indented comment and a line of white space before the items', 'tags:\n  # mine\n \t\n- a', 'block'],
    ['brackets with white space in them', 'tags: [ a ]', 'flow'],
    ['an empty list with white space in brackets', 'tags: [ \t]', null],
    ['a block of text with dashes', 'a: |\n  - x\n- y: 1', null],
    ['a dash inside of a value', 'a:\nb: x - y', null],
    ['a text with brackets behind a colon', 'a:[x]\nb\n', null],
    ['a value with a colon', 'url: http://x.y/[a]\nsome text: [a]', 'flow'],
  ])('should find the style of %s', (_, yaml, style) => {
    expect(findYamlListStyle(yaml)).toBe(style);
  });
});
