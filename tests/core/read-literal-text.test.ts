import { readLiteralText } from '../../src/core/read-literal-text';

describe('readLiteralText', () => {
  it.each([
    ['Plain text, with signs: (a) [b] "c" – d?', 'Plain text, with signs: (a) [b] "c" – d?'],
    ['A \\[bracketed\\] word', 'A [bracketed] word'],
    ['a \\| b and C:\\temp', 'a | b and C:\\temp'],
    ['\\*not emphasis\\*', '*not emphasis*'],
    ['snake_case_names stay', 'snake_case_names stay'],
    ['C*-algebras and K* too', 'C*-algebras and K* too'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a < b, <1MB and I <3 you', 'a < b, <1MB and I <3 you'],
    ['R&D at AT&T; more', 'R&D at AT&T; more'],
    ['costs $5 or less', 'costs $5 or less'],
    ['from $5 to $6', 'from $5 to $6'],
    ['US$5_a or AU$6', 'US$5_a or AU$6'],
    ['a == b == c', 'a == b == c'],
    ['one ` backtick', 'one ` backtick'],
    ['an escaped \\` and one `', 'an escaped ` and one `'],
    ['Wow! [sic]', 'Wow! [sic]'],
    ['a ~ b ~ c', 'a ~ b ~ c'],
    ['$& and $1 are text', '$& and $1 are text'],
    ['标题与符号', '标题与符号'],
  ])('should read %j as %j', (source, text) => {
    expect(readLiteralText(source)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['*emphasis* here', 'emphasis'],
    ['a **strong** word', 'emphasis'],
    ['an _underlined_ word', 'emphasis'],
    ['a ~~struck~~ word', 'text struck through'],
    ['a ==marked== word', 'a highlight'],
    ['$\\ell_1$-SVD', 'math'],
    ['$x^2$', 'math'],
    ['`code` here', 'code'],
    ['``a ` b`` here', 'code'],
    ['`\\` is a backslash', 'code'],
    ['a <b>bold</b> word', 'HTML'],
    ['see <https://example.org>', 'HTML'],
    ['R&amp;D', 'an HTML entity'],
    ['a&#39;b', 'an HTML entity'],
    ['![](figure.png)', 'an image'],
    ['note[^1]', 'a footnote'],
    ['note ^[inline]', 'a footnote'],
    ['two\nlines', 'a line break'],
  ])('should refuse %j, which holds %s', (source, held) => {
    expect(readLiteralText(source)).toEqual({ ok: false, error: held });
  });
});
