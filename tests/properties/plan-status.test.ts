import fc from 'fast-check';
import { provePropertyEdits } from '../../src/core/front-matter/edit-front-matter';
import { findFrontMatter, readProperties } from '../../src/core/front-matter/front-matter';
import { planStatus } from '../../src/core/changes/plan-status';
import type { StatusSchema } from '../../src/core/changes/plan-status';
import { DEFAULT_STATUSES, readStatus } from '../../src/core/papers/status-vocabulary';
import type { StatusDefinition } from '../../src/core/papers/status-vocabulary';
import { applyEdits } from '../../src/core/text/text-edits';
import { paperNoteText, wholeNote } from '../support/note-generator';
import { propertyRuns } from '../support/property-runs';

/** One of the days that generated notes were read on. */
const TODAY = '2026-08-09';

const schema = fc.constantFrom<StatusSchema>({ statusProperty: 'status', readDateProperty: 'read_date', statuses: DEFAULT_STATUSES }, { statusProperty: 'status', readDateProperty: '', statuses: DEFAULT_STATUSES });
const status = fc.constantFrom(...DEFAULT_STATUSES);
const listStyle = fc.constantFrom('block' as const, 'indented' as const, 'flow' as const);
const note = fc.oneof({ weight: 4, arbitrary: paperNoteText }, { weight: 1, arbitrary: wholeNote });

/** The status that a note has, where it is spelled as the vocabulary spells it; else null. */
function spelledStatus(text: string, { statusProperty, statuses }: StatusSchema): StatusDefinition | null {
  const read = readProperties(text);
  const value: unknown = read.ok ? read.value?.get(statusProperty) : undefined;
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return statuses.find((each) => each.value === only && readStatus(statuses, value).value === each.value) ?? null;
}

/** Whether the way there and back leaves the reading day alone: neither step writes it over what stood there, nor takes away what did. */
function keepsDay(text: string, { readDateProperty }: StatusSchema, from: StatusDefinition, over: StatusDefinition): boolean {
  if (readDateProperty === '' || (from.kind === 'done') === (over.kind === 'done')) return true;
  const read = readProperties(text);
  const day = read.ok ? read.value?.get(readDateProperty) : undefined;
  const isOtherDay = typeof day === 'string' && day.trim() !== '' && day.trim() !== TODAY;
  return isOtherDay || (from.kind !== 'done' && read.ok && read.value?.has(readDateProperty) !== true);
}

describe('setting a status', () => {
  it('should be provable, leave every other byte of the note, and plan nothing a second time', () => {
    let changed = 0;
    fc.assert(
      fc.property(note, schema, status, listStyle, (text, used, wanted, style) => {
        const { edits, properties, skipped } = planStatus(text, 'papers/x.md', used, wanted, TODAY, style);
        const after = applyEdits(text, edits);
        if (edits.length === 0) {
          expect(skipped).toHaveLength(1);
          return;
        }
        changed++;
        expect(provePropertyEdits(text, after, properties)).toBeNull();
        const found = findFrontMatter(text);
        if (found.kind === 'block') {
          for (const edit of edits) expect(edit.from >= found.block.from && edit.to <= found.block.to).toBe(true);
          expect(after.endsWith(text.slice(found.block.to))).toBe(true);
        }
        expect(planStatus(after, 'papers/x.md', used, wanted, TODAY, style).edits).toEqual([]);
      }),
      propertyRuns(1500),
    );
    expect(changed).toBeGreaterThan(propertyRuns(1500).numRuns / 4);
  });

  it('should give the bytes back when set back, where the status is spelled as the vocabulary spells it and no reading day was written over or taken away', () => {
    let compared = 0;
    fc.assert(
      fc.property(paperNoteText, schema, status, listStyle, (text, used, over, style) => {
        const from = spelledStatus(text, used);
        if (from === null || from === over || !keepsDay(text, used, from, over)) return;
        const there = planStatus(text, 'papers/x.md', used, over, TODAY, style);
        if (there.edits.length === 0) return;
        compared++;
        const changed = applyEdits(text, there.edits);
        expect(applyEdits(changed, planStatus(changed, 'papers/x.md', used, from, TODAY, style).edits)).toBe(text);
      }),
      propertyRuns(2000),
    );
    expect(compared).toBeGreaterThan(propertyRuns(2000).numRuns / 5);
  });
});
