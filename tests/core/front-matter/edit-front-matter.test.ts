import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planPropertyEdits, provePropertyEdits } from '../../../src/core/front-matter/edit-front-matter';
import type { PropertyEdit, PropertyValue } from '../../../src/core/front-matter/edit-front-matter';
import { findFrontMatter, readProperties } from '../../../src/core/front-matter/front-matter';
import type { YamlListStyle } from '../../../src/core/front-matter/front-matter';
import { applyEdits } from '../../../src/core/text/text-edits';
import type { TextEdit } from '../../../src/core/text/text-edits';

const edit = (text: string, edits: readonly PropertyEdit[], style: YamlListStyle = 'block'): string => {
  const planned = planPropertyEdits(text, edits, style);
  if (!planned.ok) return `refused at ${planned.error.line}: ${planned.error.message}`;
  return applyEdits(text, planned.value);
};

const set = (key: string, value: PropertyValue | undefined, after?: string): PropertyEdit => (after === undefined ? { key, value } : { key, value, after });

describe('planPropertyEdits on one property of a block', () => {
  /** Each: what is shown, the block before, the edit, the block after. */
  it.each<[string, string, PropertyEdit, string]>([
    ['a bare word', 'a: 1\nstatus: todo\nb: 2', set('status', 'read'), 'a: 1\nstatus: read\nb: 2'],
    ['the first key', 'status: todo\nb: 2', set('status', 'read'), 'status: read\nb: 2'],
    ['a key at an indent', '  a: 1\n  status: todo', set('status', 'read'), '  a: 1\n  status: read'],
    ['double quotes', 'status: "todo"', set('status', 'read'), 'status: "read"'],
    ['single quotes', "status: 'todo'", set('status', "isn't"), "status: 'isn''t'"],
    ['single quotes that cannot hold the value', "status: 'todo'", set('status', 'a\nb'), 'status: "a\\nb"'],
    ['an escape in double quotes', 'venue: "Doll\\xE1r" # place', set('venue', 'Par\\is "x"'), 'venue: "Par\\\\is \\"x\\"" # place'],
    ['a comment beside', 'status: todo # or not', set('status', 'read'), 'status: read # or not'],
    ['a comment beside quotes', 'status: "to#do"\t# x', set('status', 'read'), 'status: "read"\t# x'],
    ['a number sign that is no comment', 'status: to#do', set('status', 'read'), 'status: read'],
    ['comments around', '# one\nstatus: todo\n  # two\n# three\nb: 1', set('status', 'read'), '# one\nstatus: read\n  # two\n# three\nb: 1'],
    ['white space in front and behind', 'status:   todo  \t', set('status', 'read'), 'status:   read  \t'],
    ['a tab behind the colon', 'status:\ttodo', set('status', 'read'), 'status:\tread'],
    ['white space in front of the colon', 'status : todo', set('status', 'read'), 'status : read'],
    ['a quoted key', '"status": todo', set('status', 'read'), '"status": read'],
    ['a key in single quotes with a quote', "'it''s': todo", set("it's", 'read'), "'it''s': read"],
    ['a key with an escape', '"st\\x61tus": todo', set('status', 'read'), '"st\\x61tus": read'],
    ['a key with a space', 'my status: todo', set('my status', 'read'), 'my status: read'],
    ['a key with a colon inside', 'a:b: todo', set('a:b', 'read'), 'a:b: read'],
    ['a key that is a number', '2020: a\n010: b', set('10', 'c'), '2020: a\n010: c'],
    ['keys that differ in case', 'Status: todo\nstatus: todo', set('status', 'read'), 'Status: todo\nstatus: read'],
    ['a key that is a property of every object', '__proto__: a\nconstructor: b', set('__proto__', 'c'), '__proto__: c\nconstructor: b'],
    ['an empty value', 'status:\nb: 1', set('status', 'read'), 'status: read\nb: 1'],
    ['an empty value behind a space', 'status: \nb: 1', set('status', 'read'), 'status: read\nb: 1'],
    ['an empty value behind more blanks', 'status: \t\nb: 1', set('status', 'read'), 'status: read\t\nb: 1'],
    ['an empty value with a comment and blanks behind it', 'status:  # none \nb: 1', set('status', 'read'), 'status: read  # none \nb: 1'],
    ['an empty value with a comment', 'status: # none\nb: 1', set('status', 'read'), 'status: read # none\nb: 1'],
    ['an empty value with a comment below', 'status:\n  # none\nb: 1', set('status', 'read'), 'status: read\n  # none\nb: 1'],
    ['the word null', 'status: null', set('status', 'read'), 'status: read'],
    ['a tilde', 'pdf: ~ # none', set('pdf', 'a.pdf'), 'pdf: a.pdf # none'],
    ['a value to null', 'status: todo # x\nb: 1', set('status', null), 'status: # x\nb: 1'],
    ['a bare value to null', 'status: todo\nb: 1', set('status', null), 'status:\nb: 1'],
    ['a number', 'year: 2019', set('year', 2020), 'year: 2020'],
    ['a number to a text that looks like one', 'year: 2020', set('year', '2020'), 'year: "2020"'],
    ['a number to one that is none', 'x: 1', set('x', NaN), 'x: .nan'],
    ['one that is no number to a number', 'x: .NaN', set('x', 1), 'x: 1'],
    ['a truth value', 'read: false', set('read', true), 'read: true'],
    ['a quoted truth value', 'read: "false"', set('read', true), 'read: true'],
    ['a text that YAML 1.1 reads as a truth value', 'status: todo', set('status', 'yes'), 'status: "yes"'],
    ['a day', 'read_date: 2021-05-06', set('read_date', '2022-01-31'), 'read_date: 2022-01-31'],
    ['a quoted day', "read_date: '2021-05-06'", set('read_date', '2022-01-31'), "read_date: '2022-01-31'"],
    ['a hostile text', 'status: todo', set('status', ']]: # "\\'), 'status: "]]: # \\"\\\\"'],
    ['an override of the direction', 'status: todo', set('status', 'a\u202eb'), 'status: "a\\u202Eb"'],
    ['a folded plain text', 'venue: one\n  two # x\nb: 1', set('venue', 'three'), 'venue: three # x\nb: 1'],
    ['a folded plain text with a blank line', 'venue: one\n  two\n\n  three\n\nb: 1', set('venue', 'four'), 'venue: four\n\nb: 1'],
    ['a folded quoted text', 'venue: "one\n  two"\nb: 1', set('venue', 'three'), 'venue: "three"\nb: 1'],
    ['a folded quoted text with what looks like a key', 'title: "one\nstatus: todo"\nstatus: todo', set('status', 'read'), 'title: "one\nstatus: todo"\nstatus: read'],
    ['a neighbour folded in quotes with a comment sign', "title: 'one\n  # two'\nstatus: todo", set('status', 'read'), "title: 'one\n  # two'\nstatus: read"],
    ['a text below its key', 'venue:\n  one\n  two\nb: 1', set('venue', 'three'), 'venue:\n  three\nb: 1'],
    ['a text below its key to null', 'venue:\n  one # x\nb: 1', set('venue', null), 'venue:\n  null # x\nb: 1'],
    ['quotes below their key', 'venue: # x\n  "one"\nb: 1', set('venue', 'three'), 'venue: # x\n  "three"\nb: 1'],
    ['neighbours of every kind', 'a: |\n  status: x\n\nb: >-\n  y\nc: {status: z}\nd: [\n  status\n]\ne:\n  status: q\nf: &x y\nstatus: todo\ng: *x', set('status', 'read'),
      'a: |\n  status: x\n\nb: >-\n  y\nc: {status: z}\nd: [\n  status\n]\ne:\n  status: q\nf: &x y\nstatus: read\ng: *x'],
    ['a neighbour with properties of its own and comments between them', 'a:\n  b: 1 # x\n  # y\n  c: 2\nstatus: todo', set('status', 'read'), 'a:\n  b: 1 # x\n  # y\n  c: 2\nstatus: read'],
    ['a neighbour in braces that are closed at the margin', 'a: {\n  b: "}"\n}\nstatus: todo', set('status', 'read'), 'a: {\n  b: "}"\n}\nstatus: read'],
    ['a neighbour with dashes in front', '---x: 1\nstatus: todo', set('status', 'read'), '---x: 1\nstatus: read'],
    ['an item more', 'tags:\n- a # x\n# y\n- b\nc: 1', set('tags', ['a', 'b', 'c']), 'tags:\n- a # x\n# y\n- b\n- c\nc: 1'],
    ['two items more', 'tags:\n- a\nc: 1', set('tags', ['a', 'b', 'd']), 'tags:\n- a\n- b\n- d\nc: 1'],
    ['two items more in front', 'tags:\n-  a # x\nc: 1', set('tags', ['b', 'd', 'a']), 'tags:\n-  b\n-  d\n-  a # x\nc: 1'],
    ['an item more behind an empty one', 'tags:\n-\tb\n-\nc: 1', set('tags', ['b', null, 'a']), 'tags:\n-\tb\n-\n- a\nc: 1'],
    ['an item more behind one that stands below its dash', 'tags:\n-\n  a\nc: 1', set('tags', ['a', 'b']), 'tags:\n-\n  a\n- b\nc: 1'],
    ['an item more of those that are there', 'tags:\n- a # x\nc: 1', set('tags', ['a', 'a']), 'tags:\n- a # x\n- a\nc: 1'],
    ['an item less of two that are alike', 'tags:\n- a # x\n- "a" # y\nc: 1', set('tags', ['a']), 'tags:\n- a # x\nc: 1'],
    ['an item beside one that stands below its dash, and one that is a block of text', 'tags:\n-\n  a\n- |-\n  b\n- c\n', set('tags', ['a', 'b', 'd']), 'tags:\n-\n  a\n- |-\n  b\n- d\n'],
    ['an item beside one with an anchor', 'tags:\n- &i a\n- b\n', set('tags', ['a', 'c', 'd']), 'tags:\n- &i a\n- c\n- d\n'],
    ['items around one that stays as it is written', 'x:\n- a\n- b\n- 0x10 # c\n- d', set('x', ['a', 'e', 16, 'f']), 'x:\n- a\n- e\n- 0x10 # c\n- f'],
    ['items before several that stay as they are written', "x:\n- a\n- 'b' # c\n- 0x10\n- d", set('x', ['e', 'f', 'b', 16, 'd']), "x:\n- e\n- f\n- 'b' # c\n- 0x10\n- d"],
    ['an item more in front', 'tags:\n  - a\nc: 1', set('tags', ['b', 'a']), 'tags:\n  - b\n  - a\nc: 1'],
    ['an item more in the middle', "tags:\n  -   'a'\n  -   b\n", set('tags', ['a', 'c: d', 'b']), 'tags:\n  -   \'a\'\n  -   "c: d"\n  -   b\n'],
    ['an item less', 'tags: # mine\n- a\n- b # gone\n- c', set('tags', ['a', 'c']), 'tags: # mine\n- a\n- c'],
    ['an item changed', 'tags:\n- a\n- "b" # x\n- c', set('tags', ['a', 'd', 'c']), 'tags:\n- a\n- "d" # x\n- c'],
    ['an item folded', 'tags:\n- a\n  b\n- c', set('tags', ['d', 'c']), 'tags:\n- d\n- c'],
    ['an empty item filled', 'tags:\n-\n- b', set('tags', ['a', 'b']), 'tags:\n- a\n- b'],
    ['an item that is null', 'tags:\n- null\n- b', set('tags', ['b']), 'tags:\n- b'],
    ['items of which one is a map left alone', 'tags:\n- a: 1\n  b: 2\n- c', set('d', 1), 'tags:\n- a: 1\n  b: 2\n- c\nd: 1'],
    ['an item behind a tab', 'tags:\n-\ta\t# x\n-\tb', set('tags', ['c', 'b', 'd']), 'tags:\n-\tc\t# x\n-\tb\n-\td'],
    ['an empty item and others with blanks behind', 'tags:  \n- \n- b  \n-\t', set('tags', ['a', 'c', 'd']), 'tags:  \n- a\n- c  \n-\td'],
    ['an empty item with a comment', 'tags:\n- # x\n- b', set('tags', ['a', 'b']), 'tags:\n- a # x\n- b'],
    ['items of other types', 'x:\n- 1\n- true\n- ~\n- "2"', set('x', [1, 'true', null, 2, 2.5]), 'x:\n- 1\n- "true"\n- ~\n- 2\n- 2.5'],
    ['a new list of other types', 'a: 1', set('x', [1, '1', false, null]), 'a: 1\nx:\n- 1\n- "1"\n- false\n-'],
    ['a text to a list of other types', 'x: 1', set('x', [1, '1', null]), 'x:\n- 1\n- "1"\n- null'],
    ['all items changed for fewer', 'tags:\n- a\n- b # x\n# y\n- c # z\nd: 1', set('tags', ['e', 'f']), 'tags:\n- e\n- f # x\n# y\nd: 1'],
    ['a list emptied', 'tags:\n- a\n- b\nc: 1', set('tags', []), 'tags: []\nc: 1'],
    ['a list to a text', 'tags: # x\n- a\n# y\n- b\nc: 1', set('tags', 'z'), 'tags: z # x\n# y\nc: 1'],
    ['a list to null', 'tags:\n- a\nc: 1', set('tags', null), 'tags:\nc: 1'],
    ['a text to a list', 'tags: a # x\nc: 1', set('tags', ['a', 'b']), 'tags: # x\n- a\n- b\nc: 1'],
    ['a folded text to a list', 'tags: a\n  b # x\nc: 1', set('tags', ['a', 'b']), 'tags: # x\n- a\n- b\nc: 1'],
    ['a text below its key to a list', 'tags:\n  a\nc: 1', set('tags', ['a', 'b']), 'tags:\n  - a\n  - b\nc: 1'],
    ['an empty value to a list', 'tags:\nc: 1', set('tags', ['a']), 'tags:\n- a\nc: 1'],
    ['an empty bracketed list to a list', 'tags: []\nc: 1', set('tags', ['a']), 'tags:\n- a\nc: 1'],
    ['a bracketed list', "tags: [a, 'b', \"c\"] # x", set('tags', ['a', 'b', 'd', 'e, f']), "tags: [a, 'b', \"d\", \"e, f\"] # x"],
    ['a bracketed list without spaces', 'tags: [a,b]', set('tags', ['a', 'c', 'b']), 'tags: [a,c,b]'],
    ['a bracketed list whose items are written in their own way', 'tags: [\'a\', "\\x62"]', set('tags', ['a', 'c', 'b']), 'tags: [\'a\', c, "\\x62"]'],
    ['a bracketed list with spaces', 'tags: [ a, b ]', set('tags', ['b']), 'tags: [ b ]'],
    ['a bracketed list whose commas differ', 'tags: [a,b ,  c, d]', set('tags', ['a', 'x', 'd']), 'tags: [a,x, d]'],
    ['the first items of a bracketed list taken out', 'tags: [ a,b ,  c, ] # x', set('tags', ['c']), 'tags: [ c, ] # x'],
    ['the last items of a bracketed list taken out', 'tags: [ a,b ,  c, ] # x', set('tags', ['a']), 'tags: [ a, ] # x'],
    ['items put before and behind one', 'tags: [a]', set('tags', ['b', 'c', 'a', 'd']), 'tags: [b, c, a, d]'],
    ['an item put first', 'tags: [a,b]', set('tags', ['c', 'a', 'b']), 'tags: [c,a,b]'],
    ['items put first', 'tags: [a,"b"]', set('tags', ['c', 'd', 'a', 'b']), 'tags: [c,d,a,"b"]'],
    ['an item of a bracketed list that needs quotes there', 'tags: [a, b]', set('tags', ['a', 'c, d']), 'tags: [a, "c, d"]'],
    ['an item less of two that are alike in brackets', 'tags: [a, "a"]', set('tags', ['a']), 'tags: [a]'],
    ['items in brackets around one that stays as it is written', 'x: [a, b, 0x10, d]', set('x', ['a', 'e', 16, 'f']), 'x: [a, e, 0x10, f]'],
    ['items in brackets before several that stay as they are written', 'x: [a, "b", 0x10]', set('x', ['c', 'd', 'b', 16]), 'x: [c, d, "b", 0x10]'],
    ['a bracketed list of other types', 'x: [1, ~, "a"]', set('x', [1, null, true, 'null']), 'x: [1, ~, true, "null"]'],
    ['a bracketed list over lines', 'tags: [\n  a,\n  "b c",\n  d\n] # x\ne: 1', set('tags', ['a', 'f', 'd', 'g']), 'tags: [\n  a,\n  "f",\n  d,\n  g\n] # x\ne: 1'],
    ['an item less in a bracketed list over lines', 'tags: [\n    a,\n    b,\n  ]\ne: 1', set('tags', ['b']), 'tags: [\n    b,\n  ]\ne: 1'],
    ['a bracketed list over lines with items over lines', 'tags: [a\n  b, "c\n  d",\n\n  e]', set('tags', ['a b', 'x', 'e']), 'tags: [a\n  b, "x",\n\n  e]'],
    ['a bracketed list that begins below its key', 'tags: # x\n  [ a,\n    b ]\nc: 1', set('tags', ['b']), 'tags: # x\n  [ b ]\nc: 1'],
    ['a bracketed list over lines to a text', 'tags: [a,\n  b] # x\nc: 1', set('tags', 'z'), 'tags: z # x\nc: 1'],
    ['brackets and number signs in the items of a bracketed list', 'tags: ["]", \'[,\', a#b, "# c"]', set('tags', [']', '[,', 'a#b', 'd']), 'tags: ["]", \'[,\', a#b, "d"]'],
    ['a bracketed list to a text', 'tags: [a, b]', set('tags', 'a'), 'tags: a'],
    ['a bracketed list to null', 'tags: [a, b]\nc: 1', set('tags', null), 'tags:\nc: 1'],
    ['a bracketed list emptied', 'tags: [a, b]', set('tags', []), 'tags: []'],
    ['a new key', 'a: 1\n# last', set('status', 'read'), 'a: 1\n# last\nstatus: read'],
    ['a new key at an indent', '  a: 1', set('tags', ['x']), '  a: 1\n  tags:\n  - x'],
    ['a new key below another', 'status: read\n# c\nb: 1', set('read_date', '2022-01-31', 'status'), 'status: read\nread_date: 2022-01-31\n# c\nb: 1'],
    ['a new key below a list', 'tags:\n- a\n\nb: 1', set('read_date', null, 'tags'), 'tags:\n- a\nread_date:\n\nb: 1'],
    ['a new key below a block of text that keeps its blank lines', 'a: |+\n  x\n\nb: 1', set('c', 1, 'a'), 'a: |+\n  x\n\nc: 1\nb: 1'],
    ['a new key below one that is not there', 'a: 1\nb: 1', set('c', 1, 'x'), 'a: 1\nb: 1\nc: 1'],
    ['a new key that needs quotes', 'a: 1', set('c: d', 'x'), 'a: 1\n"c: d": x'],
    ['a new key in another case', 'Status: todo', set('status', 'read'), 'Status: todo\nstatus: read'],
    ['a new empty list', 'a: 1', set('tags', []), 'a: 1\ntags: []'],
    ['a key behind blank lines', '\n\na: 1\n\n', set('a', 2), '\n\na: 2\n\n'],
  ])('should edit %s', (_name, before, wanted, after) => {
    const block = (inner: string): string => `---\n${inner}${inner === '' || inner.endsWith('\n') ? '' : '\n'}---\nThe body: x\n---\n`;
    expect(edit(block(before), [wanted])).toBe(block(after));
    const crlf = (text: string): string => text.replace(/\n/g, '\r\n');
    expect(edit(crlf(block(before)), [wanted])).toBe(crlf(block(after)));
    expect(edit(block(after), [wanted])).toBe(block(after));
  });

  /** Each: what is shown, the lines of the property. They stand between others, alone, and with CRLF. */
  it.each<[string, string]>([
    ['a bare word', 'x: todo'],
    ['a word with a comment beside', 'x:\ttodo # or not'],
    ['quotes', "x: 'it''s: # no comment'  "],
    ['an empty value', 'x:'],
    ['an empty value with a comment', 'x: # none'],
    ['a tilde', 'x: ~'],
    ['a day', 'x: 2021-05-06'],
    ['a text over lines', 'x: one\n  two\n\n  three # y'],
    ['quotes over lines', 'x: "one\n\n  # two\n  b: 3"\t# y'],
    ['a text below its key', 'x: # y\n  # z\n    one\n    two'],
    ['a list at the margin', 'x: # y\n- a\n# in it\n-\n\n- "b"'],
    ['a list at an indent', 'x:\n    - a # y\n    - b\n      c'],
    ['a bracketed list', 'x: [a, "b"] # y'],
    ['a bracketed list over lines', 'x: [\n  a,\n\n  "b: ]",\n]'],
    ['a quoted key', '"\\x78" : 1'],
  ])('should remove %s, and nothing around it', (_name, lines) => {
    for (const [above, below] of [['a: 1\n# above\n', '# below\n\nb: 2\n'], ['a: one\n  two\n', 'b:\n- c\n'], ['', '']]) {
      const before = `---\n${above}${lines}\n${below}---\nx: body\n`;
      const after = `---\n${above}${below}---\nx: body\n`;
      expect(edit(before, [set('x', undefined)])).toBe(after);
      expect(edit(before.replace(/\n/g, '\r\n'), [set('x', undefined)])).toBe(after.replace(/\n/g, '\r\n'));
    }
  });

  it.each<[string, string, PropertyEdit]>([
    ['the same text', 'status: "read" # x', set('status', 'read')],
    ['the same number, written otherwise', 'year: 0o10', set('year', 8)],
    ['what is no number', 'x: .NAN', set('x', NaN)],
    ['null where the value is empty', 'pdf:', set('pdf', null)],
    ['null where the word stands', 'pdf: ~', set('pdf', null)],
    ['the same list', "tags: [a, 'b']", set('tags', ['a', 'b'])],
    ['the same text in a form that is not edited', 'a: |-\n  x', set('a', 'x')],
    ['to remove what is not there', 'a: 1', set('b', undefined)],
  ])('should plan nothing for %s', (_name, block, wanted) => {
    expect(planPropertyEdits(`---\n${block}\n---\n`, [wanted], 'block')).toEqual({ ok: true, value: [] });
  });

  /** Each: the block, the list it gets, the edits as they are planned. */
  it.each<[string, PropertyValue, readonly TextEdit[]]>([
    ['tags:\n- a\n- b', ['a', 'c'], [{ from: 16, to: 17, insert: 'c' }]],
    ['tags:\n- a\n- b', ['a', 'b', 'c'], [{ from: 18, to: 18, insert: '- c\n' }]],
    ['tags:\n- a\n- b', ['b'], [{ from: 10, to: 14, insert: '' }]],
    ['tags: [a, b]', ['a', 'c'], [{ from: 14, to: 15, insert: 'c' }]],
    ['tags: [a, b]', ['a', 'b', 'c'], [{ from: 15, to: 15, insert: ', c' }]],
    ['tags: [a, b]', ['c', 'a', 'b'], [{ from: 11, to: 11, insert: 'c, ' }]],
    ['tags: [a, b]', ['a'], [{ from: 12, to: 15, insert: '' }]],
    ['tags: [a, b]', ['b'], [{ from: 11, to: 14, insert: '' }]],
  ])('should plan for %j to become %j one edit and no more', (block, value, planned) => {
    expect(planPropertyEdits(`---\n${block}\n---\n`, [set('tags', value)], 'block')).toEqual({ ok: true, value: planned });
  });

  it.each(['tags:', 'tags: []', 'tags: x'])('should quote items in the brackets of a new list where they need it, in place of %j', (block) => {
    expect(edit(`---\n${block}\n---\n`, [set('tags', ['a, b', 'c', null])], 'flow')).toBe('---\ntags: ["a, b", c, null]\n---\n');
  });

  it.each<[YamlListStyle, string]>([
    ['block', 'a: 1\ntags:\n- v\n- w\n'],
    ['indented', 'a: 1\ntags:\n  - v\n  - w\n'],
    ['flow', 'a: 1\ntags: [v, w]\n'],
  ])('should write a new list in %s style', (style, after) => {
    for (const before of ['a: 1\n', 'a: 1\ntags:\n', 'a: 1\ntags: z\n', 'a: 1\ntags: []\n']) {
      expect(edit(`---\n${before}---\n`, [set('tags', ['v', 'w'])], style)).toBe(`---\n${after}---\n`);
    }
  });
});

