import fc from 'fast-check';
import { findReferences } from '../../src/core/references/find-references';
import type { FoundReference } from '../../src/core/references/find-references';
import type { IdentityIndex } from '../../src/core/library/identity-index';
import { planLinks } from '../../src/core/changes/plan-links';
import type { LinkContext } from '../../src/core/changes/plan-links';
import { planRestore } from '../../src/core/changes/plan-restore';
import { scanNote } from '../../src/core/markdown/scan-note';
import type { NoteScan } from '../../src/core/markdown/scan-note';
import { applyEdits } from '../../src/core/text/text-edits';
import type { TextEdit } from '../../src/core/text/text-edits';
import { baseNameOf, folderOf } from '../../src/core/text/vault-path';
import { writeRelativeLink } from '../../src/core/markdown/write-relative-link';
import { restorableNote, smallLibrary, wholeNote } from '../support/note-generator';
import type { GeneratedLibrary } from '../support/note-generator';
import { propertyRuns } from '../support/property-runs';
import { libraryOf, linkContextOf } from '../support/small-library';

const HEADINGS = ['References', 'Paper References', 'Bibliography', 'Reference', '参考文献'];
const scope = fc.constantFrom('section' as const, 'section' as const, 'note' as const);

const contextOf = (index: IdentityIndex, changes: Partial<LinkContext> = {}): LinkContext => linkContextOf(index, { headings: HEADINGS, ...changes });
const indexOf = ({ papers, otherFiles }: GeneratedLibrary): IdentityIndex => libraryOf(papers, otherFiles);

/** Where each offset of the text lies once the edits are applied; offsets inside an edit go to its start. */
function moved(edits: readonly TextEdit[], offset: number): number {
  return edits.reduce((at, { from, to, insert }) => (to <= offset ? at + insert.length - (to - from) : at), offset);
}

/** The links of a note that resolve by their path, by offset, with the note each leads to. */
function leadsOf(text: string, source: string, index: IdentityIndex): ReadonlyMap<number, string> {
  const found = findReferences(text, scanNote(text), HEADINGS);
  const leads = new Map<number, string>();
  for (const reference of [...found.references, ...found.loose, ...found.outside]) {
    const { target, via } = index.resolve(source, reference);
    if (reference.link && via === 'path' && target !== null) leads.set(reference.from, target);
  }
  return leads;
}

/** The text of what must never change. A `$…$` of plain letters inside a label that was rewritten goes into the link as it is. */
const protectedTexts = (text: string, scan: NoteScan, edits: readonly TextEdit[]): string[] =>
  scan.protectedSpans.filter((span) => !edits.some(({ from, to }) => span.from > from && span.to < to && text[span.from] === '$')).map((span) => text.slice(span.from, span.to));

/** Every edit of a plan lies in a references section (unless the scope is the note), and no protected text changes, appears or goes. */
function expectOnlyReferencesChange(text: string, edits: readonly TextEdit[], wholeScope: boolean): void {
  const scan = scanNote(text);
  const { sections } = findReferences(text, scan, HEADINGS);
  for (const { from, to } of edits) expect(wholeScope || sections.some((section) => from >= section.from && to <= section.to)).toBe(true);
  const after = applyEdits(text, edits);
  const undone = edits.map(({ from, to, insert }) => ({ from: moved(edits, from), to: moved(edits, from) + insert.length, insert: text.slice(from, to) }));
  expect(protectedTexts(after, scanNote(after), undone)).toEqual(protectedTexts(text, scan, edits));
}

