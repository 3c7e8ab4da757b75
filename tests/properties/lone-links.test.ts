import fc from 'fast-check';
import { areLoneLinks } from '../../src/core/markdown/are-lone-links';
import type { LinkEdit } from '../../src/core/markdown/link-edit';
import { scanNote } from '../../src/core/markdown/scan-note';
import type { NoteLink } from '../../src/core/markdown/scan-note';
import { applyEdits } from '../../src/core/text/text-edits';
import { linkDestination, linkLabel, restorableNote, wholeNote } from '../support/note-generator';
import { propertyRuns } from '../support/property-runs';

const oddText = fc.string({ unit: fc.constantFrom(...'ab []()|\\!^:x#$%`\n'), maxLength: 8 });

/** A link that is put into a note, and the destination that is hoped for: mostly a link as planners write it. */
const insertion = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('graph-nets', 'a b', 'papers/twin', 'x#sec', ' y'), linkLabel).map(([to, label]) => ({ insert: `[[${to}|${label}]]`, destination: to })) },
  { weight: 2, arbitrary: fc.tuple(linkLabel, linkDestination).map(([label, to]) => ({ insert: `[${label}](${to})`, destination: to })) },
  { weight: 2, arbitrary: fc.tuple(oddText, oddText).map(([to, label]) => ({ insert: `[[${to}|${label}]]`, destination: to })) },
  { weight: 1, arbitrary: oddText.map((insert) => ({ insert, destination: insert.slice(2, -2) })) },
);

/** Which items are replaced, counted from the end, by what, and what is left of them at both ends. */
const left = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1);
const choices = fc.uniqueArray(fc.record({ item: fc.nat(6), link: insertion, before: left, behind: left }), { selector: ({ item }) => item, minLength: 1, maxLength: 3 });

/** What stands behind the items, on lines that may go on with the last. */
const tail = fc.constantFrom('', '\n', '\n  --|--\n', '\n  ---\n', '\nlazy text\n', '\n> quote\n', '\n\n  --|--\n', '\n  - | -\n', '\n  : - | -\n', '\n===\n', '\n  | - |\n', '\n\n[k]: ./x.md\n');

/** What tells a link from others, but for where it stands. */
const shapeOf = ({ kind, image, from, to, labelFrom, labelTo, destination, hasTitle, line, inTable, item }: NoteLink): unknown => [kind, image, to - from, labelFrom - from, labelTo - from, destination, hasTitle, line, inTable, item];

describe('links that stand alone', () => {
  it('should be all that a scan finds changed, where they are said to be', () => {
    let alone = 0;
    fc.assert(
      fc.property(fc.oneof(wholeNote, restorableNote), tail, choices, (note, end, chosen) => {
        const text = note.trimEnd() + end;
        const scan = scanNote(text);
        const planned = [...chosen]
          .sort((a, b) => b.item - a.item)
          .flatMap(({ item, link, before, behind }): LinkEdit[] => {
            const place = scan.items.at(-1 - item);
            if (!place) return [];
            const from = place.contentFrom + before;
            return [{ edit: { from, to: Math.max(from, place.contentTo - behind), insert: link.insert }, destination: link.destination }];
          });
        if (planned.length === 0 || !areLoneLinks(text, scan, planned)) return;
        alone++;
        const after = scanNote(applyEdits(text, planned.map(({ edit }) => edit)));
        const isReplaced = (link: NoteLink): boolean => planned.some(({ edit }) => link.from >= edit.from && link.from < edit.to);
        const moved = (offset: number): number => planned.reduce((sum, { edit }) => (edit.to <= offset ? sum + edit.insert.length - (edit.to - edit.from) : sum), offset);
        const places = planned.map(({ edit, destination }) => ({ from: moved(edit.from), to: moved(edit.from) + edit.insert.length, destination }));
        const isPlanned = (link: NoteLink): boolean => places.some(({ from }) => from === link.from);
        expect(after.links.filter((link) => isPlanned(link)).map(({ from, to, destination }) => ({ from, to, destination }))).toEqual(places);
        const others = scan.links.filter((link) => !isReplaced(link));
        expect(after.links.filter((link) => !isPlanned(link)).map((link) => [link.from, shapeOf(link)])).toEqual(others.map((link) => [moved(link.from), shapeOf(link)]));
        expect(after.items).toHaveLength(scan.items.length);
      }),
      propertyRuns(4000),
    );
    expect(alone).toBeGreaterThan(propertyRuns(4000).numRuns / 25);
  });
});