describe('planPropertyEdits on a whole note', () => {
  it.each<[string, string, readonly PropertyEdit[], string]>([
    ['several edits at once', '---\na: 1\nstatus: todo\nb: 2\n---\n', [set('status', 'read'), set('read_date', '2022-01-31', 'status'), set('b', undefined)], '---\na: 1\nstatus: read\nread_date: 2022-01-31\n---\n'],
    ['a new key below another new key', '---\na: 1\n---\n', [set('c', 3, 'b'), set('d', 4, 'b'), set('e', 5), set('b', 2, 'a')], '---\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\n---\n'],
    ['new keys each below the one behind it', '---\na: 1\n---\n', [set('d', 4, 'c'), set('c', 3, 'b'), set('b', 2), set('e', 5)], '---\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\n---\n'],
    ['a new key below one that follows another', '---\na: 1\n---\n', [set('b', 2), set('c', 3, 'b'), set('d', 4, 'c'), set('e', 5, 'b')], '---\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\n---\n'],
    ['a new key below the second of the new ones', '---\na: 1\n---\n', [set('b', 2), set('c', 3), set('d', 4, 'c')], '---\na: 1\nb: 2\nc: 3\nd: 4\n---\n'],
    ['a new key below the last one, before one for the end', '---\na: 1\n---\n', [set('c', 3), set('b', 2, 'a')], '---\na: 1\nb: 2\nc: 3\n---\n'],
    ['new keys of which one is to follow a key that is not there', '---\na: 1\n---\n', [set('b', 2), set('c', 3, 'x')], '---\na: 1\nb: 2\nc: 3\n---\n'],
    ['new keys that are to follow each other', '---\na: 1\n---\n', [set('b', 2, 'c'), set('c', 3, 'b'), set('d', 4, 'd')], '---\na: 1\nb: 2\nc: 3\nd: 4\n---\n'],
    ['no front matter, with a key that is to follow one that is not there', 'x\n', [set('b', 2), set('c', 3, 'y')], '---\nb: 2\nc: 3\n---\nx\n'],
    ['a key removed and one put in its place', '---\na: 1\nb: 2\n---\n', [set('a', undefined), set('c', 3, 'a')], '---\nc: 3\nb: 2\n---\n'],
    ['mixed line ends', '---\r\na: 1\r\nb: 2\nc: 3\r\n---\nx\r\n', [set('d', 4, 'b'), set('e', 5, 'a')], '---\r\na: 1\r\ne: 5\r\nb: 2\nd: 4\nc: 3\r\n---\nx\r\n'],
    ['a byte-order mark', '\ufeff---\nstatus: todo\n---\nx', [set('status', 'read')], '\ufeff---\nstatus: read\n---\nx'],
    ['a block closed by dots', '---\nstatus: todo\n...\n---\nx', [set('status', 'read'), set('b', 1)], '---\nstatus: read\nb: 1\n...\n---\nx'],
    ['white space behind the dashes', '---  \nstatus: todo\n---\t\nx', [set('status', 'read')], '---  \nstatus: read\n---\t\nx'],
    ['no line break at the end', '---\nstatus: todo\n---', [set('status', 'read'), set('b', 1)], '---\nstatus: read\nb: 1\n---'],
    ['an empty block', '---\r\n---\r\nx', [set('status', 'read')], '---\r\nstatus: read\r\n---\r\nx'],
    ['a block of comments', '---\n# x\n---\n', [set('status', 'read')], '---\n# x\nstatus: read\n---\n'],
    ['no front matter', 'x\n', [set('status', 'read'), set('tags', ['a'])], '---\nstatus: read\ntags:\n- a\n---\nx\n'],
    ['no front matter, with CRLF', 'x\r\ny', [set('read_date', null, 'status'), set('status', 'read')], '---\r\nstatus: read\r\nread_date:\r\n---\r\nx\r\ny'],
    ['no front matter, with a byte-order mark', '\ufeffx', [set('status', 'read')], '\ufeff---\nstatus: read\n---\nx'],
    ['nothing at all', '', [set('status', 'read')], '---\nstatus: read\n---\n'],
    ['a body that begins with a word behind dashes', '---x\nbody', [set('status', 'read')], '---\nstatus: read\n---\n---x\nbody'],
    ['no front matter and nothing to set', 'x', [set('status', undefined)], 'x'],
  ])('should edit %s', (_name, before, edits, after) => {
    expect(edit(before, edits)).toBe(after);
    expect(planPropertyEdits(after, edits, 'block')).toEqual({ ok: true, value: [] });
  });

  it.each<[string, string, PropertyEdit, number, RegExp]>([
    ['an anchor', '---\na: 1\nstatus: &x todo\n---\n', set('status', 'read'), 3, /“status” uses an anchor/],
    ['an anchor on a list', '---\ntags: &x\n- a\n---\n', set('tags', ['b']), 2, /anchor/],
    ['an alias', '---\na: &x todo\nstatus: *x\n---\n', set('status', 'read'), 3, /alias/],
    ['a tag', '---\nstatus: !!str todo\n---\n', set('status', 'read'), 2, /tag/],
    ['a literal block', '---\nstatus: |\n  todo\n---\n', set('status', 'read'), 2, /block of text/],
    ['a folded block', '---\nstatus: >-\n  todo\n---\n', set('status', undefined), 2, /block of text/],
    ['a map', '---\nstatus:\n  a: 1\n---\n', set('status', 'read'), 2, /properties of its own/],
    ['a map in braces', '---\nstatus: {a: 1}\n---\n', set('status', 'read'), 2, /map/],
    ['something behind the quotes', '---\nstatus: "todo"#x\n---\n', set('status', 'read'), 2, /behind its quotes/],
    ['a bracketed list with a comment', '---\ntags: [a, # x\n  b]\n---\n', set('tags', ['a']), 2, /bracketed list with comments/],
    ['a bracketed list with a comment on a line of its own', '---\ntags: [\n# x\n  b]\n---\n', set('tags', ['a']), 2, /bracketed list with comments/],
    ['a bracketed list in another', '---\nup: [[note]]\n---\n', set('up', 'x'), 2, /bracketed list with comments, lists/],
    ['an item that is a bracketed list', '---\ntags:\n- [a,\n  b]\n---\n', set('tags', ['b']), 2, /items/],
    ['to remove a property above a line that would join a block of text', '---\na: |\n  x\nb: 1\n  # y\n---\n', set('b', undefined), 1, /“a” would change too/],
    ['a bracketed list with a map', '---\ntags: [a: 1]\n---\n', set('tags', ['a']), 2, /properties of its own/],
    ['an item that is a map', '---\ntags:\n- a: 1\n- b\n---\n', set('tags', ['b']), 2, /items/],
    ['a list of lists', '---\ntags:\n- - a\n---\n', set('tags', 'b'), 2, /items/],
    ['duplicate keys', '---\nstatus: todo\nstatus: todo\n---\n', set('status', 'read'), 3, /there already/],
    ['invalid YAML', '---\na: [\n---\n', set('status', 'read'), 2, /cannot be read/],
    ['a complex key', '---\na: 1\n? b\n: c\n---\n', set('a', 2), 3, /with certainty/],
    ['a block that is one map in braces', '---\n{a: 1}\n---\n', set('a', 2), 2, /with certainty/],
    ['a list as the block', '---\n- a\n---\n', set('a', 2), 2, /no list of properties/],
    ['a block in another language', '---js\n({})\n---\n', set('a', 2), 1, /“js”/],
    ['a block that is never closed', '---\na: 1\n', set('a', 2), 1, /never closed/],
    ['a list with a map in it, to become a text', '---\ntags:\n- b\n- a: 1\n---\n', set('tags', 'b'), 2, /items/],
    ['an empty map, to become a number', '---\na: {}\n---\n', set('a', 5), 2, /map/],
    ['an empty map, to become an empty list', '---\na: {}\n---\n', set('a', []), 2, /map/],
    ['a map that holds the characters of the text it is to become', '---\na: {0: x}\n---\n', set('a', 'x'), 2, /map/],
    ['a bare carriage return in front', '---\n\ra: 1\n---\n', set('a', 2), 2, /carriage return/],
    ['a bare carriage return', '---\na: 1\rb: 2\n---\n', set('a', 2), 2, /carriage return/],
  ])('should refuse %s', (_name, text, wanted, line, message) => {
    const planned = planPropertyEdits(text, [set('other', 1), wanted], 'block');
    expect(planned).toEqual({ ok: false, error: { line, message: expect.stringMatching(message) } });
  });

  it('should refuse two edits of one key', () => {
    expect(edit('---\na: 1\n---\n', [set('a', 2), set('a', 3)])).toMatch(/^refused at 1: “a” would be set twice/);
  });

  it('should refuse what it cannot tell apart', () => {
    const text = '---\nx:\n  - a: "deep\nstatus: todo"\nstatus: todo\n---\n';
    expect(edit(text, [set('status', 'read')])).toMatch(/^refused at \d: .*with certainty/);
  });

  it('should refuse what only the proof shows to be told apart wrongly', () => {
    // `y` seems to begin in the quotes above, and to end in the ones below.
    const text = '---\nx:\n  - a: "deep\ny: \'z"\ny: q\'\n---\n';
    expect(readProperties(text)).toEqual({ ok: true, value: new Map<string, unknown>([['x', [{ a: "deep y: 'z" }]], ['y', "q'"]]) });
    expect(edit(text, [set('y', 'r')])).toBe(
      'refused at 1: The front matter cannot be edited with certainty: the front matter could not be read afterwards: line 4: unexpected end of the stream within a double quoted scalar. Correct it, or put the value in quotes. Edit it by hand.',
    );
    expect(edit(text, [set('y', undefined)])).toMatch(/^refused at 1: The front matter cannot be edited with certainty: /);
  });

  it('should edit beside aliases that stand for more than memory holds', () => {
    const levels = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level <= 10; level += 1) levels.push(`a${level}: &a${level} [${Array(10).fill(`*a${level - 1}`).join(', ')}]`);
    const text = `---\n${levels.join('\n')}\nself: &s [*s]\nstatus: todo\n---\n`;
    expect(edit(text, [set('status', 'read')])).toBe(text.replace('todo', 'read'));
  });
});

