import fc from 'fast-check';
import { findReferences } from '../../src/core/find-references';
import type { GivenReference } from '../../src/core/library-index';
import { scanNote } from '../../src/core/scan-note';
import { readStoredReferences, writeStoredReferences } from '../../src/core/stored-references';
import { libraryNoteText } from '../support/note-generator';

const given = ({ text, label, linkpath, titles, ids, line }: GivenReference): GivenReference => ({ text, label, linkpath, titles, ids, line });

describe('stored references', () => {
  it('should give back the references of any note', () => {
    let count = 0;
    fc.assert(
      fc.property(libraryNoteText, (text) => {
        const { references } = findReferences(text, scanNote(text), ['References']);
        count += references.length;
        expect(readStoredReferences(writeStoredReferences(references))).toEqual(references.map(given));
      }),
      { seed: 20261129, numRuns: 500 },
    );
    expect(count).toBeGreaterThan(500);
  });

  it('should keep of a plain title its line and text alone', () => {
    expect(writeStoredReferences([{ text: 'A title', label: 'A title', linkpath: null, titles: ['A title'], ids: [], line: 7 }])).toBe('[[7,"A title"]]');
  });

  it.each([
    ['', 'no JSON'],
    ['[[1,"A title"', 'half a text'],
    ['{}', 'no list'],
    ['[1]', 'no rows'],
    ['[["1","A title"]]', 'a line that is no number'],
    ['[[1.5,"A title"]]', 'half a line'],
    ['[[1,2]]', 'a text that is none'],
    ['[[1,"t","l","p",["t"]]]', 'a row that lacks something'],
    ['[[1,"t","l","p",["t"],[3]]]', 'an identifier that is no text'],
    ['[[1,"t","l",5,["t"],[]]]', 'a link that is no text'],
  ])('should refuse %j, %s', (stored) => {
    expect(readStoredReferences(stored)).toBeNull();
  });
});
