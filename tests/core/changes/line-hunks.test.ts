import fc from 'fast-check';
import { lineHunks } from '../../../src/core/changes/line-hunks';
import type { LineHunk } from '../../../src/core/changes/planned-change';
import { applyEdits } from '../../../src/core/text/text-edits';
import type { TextEdit } from '../../../src/core/text/text-edits';

const replace = (text: string, old: string, insert: string): TextEdit => {
  const from = text.indexOf(old);
  return { from, to: from + old.length, insert };
};

describe('lineHunks', () => {
  const text = 'one\ntwo\nthree\nfour\nfive\n';
  const cases: readonly [string, string, readonly TextEdit[], readonly LineHunk[]][] = [
    ['give the whole line for a changed part', text, [replace(text, 'wo', 'WO')], [{ line: 2, before: ['two'], after: ['tWO'] }]],
    ['be empty without edits', text, [], []],
    ['be empty for an edit that changes nothing', text, [replace(text, 'two', 'two')], []],
    ['have no line before where a line is added', text, [replace(text, 'two', 'new\ntwo')], [{ line: 2, before: [], after: ['new'] }]],
    ['have no line after where a line is removed', text, [replace(text, 'two\n', '')], [{ line: 2, before: ['two'], after: [] }]],
    ['keep distant edits apart, in the order of the text', text, [replace(text, 'five', '5'), replace(text, 'one', '1')], [
      { line: 1, before: ['one'], after: ['1'] },
      { line: 5, before: ['five'], after: ['5'] },
    ]],
    ['merge edits of adjoining lines', text, [replace(text, 'two', '2'), replace(text, 'three', '3')], [{ line: 2, before: ['two', 'three'], after: ['2', '3'] }]],
    ['merge edits of one line', text, [replace(text, 'thr', 'THR'), replace(text, 'ee', 'EE')], [{ line: 3, before: ['three'], after: ['THREE'] }]],
    ['span an edit over lines', text, [replace(text, 'wo\nthr', 'o')], [{ line: 2, before: ['two', 'three'], after: ['toee'] }]],
    ['leave line ends out', 'a\r\nb\r\n', [{ from: 3, to: 4, insert: 'B' }], [{ line: 2, before: ['b'], after: ['B'] }]],
    ['add behind a last line without a line end', 'a', [{ from: 1, to: 1, insert: '\nb' }], [{ line: 2, before: [], after: ['b'] }]],
    ['add behind a last line end', 'a\n', [{ from: 2, to: 2, insert: 'b\n' }], [{ line: 2, before: [], after: ['b'] }]],
    ['fill an empty text', '', [{ from: 0, to: 0, insert: 'a' }], [{ line: 1, before: [''], after: ['a'] }]],
  ];
  it.each(cases)('should %s', (_name, before, edits, hunks) => {
    expect(lineHunks(before, edits)).toEqual(hunks);
  });

  it('should turn the lines before into the lines after, whatever the edits', () => {
    const edited = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 40 }).chain((before) =>
      fc.tuple(
        fc.constant(before),
        fc.array(fc.tuple(fc.nat(before.length), fc.nat(before.length), fc.string({ unit: fc.constantFrom('x', '\n'), maxLength: 4 })), { maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(edited, ([before, drawn]) => {
        const edits: TextEdit[] = [];
        for (const [one, other, insert] of drawn) {
          const edit = { from: Math.min(one, other), to: Math.max(one, other), insert };
          if (edits.every((known) => edit.to < known.from || edit.from > known.to)) edits.push(edit);
        }
        const lines = before.split('\n');
        for (const hunk of [...lineHunks(before, edits)].reverse()) {
          expect(lines.slice(hunk.line - 1, hunk.line - 1 + hunk.before.length)).toEqual(hunk.before);
          lines.splice(hunk.line - 1, hunk.before.length, ...hunk.after);
        }
        expect(lines.join('\n')).toBe(applyEdits(before, edits));
      }),
      { seed: 11, numRuns: 1000 },
    );
  });
});
