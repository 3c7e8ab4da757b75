import fc from 'fast-check';
import { freeName, noteName } from '../../../src/core/titles/note-name';

const slugStyle = { style: 'slug', year: null } as const;
const titleStyle = { style: 'title', year: null } as const;

describe('noteName', () => {
  it.each([
    ['Attention Is All You Need!', slugStyle, 'attention-is-all-you-need'],
    ['Attention Is All You Need', { style: 'year-slug', year: 2017 } as const, '2017-attention-is-all-you-need'],
    ['Attention Is All You Need', { style: 'year-slug', year: null } as const, 'attention-is-all-you-need'],
    ['SciBERT: A Pretrained Model', titleStyle, 'SciBERT - A Pretrained Model'],
    ['What? Why/How <now> "then" a|b\\c *d', titleStyle, 'What Why How now then a b c d'],
    ['C# and [brackets] ^up %%hidden%%', titleStyle, 'C and brackets up hidden'],
    ['..hidden. .', titleStyle, 'hidden'],
    ['two\nlines\tand tab', titleStyle, 'two lines and tab'],
    ['turned \u202eround\u202c', titleStyle, 'turned round'],
    ['Cafe\u0301', titleStyle, 'Caf\u00e9'],
    ['Cafe\u0007\u0301', titleStyle, 'Caf\u00e9'],
    ['CON', slugStyle, 'paper-con'],
    ['Com1', titleStyle, 'paper-Com1'],
    ['nul.txt', titleStyle, 'paper-nul.txt'],
    ['Control', titleStyle, 'Control'],
    ['注意力', slugStyle, '注意力'],
  ])('should name %j', (title, how, name) => {
    expect(noteName(title, how)).toBe(name);
  });

  it.each(['', ' ', '!!!', '...', '???'])('should find no name in %j', (title) => {
    expect(noteName(title, slugStyle)).toBeNull();
    expect(noteName(title, { style: 'year-slug', year: 2019 })).toBeNull();
  });

  it('should cut at 200 bytes, between characters', () => {
    expect(noteName('a'.repeat(300), slugStyle)).toBe('a'.repeat(200));
    expect(noteName('é'.repeat(300), titleStyle)).toBe('é'.repeat(100));
    expect(noteName('中'.repeat(300), slugStyle)).toBe('中'.repeat(66));
    expect(noteName(`con ${'a'.repeat(300)}`, titleStyle)).toBe(`paper-con ${'a'.repeat(190)}`);
    expect(noteName(`${'a'.repeat(197)} .-b`, titleStyle)).toBe('a'.repeat(197));
    expect(noteName('😀'.repeat(300), titleStyle)).toBe('😀'.repeat(50));
    expect(noteName(`${'a'.repeat(199)} b`, slugStyle)).toBe('a'.repeat(199));
    expect(noteName(`${'a'.repeat(199)}x\u0323\u0302b`, titleStyle)).toBe('a'.repeat(199));
  });

  it('should be legal everywhere, whatever the title', () => {
    const title = fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), fc.string({ unit: fc.constantFrom(...'aé中 .:*"\\/<>|?#^[]%-\u0000\u202e', '😀', 'con', 'aux.'), maxLength: 150 }));
    fc.assert(
      fc.property(title, fc.constantFrom('slug' as const, 'title' as const, 'year-slug' as const), fc.constantFrom(null, 2019), (drawn, style, year) => {
        const name = noteName(drawn, { style, year });
        if (name === null) return;
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[*"\\/<>:|?#^[\]]|%%|[\p{Cc}\p{Cs}]|^[. ]|[. ]$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(name).toBe(name.normalize('NFC'));
      }),
      { seed: 8, numRuns: 3000 },
    );
  });
});

describe('freeName', () => {
  const free = (base: string, year: number | null, ...taken: string[]): string | null => freeName(base, year, (name) => taken.includes(name.toLowerCase()));

  it.each([
    ['a-b', 2019, [], 'a-b'],
    ['a-b', 2019, ['a-b'], 'a-b-2019'],
    ['a-b', 2019, ['a-b', 'a-b-2019'], 'a-b-2019-2'],
    ['a-b', 2019, ['a-b', 'a-b-2019', 'a-b-2019-2'], 'a-b-2019-3'],
    ['a-b', null, ['a-b'], 'a-b-2'],
    ['A Title', 2019, ['a title'], 'A Title 2019'],
    ['2019-a', 2019, ['2019-a'], '2019-a-2'],
    ['Cafe\u0301', null, ['caf\u00e9'], 'Cafe\u0301-2'],
  ])('should find for %j of %j with %j taken the name %j', (base, year, taken, name) => {
    expect(free(base, year, ...taken)).toBe(name);
  });

  it('should cut the base so that the ending fits', () => {
    expect(free('a'.repeat(200), 2019, 'a'.repeat(200))).toBe(`${'a'.repeat(195)}-2019`);
  });

  it('should give up where every name is taken', () => {
    expect(freeName('a', 2019, () => true)).toBeNull();
  });
});
