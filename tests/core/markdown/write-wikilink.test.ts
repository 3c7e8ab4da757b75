import { writeWikilink } from '../../../src/core/markdown/write-wikilink';

const parts = { linktext: 'slug', subpath: '', label: null as string | null, inTable: false };

describe('writeWikilink', () => {
  it.each([
    [{}, '[[slug]]'],
    [{ label: 'Title' }, '[[slug|Title]]'],
    [{ subpath: '#Results' }, '[[slug#Results]]'],
    [{ subpath: '#^block', label: 'Title' }, '[[slug#^block|Title]]'],
    [{ linktext: 'papers/a b', label: 'Title' }, '[[papers/a b|Title]]'],
    [{ label: 'a|b' }, '[[slug|a|b]]'],
    [{ label: 'a|b', inTable: true }, '[[slug\\|a\\|b]]'],
    [{ label: 'A [bracketed] word' }, '[[slug|A [bracketed] word]]'],
    [{ label: '$& stays, and $1' }, '[[slug|$& stays, and $1]]'],
    [{ linktext: '注意力', label: '注意力' }, '[[注意力|注意力]]'],
  ])('should write %j as %s', (given, written) => {
    expect(writeWikilink({ ...parts, ...given })).toEqual({ ok: true, value: written });
  });

  it.each([
    [{ label: 'a]]b' }, 'its text holds “]]”. Change the text, or link it by hand'],
    [{ label: 'a %% b' }, 'its text holds “%%”. Change the text, or link it by hand'],
    [{ label: 'a [b]' }, 'its text ends in “]”. Change the text, or link it by hand'],
    [{ label: 'a\\' }, 'its text ends in “\\”. Change the text, or link it by hand'],
    [{ label: 'two\nlines' }, 'its text runs over a line break. Change the text, or link it by hand'],
    [{ label: ' ' }, 'its text is empty. Change the text, or link it by hand'],
    [{ linktext: 'C# notes' }, 'the name of “C# notes” holds characters that break wikilinks. Rename that note'],
    [{ linktext: ' ' }, 'the name of “ ” holds characters that break wikilinks. Rename that note'],
    [{ subpath: '#a|b' }, 'the heading “#a|b” holds characters that break wikilinks. Rename that heading'],
  ])('should say of %j why, and what to do', (given, message) => {
    expect(writeWikilink({ ...parts, ...given })).toMatchObject({ ok: false, error: { message } });
  });

  it.each(['a]]b', 'a[[b', 'ends in ]', 'a %% b', 'two\nlines', 'ends in \\', 'a\\|b', '', '  '])('should refuse the label %j', (label) => {
    expect(writeWikilink({ ...parts, label })).toMatchObject({ ok: false, error: { reason: 'label-unsafe' } });
  });

  it.each(['C# notes', 'a^b', 'a[b', 'a]b', 'a|b', 'a%%b', 'a\\b', ''])('should refuse the target %j', (linktext) => {
    expect(writeWikilink({ ...parts, linktext })).toMatchObject({ ok: false, error: { reason: 'target-unsafe' } });
  });

  it.each(['#a|b', '#a]b', '#a %% b'])('should refuse the heading %j', (subpath) => {
    expect(writeWikilink({ ...parts, subpath })).toMatchObject({ ok: false, error: { reason: 'target-unsafe' } });
  });
});
