import fc from 'fast-check';
import { findReferences } from '../../../src/core/references/find-references';
import type { WrittenReference } from '../../../src/core/references/written-reference';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { readStoredNotes, readStoredWordings, writeStoredNotes, writeStoredWordings } from '../../../src/core/library/stored-library';
import { libraryNoteText } from '../../support/note-generator';

const written = ({ text, label, linkpath, titles, ids }: WrittenReference): WrittenReference => ({ text, label, linkpath, titles, ids });

describe('stored wordings', () => {
  it('should give back the wordings of any note', () => {
    let count = 0;
    fc.assert(
      fc.property(libraryNoteText, (text) => {
        const wordings = findReferences(text, scanNote(text), ['References']).references.map(written);
        count += wordings.length;
        const all = [...wordings, null, ...wordings.map((wording) => wording.text)];
        expect(readStoredWordings(writeStoredWordings(all))).toEqual(all);
      }),
      { seed: 20261129, numRuns: 500 },
    );
    expect(count).toBeGreaterThan(500);
  });

  it.each([
    ['', 'no JSON'],
    ['["A title"', 'half a text'],
    ['{}', 'no list'],
    ['[1]', 'a text that is none'],
    ['[["t","l","p",["t"]]]', 'a row that lacks something'],
    ['[["t","l","p",["t"],[3]]]', 'an identifier that is no text'],
    ['[["t","l",5,["t"],[]]]', 'a link that is no text'],
    ['[["t",null,"p",["t"],[]]]', 'a label that is no text'],
  ])('should refuse %j, %s', (stored) => {
    expect(readStoredWordings(stored)).toBeNull();
  });
});

describe('stored notes', () => {
  it('should give back any notes', () => {
    const note = fc.record({
      path: fc.string(),
      mtime: fc.nat(),
      size: fc.nat(),
      references: fc.option(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constant(0))).map((rows) => rows.flat())),
      problems: fc.option(fc.string()),
    });
    fc.assert(fc.property(fc.array(note), (notes) => { expect(readStoredNotes(writeStoredNotes(notes))).toEqual(notes); }), { seed: 20261129, numRuns: 500 });
  });

  it.each([
    ['[[', 'no JSON'],
    ['7', 'no list'],
    ['[7]', 'no notes'],
    ['[[7,1,1,null,null]]', 'a path that is no text'],
    ['[["a.md","1",1,null,null]]', 'a time that is no number'],
    ['[["a.md",1,null,null,null]]', 'a size that is no number'],
    ['[["a.md",1,1,[0,1],null]]', 'half a row'],
    ['[["a.md",1,1,[0.5,1,0],null]]', 'half a wording'],
    ['[["a.md",1,1,[-1,1,0],null]]', 'a number below zero'],
    ['[["a.md",1,1,"0,1,0",null]]', 'references that are no list'],
    ['[["a.md",1,1,null,[]]]', 'problems that are no text'],
    ['[["a.md",1,1,null]]', 'a note that lacks something'],
  ])('should refuse %j, %s', (stored) => {
    expect(readStoredNotes(stored)).toBeNull();
  });
});