describe('provePropertyEdits', () => {
  const before = '---\na: 1\nb: [x, {c: d}]\nstatus: todo\n---\nbody\n';
  const edits = [set('status', 'read')];

  it.each<[string, string, string | null]>([
    ['the wanted change', before.replace('todo', 'read'), null],
    ['the wanted value in another form', before.replace('todo', '"read"'), null],
    ['another value', before.replace('todo', 'reading'), '“status” would not get the wanted value'],
    ['nothing done', before, '“status” would not get the wanted value'],
    ['another property changed', before.replace('todo', 'read').replace('1', '2'), '“a” would change too'],
    ['another type', before.replace('todo', 'read').replace('1', '"1"'), '“a” would change too'],
    ['a part of a property changed', before.replace('todo', 'read').replace('d}', 'e}'), '“b” would change too'],
    ['a property lost', before.replace('todo', 'read').replace('a: 1\n', ''), '“a” would change too'],
    ['a property more', before.replace('todo', 'read\ne: 1'), '“e” would appear'],
    ['another order', '---\nb: [x, {c: d}]\na: 1\nstatus: read\n---\nbody\n', 'the order of the properties would change'],
    ['another body', before.replace('todo', 'read').replace('body', 'Body'), 'the text below the front matter would change'],
    ['another closing line', before.replace('todo', 'read').replace('\n---\n', '\n--- \n'), 'the text below the front matter would change'],
    ['another opening line', `\ufeff${before.replace('todo', 'read')}`, 'the opening line would change'],
  ])('should judge %s', (_name, after, verdict) => {
    expect(provePropertyEdits(before, after, edits)).toBe(verdict);
  });

  it.each([
    ['{}', '5'],
    ['{}', '""'],
    ['{}', ''],
    ['{}', '[]'],
    ['{0: x}', 'x'],
    ['{0: x}', '[x]'],
    ['[]', '{length: 0}'],
    ['[x]', '[x, y]'],
    ['[x, y]', '[x, z]'],
    ['{c: d}', '{c: d, e: f}'],
    ['{c: d, e: f}', '{c: d, e: g}'],
    ['{c: d, e: f}', '{c: d, g: f}'],
    ['{c: }', '{d: }'],
    ['.nan', '1'],
    ['.nan', '".nan"'],
    ['null', '"null"'],
    ['1', '"1"'],
    ['', '""'],
  ])('should tell %j and %j apart, and neither from itself', (one, other) => {
    const [first, second] = [`---\na: ${one}\n---\n`, `---\na: ${other}\n---\n`];
    expect(provePropertyEdits(first, second, [])).toBe('“a” would change too');
    expect(provePropertyEdits(second, first, [])).toBe('“a” would change too');
    expect(provePropertyEdits(first, first, [])).toBeNull();
    expect(provePropertyEdits(second, second, [])).toBeNull();
  });

  it('should notice that an empty block is lost', () => {
    expect(provePropertyEdits('---\n---\nbody', 'body', [])).toBe('the front matter would no longer be found');
    expect(provePropertyEdits('body', 'body', [])).toBeNull();
  });

  it('should name texts that cannot be read', () => {
    expect(provePropertyEdits(before, before.replace('todo', '['), edits)).toMatch(/could not be read afterwards/);
    expect(provePropertyEdits('---\na: [\n---\n', before, edits)).toMatch(/could not be read before/);
  });

  it('should prove a new block and no more', () => {
    expect(provePropertyEdits('body', '---\nstatus: read\n---\nbody', edits)).toBeNull();
    expect(provePropertyEdits('\ufeffbody', '\ufeff---\nstatus: read\n---\nbody', edits)).toBeNull();
    expect(provePropertyEdits('\ufeffbody', '---\nstatus: read\n---\nbody', edits)).toMatch(/below/);
    expect(provePropertyEdits('body', '---\nstatus: read\n---\n\nbody', edits)).toMatch(/below/);
    expect(provePropertyEdits('body', 'Body', [set('status', undefined)])).toBe('the text would change');
  });
});