describe('linking references', () => {
  it('should change nothing the second time', () => {
    let changed = 0;
    fc.assert(
      fc.property(smallLibrary, wholeNote, scope, fc.constantFrom(undefined, 'repairs' as const, 'restyling' as const), (library, text, within, only) => {
        const context = contextOf(indexOf(library), { scope: within });
        const options = only === undefined ? {} : { only };
        const { edits } = planLinks(text, library.source, context, options);
        const once = applyEdits(text, edits);
        if (edits.length > 0) changed++;
        expect(planLinks(once, library.source, context, options).edits).toEqual([]);
      }),
      propertyRuns(1500),
    );
    expect(changed).toBeGreaterThan(propertyRuns(1500).numRuns / 10);
  });

  it('should touch nothing but the references, and nothing that is code, math, HTML, a comment or front matter', () => {
    fc.assert(
      fc.property(smallLibrary, wholeNote, scope, (library, text, within) => {
        const { edits } = planLinks(text, library.source, contextOf(indexOf(library), { scope: within }));
        expectOnlyReferencesChange(text, edits, within === 'note');
      }),
      propertyRuns(1500),
    );
  });

  it('should keep where each link leads, and give each repaired reference the note that was found', () => {
    let kept = 0;
    fc.assert(
      fc.property(smallLibrary, wholeNote, scope, (library, text, within) => {
        const index = indexOf(library);
        const { edits, repairs } = planLinks(text, library.source, contextOf(index, { scope: within }));
        const before = leadsOf(text, library.source, index);
        const after = leadsOf(applyEdits(text, edits), library.source, index);
        for (const [offset, target] of before) expect([offset, after.get(moved(edits, offset))]).toEqual([offset, target]);
        expect(after.size).toBe(before.size + repairs);
        kept += before.size;
      }),
      propertyRuns(1500),
    );
    expect(kept).toBeGreaterThan(propertyRuns(1500).numRuns / 4);
  });

  it('should repair a reference to the note that it meant', () => {
    let repaired = 0;
    fc.assert(
      fc.property(smallLibrary, wholeNote, (library, text) => {
        const index = indexOf(library);
        const { edits } = planLinks(text, library.source, contextOf(index), { only: 'repairs' });
        const found = findReferences(text, scanNote(text), HEADINGS);
        const meant = [...found.references, ...found.loose];
        const after = leadsOf(applyEdits(text, edits), library.source, index);
        for (const { from, to } of edits) {
          const reference = meant.find((each) => each.from <= from && each.to >= to);
          expect(after.get(moved(edits, from))).toBe(reference && index.resolve(library.source, reference).target);
          repaired++;
        }
      }),
      propertyRuns(1500),
    );
    expect(repaired).toBeGreaterThan(propertyRuns(1500).numRuns / 4);
  });

  it('should count every edit once, as a repair or as a restyling', () => {
    fc.assert(
      fc.property(smallLibrary, wholeNote, (library, text) => {
        const context = contextOf(indexOf(library));
        const all = planLinks(text, library.source, context);
        const repairs = planLinks(text, library.source, context, { only: 'repairs' });
        const restyling = planLinks(text, library.source, context, { only: 'restyling' });
        expect(all.edits).toHaveLength(all.repairs + all.restyles);
        expect([repairs.restyles, restyling.repairs]).toEqual([0, 0]);
      }),
      propertyRuns(1000),
    );
  });
});

describe('restoring relative links', () => {
  /** Whether a rewritten link was in the form that restoring writes: `](./name.md)` by the name of the note it leads to. */
  const isRestorable = (text: string, source: string, reference: FoundReference, target: string | null): boolean => {
    const { link, subpath } = reference;
    if (link?.kind !== 'inline' || target === null || folderOf(target) !== folderOf(source)) return false;
    return text.slice(link.labelTo, link.to) === writeRelativeLink({ baseName: baseNameOf(target), subpath, label: '', inTable: false }).slice(1);
  };

  it('should give the bytes back where every rewrite was of a working ./name.md link, and the section held no other wikilink to restore', () => {
    let compared = 0;
    fc.assert(
      fc.property(smallLibrary, fc.oneof({ weight: 3, arbitrary: restorableNote }, { weight: 1, arbitrary: wholeNote }), (library, text) => {
        const { source } = library;
        const index = indexOf(library);
        const context = contextOf(index);
        const { edits } = planLinks(text, source, context, { only: 'restyling' });
        const found = findReferences(text, scanNote(text), HEADINGS);
        const rewritten = [...found.references, ...found.loose].filter((reference) => edits.some((edit) => edit.from === reference.from));
        const isPromised = rewritten.every((reference) => isRestorable(text, source, reference, index.resolve(source, reference).target));
        if (edits.length === 0 || !isPromised || planRestore(text, source, context).edits.length > 0) return;
        compared++;
        const linked = applyEdits(text, edits);
        expect(applyEdits(linked, planRestore(linked, source, context).edits)).toBe(text);
      }),
      propertyRuns(2000),
    );
    expect(compared).toBeGreaterThan(propertyRuns(2000).numRuns / 10);
  });

  it('should keep where each link leads, touch nothing else, and change nothing the second time', () => {
    let restored = 0;
    fc.assert(
      fc.property(smallLibrary, wholeNote, scope, (library, text, within) => {
        const { source } = library;
        const index = indexOf(library);
        const context = contextOf(index, { scope: within });
        const { edits } = planRestore(text, source, context);
        restored += edits.length;
        expectOnlyReferencesChange(text, edits, within === 'note');
        const after = applyEdits(text, edits);
        const leads = leadsOf(after, source, index);
        for (const [offset, target] of leadsOf(text, source, index)) expect([offset, leads.get(moved(edits, offset))]).toEqual([offset, target]);
        expect(planRestore(after, source, context).edits).toEqual([]);
      }),
      propertyRuns(1500),
    );
    expect(restored).toBeGreaterThan(propertyRuns(1500).numRuns / 20);
  });

  it('should come back to the wikilinks by linking, where linking leaves none of them out', () => {
    let compared = 0;
    fc.assert(
      fc.property(smallLibrary, restorableNote, (library, text) => {
        const { source } = library;
        const context = contextOf(indexOf(library));
        const linked = applyEdits(text, planLinks(text, source, context).edits);
        const restoring = planRestore(linked, source, context);
        const relative = applyEdits(linked, restoring.edits);
        const again = planLinks(relative, source, context, { only: 'restyling' });
        if (restoring.edits.length === 0 || again.restyles < restoring.restyles) return;
        compared++;
        expect(applyEdits(relative, again.edits)).toBe(linked);
      }),
      propertyRuns(1500),
    );
    expect(compared).toBeGreaterThan(propertyRuns(1500).numRuns / 10);
  });
});
