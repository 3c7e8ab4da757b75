import fc from 'fast-check';
import { findReferences } from '../../src/core/references/find-references';
import { readNoteText } from '../../src/core/library/read-note';
import { scanNote } from '../../src/core/markdown/scan-note';
import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import { readBoth } from '../support/micromark-oracle';
import { HOSTILE_TEXTS, markdownNote, wholeNote } from '../support/note-generator';
import { propertyRuns } from '../support/property-runs';

const word = fc.constantFrom('a', 'Deep nets', '(2019)', 'é 字', '\u{1f600}', '&amp;', '*b*', '_c_', '\\*', '\\[', '\\]', 'x]', '[y', '!', '"q"', "it's", '<', '>', 'https://x.y/z', 'www.x.y', '~www.z', ':', '|', '1.', '#');
const destination = fc.constantFrom('u', './a%20b.md', '<c d>', 'e(f)g', 'h\\)i', 'j&amp;k#l', '', ' m n', '(', '<o', 'https://x.y/z', 'p "t"', "q 't'", 'r (t)', 's "t');
const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc
    .array(
      fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 6, arbitrary: word },
        { weight: 3, arbitrary: fc.tuple(fc.constantFrom('', '!'), tie('inline'), destination).map(([mark, label, to]) => `${mark}[${label}](${to})`) },
        { weight: 2, arbitrary: fc.tuple(tie('inline'), fc.constantFrom('[k]', '[L]', '[]', '[none]', '')).map(([label, rest]) => `[${label}]${rest} `) },
        { weight: 1, arbitrary: fc.constantFrom('[k] ', '[k][] ', '[^1]', '![k] ', '[^k](u)') },
        { weight: 1, arbitrary: tie('inline').map((code) => `\`${code}\``) },
        { weight: 1, arbitrary: fc.constantFrom('``', '`', '<b>', '</b>', '<i c="[d](e)">', '<!-- [f](g) -->', '<!--', '<https://x.y/[h](i)>', '<j@k.l>', '<?[m](n)?>') },
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join(' ')),
}));
const indent = fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '\t', '      ');
const containers = fc.array(fc.constantFrom('- ', '* ', '+ ', '1. ', '1) ', '> ', '>', '  ', '    ', '-   ', '-\t', '- [ ] ', '- [x] '), { maxLength: 3 }).map((parts) => parts.join(''));
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(indent, containers, inline).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.tuple(containers, fc.constantFrom('# ', '## ', '###### ', '#'), inline, fc.constantFrom('', ' #', ' ##  ')).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(indent, fc.constantFrom('===', '---', '- - -', '***', '=', '> ---')).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(containers, fc.constantFrom('```', '~~~', '```js', '````', '<div>', '</div>', '<!-- x', '-->', '<pre>', '</pre>', '<x y="z">')).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(containers, fc.constantFrom('| a | [b](c) |\n| - | :-: |', 'd | e\n- | -', '| f |\n|---|\n| [g](h) | i |\n[j](k)', '| - |')).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(containers, fc.constantFrom('\n[k]: v "t"\n', '\n[l]: <w x>\n\n', '[k]:\n y\n', '\n[^1]: note [z](z)\n', '\n[^1]:\n    - n')).map((parts) => parts.join('')) },
);
const lines = fc.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')).map(([lines, end]) => lines.join('\n').replaceAll('\n', end));


