import fc from 'fast-check';
import { readLiteralText } from '../../../src/core/markdown/read-literal-text';
import { isPlainLiteral, writeLiteralText } from '../../../src/core/markdown/write-literal-text';

describe('writeLiteralText', () => {
  it.each([
    ['Plain [text] with $& and C*', 'Plain [text] with $& and C*'],
    ['unmatched [ bracket', 'unmatched \\[ bracket'],
    ['unmatched ] bracket', 'unmatched \\] bracket'],
    ['a [link](b.md)', 'a \\[link\\](b.md)'],
    ['*emphasis*', '\\*emphasis\\*'],
    ['R&amp;D', 'R\\&amp;D'],
    ['ends in \\', 'ends in \\\\'],
    ['C:\\temp', 'C:\\temp'],
    ['a \\[b', 'a \\\\\\[b'],
    ['100%% sure', '100\\%\\% sure'],
    ['two\nlines', 'two lines'],
  ])('should write %j as %j', (text, source) => {
    expect(writeLiteralText(text)).toBe(source);
  });

  it('should read back as the text, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab \\[]()*_~=`$<>&!^%|#;1é', '中', '😀', '&amp;'), maxLength: 14 });
    fc.assert(
      fc.property(text, (written) => {
        expect(readLiteralText(writeLiteralText(written))).toEqual({ ok: true, value: written });
      }),
      { seed: 5, numRuns: 5000 },
    );
  });

  it('should leave plain text as it is, which reads as itself', () => {
    let plain = 0;
    const text = fc.string({ unit: fc.constantFrom(...'abc ():;.,-+#@"\'>{}/?1é', '中', '😀', '*', '[', '\\', '|', '&amp;'), maxLength: 10 });
    fc.assert(
      fc.property(text, (written) => {
        if (!isPlainLiteral(written)) return;
        plain += 1;
        expect([writeLiteralText(written), readLiteralText(written)]).toEqual([written, { ok: true, value: written }]);
      }),
      { seed: 6, numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(300);
  });
});
