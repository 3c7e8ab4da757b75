import fc from 'fast-check';
import { editorEdits, editorText } from '../../../src/core/changes/editor-edits';
import { applyEdits, inverseEdits } from '../../../src/core/text/text-edits';
import type { TextEdit } from '../../../src/core/text/text-edits';

/** A text of short lines with all kinds of line ends, and edits of it that do not overlap. */
const textAndEdits = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(fc.tuple(fc.constantFrom('', 'a', 'status: todo', '- [x](./x.md)'), fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(60), fc.nat(6), fc.constantFrom('', 'b', 'read\n', 'x\r\ny')), { maxLength: 4 }),
  )
  .map(([mark, lines, places]): [string, readonly TextEdit[]] => {
    const text = mark + lines.map(([line, end]) => line + end).join('');
    const edits: TextEdit[] = [];
    let at = mark.length;
    for (const [skip, length, insert] of places) {
      const from = at + skip;
      const to = from + length;
      if (to > text.length) break;
      edits.push({ from, to, insert });
      at = to;
    }
    return [text, edits];
  });

describe('editorEdits', () => {
  it.each<[string, string, readonly TextEdit[], readonly TextEdit[]]>([
    ['as they are where lines end in line feeds', 'ab\ncd\n', [{ from: 3, to: 5, insert: 'x' }], [{ from: 3, to: 5, insert: 'x' }]],
    ['behind the returns that an editor does not hold', 'a\r\nb\r\nc', [{ from: 3, to: 4, insert: 'x\r\n' }, { from: 6, to: 7, insert: '' }], [{ from: 2, to: 3, insert: 'x\n' }, { from: 4, to: 5, insert: '' }]],
    ['behind a byte-order mark', '\ufeffab', [{ from: 2, to: 3, insert: 'x' }], [{ from: 1, to: 2, insert: 'x' }]],
    ['behind lone returns, which an editor shows as line ends', 'a\rb', [{ from: 2, to: 3, insert: 'x' }], [{ from: 2, to: 3, insert: 'x' }]],
  ])('should tell edits %s', (_name, text, edits, expected) => {
    expect(editorEdits(text, edits)).toEqual(expected);
  });

  it('should tell none where an edit parts a line end', () => {
    expect(editorEdits('a\r\nb', [{ from: 2, to: 3, insert: '' }])).toBeNull();
  });

  it('should lead to what the editor holds of the edited text, or to nothing', () => {
    let told = 0;
    fc.assert(
      fc.property(textAndEdits, ([text, edits]) => {
        const changes = editorEdits(text, edits);
        if (changes === null) return;
        told += 1;
        expect(applyEdits(editorText(text), changes)).toBe(editorText(applyEdits(text, edits)));
        expect(applyEdits(applyEdits(editorText(text), changes), inverseEdits(editorText(text), changes))).toBe(editorText(text));
      }),
      { seed: 31, numRuns: 1000 },
    );
    expect(told).toBeGreaterThan(700);
  });
});

describe('inverseEdits', () => {
  it('should give the text back', () => {
    fc.assert(
      fc.property(textAndEdits, ([text, edits]) => {
        expect(applyEdits(applyEdits(text, edits), inverseEdits(text, edits))).toBe(text);
      }),
      { seed: 32, numRuns: 1000 },
    );
  });
});