const vault = process.env['PAPERWEAVE_VAULT'];
if (vault !== undefined) {
  describe('planPropertyEdits on a real vault', () => {
    const folder = join(vault, '01-zettelkasten', '02-References');
    const notes = readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(folder, name), 'utf8')).filter((text) => findFrontMatter(text).kind === 'block');

    it('should change the status line and add the date below it, and nothing else, in every note', () => {
      expect(notes.length).toBe(1146);
      for (const text of notes) {
        const wanted = [set('status', 'read'), set('read_date', '2022-01-31', 'status')];
        expect(edit(text, wanted)).toBe(text.replace(/^status: .*$/m, 'status: read\nread_date: 2022-01-31'));
        expect(edit(edit(text, wanted), [set('status', /^status: (.*)$/m.exec(text)?.[1] ?? null), set('read_date', undefined)])).toBe(text);
      }
    });

    it('should add a tag to every note on one line of its own', () => {
      for (const text of notes) {
        const read = readProperties(text);
        const tags: unknown = read.ok ? read.value?.get('tags') : null;
        if (!Array.isArray(tags)) continue;
        const lines = edit(text, [set('tags', [...tags.map(String), 'one-more'])]).split('\n');
        const added = lines.indexOf('- one-more');
        expect([...lines.slice(0, added), ...lines.slice(added + 1)].join('\n')).toBe(text);
      }
    });
  });
}