/** Forms that the scanner reads otherwise on purpose: wikilinks, front matter, and the known differences from micromark. */
const isComparable = (text: string): boolean => {
  if (/^---[ \t]*[\r\n]/.test(text) || /\[\[/.test(text)) return false;
  const hasEmptyItem = /(?:^|[\s>:])(?:[-+*]|\d+[.)])[ \t]*(?:\r|\n|$)/.test(text);
  const otherNumber = String.raw`(?:[02-9]|\d{2,9})[.)](?:\s|$)`;
  const hasOtherNumber =
    (new RegExp(String.raw`(?:^|[\s>])${otherNumber}`).test(text) && /(?:^|[\r\n])(?: {4}| {0,3}[\t>])/.test(text)) || new RegExp(String.raw`(?:[-+*>]|\d[.)])\s+${otherNumber}`).test(text);
  const hasShortcutBeforeBracket = /\]\[(?![^[\]\\]*\])/.test(text);
  const hasDefinitionAndUnderline = /\]:/.test(text) && /(?:^|[\r\n])[ >]*(?:=+|-+)[ \t]*(?:\r|\n|$)/.test(text);
  // A line that is a tag alone cannot interrupt a paragraph, says CommonMark; micromark lets it where the paragraph is that of an
  // item or a quote and the line stands outside of it.
  const hasLoneTag = /<\/?(?:a|b|i|x|pre)\b[^>\r\n]*>[ \t]*(?:\r|\n|$)/.test(text) && /[>\-+*.)]/.test(text);
  const hasOpenParenthesisInTitle = /\([^)]*\([^)]*\(/.test(text) && /r \(t/.test(text);
  const hasUrlBeforeMark = /(?:https?:\/\/|www\.)\S*[`\\_]/i.test(text);
  return !hasEmptyItem && !hasOtherNumber && !hasShortcutBeforeBracket && !hasDefinitionAndUnderline && !hasLoneTag && !hasOpenParenthesisInTitle && !hasUrlBeforeMark;
};

/** Whether Obsidian reads math or a comment where micromark reads marks. */
const holdsObsidianSyntax = (text: string): boolean =>
  scanNote(text).protectedSpans.some(({ from, to }) => /^[$%]/.test(text.slice(from, from + 1)) && /[[\]()<>`\\|*\n]/.test(text.slice(from, to)));

describe('the scanner and micromark', () => {
  it('should find the same links, items and headings in lines of every form', () => {
    let compared = 0;
    fc.assert(
      fc.property(lines, (text) => {
        fc.pre(isComparable(text));
        compared++;
        const { ours, oracle } = readBoth(text);
        expect(ours).toEqual(oracle);
      }),
      propertyRuns(3000),
    );
    expect(compared).toBeGreaterThan(propertyRuns(3000).numRuns / 4);
  });

  it('should find the same links, items and headings in whole notes', () => {
    let compared = 0;
    fc.assert(
      fc.property(markdownNote, (text) => {
        if (!isComparable(text.slice(scanNote(text).bodyFrom)) || holdsObsidianSyntax(text)) return;
        compared++;
        const { ours, oracle } = readBoth(text);
        expect(ours).toEqual(oracle);
      }),
      propertyRuns(1500),
    );
    expect(compared).toBeGreaterThan(propertyRuns(1500).numRuns / 4);
  });
});

describe('any text', () => {
  const units = ['\n', '\n', '\r', ' ', '\t', '-', '- ', '1. ', '> ', '#', '# References\n', '`', '```', '~~~', '[', ']', '(', ')', '![', '[[', ']]', '|', '|-|\n', '$', '$$', '%%', '<', '>', '<!--', '-->', '<div>', '\\', '*', '_', '=', '---\n', ':', '[^a]: ', '[a]: b\n', 'http://a.b', '&amp;', '"', "'", '\ufeff', ...HOSTILE_TEXTS];
  const anyText = fc.oneof(fc.array(fc.constantFrom(...units), { maxLength: 40 }).map((parts) => parts.join('')), wholeNote, fc.string({ unit: 'binary', maxLength: 60 }));

  it('should be a note, whose parts lie in the text, in order and within each other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { bodyFrom, headings, items, links, protectedSpans } = scanNote(text);
        let walked = 0;
        let line = 0;
        const lineOf = (offset: number): number => {
          for (; walked < offset; walked++) if (text[walked] === '\n' || (text[walked] === '\r' && text[walked + 1] !== '\n')) line++;
          return line;
        };
        let end = 0;
        for (const { from, to } of protectedSpans) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        let last = bodyFrom;
        for (const item of items) {
          expect(item.from).toBeGreaterThanOrEqual(last);
          expect(item.contentFrom).toBeGreaterThan(item.from);
          expect(item.contentTo).toBeGreaterThanOrEqual(item.contentFrom);
          expect(item.contentTo).toBeLessThanOrEqual(text.length);
          expect(item.line).toBe(lineOf(item.from));
          last = item.from + 1;
        }
        items.forEach((item, index) => {
          expect(item.parent).toBeLessThan(index);
        });
        last = bodyFrom;
        walked = line = 0;
        for (const link of links) {
          expect(link.from).toBeGreaterThanOrEqual(last);
          expect(link.labelFrom).toBeGreaterThan(link.from);
          expect(link.labelTo).toBeGreaterThanOrEqual(link.labelFrom);
          expect(link.to).toBeGreaterThan(link.labelTo);
          expect(link.line).toBe(lineOf(link.from));
          expect(protectedSpans.some((span) => span.from < link.from && link.from < span.to)).toBe(false);
          last = link.from + 1;
        }
        last = bodyFrom;
        walked = line = 0;
        for (const heading of headings) {
          expect(heading.from).toBeGreaterThanOrEqual(last);
          expect(heading.to).toBeGreaterThan(heading.from);
          expect(heading.line).toBe(lineOf(heading.from));
          last = heading.to;
        }
      }),
      propertyRuns(2000),
    );
  });

  it('should be read as a paper, a problem or neither, and its references lie within its sections', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { references } = readNoteText('papers/x.md', text, DEFAULT_SETTINGS, DEFAULT_SETTINGS.referenceHeadings);
        const found = findReferences(text, scanNote(text), DEFAULT_SETTINGS.referenceHeadings);
        expect(references).toEqual(found);
        let last = 0;
        for (const reference of found.references) {
          expect(found.sections.some(({ from, to }) => reference.from >= from && reference.to <= to)).toBe(true);
          expect(reference.text).toBe(text.slice(reference.from, reference.to));
          expect(reference.line).toBeGreaterThanOrEqual(last);
          last = reference.line;
        }
      }),
      propertyRuns(1000),
    );
  });
});
