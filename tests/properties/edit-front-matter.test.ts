import fc from 'fast-check';
import { parse } from 'yaml';
import { planPropertyEdits, provePropertyEdits } from '../../src/core/front-matter/edit-front-matter';
import type { PropertyEdit, PropertyValue } from '../../src/core/front-matter/edit-front-matter';
import { findFrontMatter, readProperties } from '../../src/core/front-matter/front-matter';
import type { YamlListStyle } from '../../src/core/front-matter/front-matter';
import { applyEdits } from '../../src/core/text/text-edits';
import { anyKey, anyScalar, anyValue, frontMatterNote, textFor } from '../support/front-matter-generator';
import type { GeneratedFrontMatter, GeneratedProperty } from '../support/front-matter-generator';
import { propertyRuns } from '../support/property-runs';

const style = fc.constantFrom<YamlListStyle>('block', 'indented', 'flow');

/** The YAML of a note as another parser reads it, keys as texts. */
function readElsewhere(yaml: string): Map<string, unknown> {
  const document: unknown = parse(yaml, { schema: 'core', version: '1.2', merge: false, mapAsMap: true, logLevel: 'error' });
  return document instanceof Map ? new Map([...document].map(([key, value]): [string, unknown] => [String(key), value])) : new Map();
}

/** Maps as plain data, so that both parsers' can be compared. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return [...value].map(([key, item]) => [String(key), plain(item)]);
  return typeof value === 'object' && value !== null ? Object.entries(value).map(([key, item]) => [key, plain(item)]) : value;
};

const readHere = (text: string): Map<string, unknown> => {
  const read = readProperties(text);
  if (!read.ok) throw new Error(`refused at ${read.error.line}: ${read.error.message}`);
  return new Map(read.value ?? []);
};

/** The text with the edits applied; an edit that is refused fails the property. */
function edited(text: string, edits: readonly PropertyEdit[], listStyle: YamlListStyle = 'block'): string {
  const planned = planPropertyEdits(text, edits, listStyle);
  if (!planned.ok) throw new Error(`refused at ${planned.error.line}: ${planned.error.message}`);
  return applyEdits(text, planned.value);
}

/** The other parser's reading of what stands in a text behind `from` and in front of the same closing line and body as before. */
const readEdited = (note: GeneratedFrontMatter, after: string): Map<string, unknown> => readElsewhere(after.slice(note.yamlFrom, after.length - (note.text.length - note.yamlTo)));

const pick = (properties: readonly GeneratedProperty[], at: number): GeneratedProperty | undefined => properties[at % Math.max(properties.length, 1)];

const editableOf = (note: GeneratedFrontMatter): readonly GeneratedProperty[] => note.properties.filter((property) => property.kind !== 'refused');

const place = fc.nat(5);

describe('reading front matter of every style', () => {
  it('should find the block where it stands, and read in it what another parser reads', () => {
    fc.assert(
      fc.property(frontMatterNote, (note) => {
        const found = findFrontMatter(note.text);
        expect(found).toMatchObject({ kind: 'block', block: { from: note.yamlFrom, to: note.yamlTo } });
        const read = readHere(note.text);
        expect(new Map([...read].map(([key, value]) => [key, plain(value)]))).toEqual(new Map([...readElsewhere(note.text.slice(note.yamlFrom, note.yamlTo))].map(([key, value]) => [key, plain(value)])));
        expect([...read.keys()].sort()).toEqual(note.properties.map((property) => property.key).sort());
      }),
      propertyRuns(1500),
    );
  });
});

describe('editing front matter of every style', () => {
  it('should set any value, so that another parser reads it, and leave every byte outside of the lines of the property, and of a scalar all around it', () => {
    let changed = 0;
    fc.assert(
      fc.property(frontMatterNote, place, anyValue, style, (note, at, value, listStyle) => {
        const property = pick(editableOf(note), at);
        if (!property) return;
        const after = edited(note.text, [{ key: property.key, value }], listStyle);
        if (after === note.text) return;
        changed += 1;
        expect(after.startsWith(note.text.slice(0, property.from))).toBe(true);
        expect(after.slice(property.from).endsWith(note.text.slice(property.to))).toBe(true);
        if (property.scalar && value !== null && !Array.isArray(value)) {
          expect(after.startsWith(note.text.slice(0, property.scalar.from))).toBe(true);
          expect(after.slice(property.scalar.from).endsWith(note.text.slice(property.scalar.to))).toBe(true);
        }
        const expected = readElsewhere(note.text.slice(note.yamlFrom, note.yamlTo)).set(property.key, value);
        expect(readEdited(note, after)).toEqual(expected);
        expect(provePropertyEdits(note.text, after, [{ key: property.key, value }])).toBeNull();
        expect(planPropertyEdits(after, [{ key: property.key, value }], listStyle)).toEqual({ ok: true, value: [] });
      }),
      propertyRuns(1500),
    );
    expect(changed).toBeGreaterThan(propertyRuns(1500).numRuns / 2);
  });

  it('should remove the lines of a property and no other byte', () => {
    let removed = 0;
    fc.assert(
      fc.property(frontMatterNote, place, (note, at) => {
        const property = pick(editableOf(note), at);
        if (!property) return;
        removed += 1;
        const after = edited(note.text, [{ key: property.key, value: undefined }]);
        expect(after).toBe(note.text.slice(0, property.from) + note.text.slice(property.to));
        const expected = readElsewhere(note.text.slice(note.yamlFrom, note.yamlTo));
        expected.delete(property.key);
        expect(readEdited(note, after)).toEqual(expected);
      }),
      propertyRuns(1500),
    );
    expect(removed).toBeGreaterThan(propertyRuns(1500).numRuns / 2);
  });

  it('should add a property on lines of its own, below the one it is to follow or at the end, and give the bytes back when it is removed', () => {
    let added = 0;
    fc.assert(
      fc.property(frontMatterNote, anyKey, anyValue, place, fc.boolean(), style, (note, key, value, at, follows, listStyle) => {
        if (note.properties.some((property) => property.key === key)) return;
        added += 1;
        const before = follows ? pick(note.properties, at) : undefined;
        const from = before?.to ?? note.yamlTo;
        const after = edited(note.text, [before ? { key, value, after: before.key } : { key, value }], listStyle);
        expect(after.startsWith(note.text.slice(0, from))).toBe(true);
        expect(after.slice(from).endsWith(note.text.slice(from))).toBe(true);
        expect(readEdited(note, after)).toEqual(readElsewhere(note.text.slice(note.yamlFrom, note.yamlTo)).set(key, value));
        expect(edited(after, [{ key, value: undefined }])).toBe(note.text);
      }),
      propertyRuns(1500),
    );
    expect(added).toBeGreaterThan(propertyRuns(1500).numRuns / 2);
  });

  it('should give the bytes back when a scalar that is written as the plugin writes it is set to one that stands in the same quotes, and set back', () => {
    let compared = 0;
    fc.assert(
      fc.property(frontMatterNote, place, textFor('plain'), textFor('single'), textFor('double'), (note, at, bare, single, double) => {
        const property = pick(note.properties.filter((each) => each.settled !== null), at);
        if (!property?.settled) return;
        compared += 1;
        const old = readHere(note.text).get(property.key) as PropertyValue;
        const over = { plain: bare, single, double }[property.settled];
        expect(edited(edited(note.text, [{ key: property.key, value: over }]), [{ key: property.key, value: old }])).toBe(note.text);
      }),
      propertyRuns(1500),
    );
    // About a third of the notes drawn hold such a scalar.
    expect(compared).toBeGreaterThan(propertyRuns(1500).numRuns / 4);
  });

  it('should give the bytes back when an item is put into a list that has one, and taken out again', () => {
    let compared = 0;
    fc.assert(
      fc.property(frontMatterNote, place, fc.nat(4), fc.array(anyScalar, { minLength: 1, maxLength: 2 }), (note, at, where, items) => {
        const property = pick(note.properties.filter((each) => each.kind === 'list'), at);
        const old = property && (readHere(note.text).get(property.key) as string[]);
        if (!property || !old || old.length === 0) return;
        compared += 1;
        const grown = [...old.slice(0, where), ...items, ...old.slice(where)];
        expect(edited(edited(note.text, [{ key: property.key, value: grown }]), [{ key: property.key, value: old }])).toBe(note.text);
      }),
      propertyRuns(1500),
    );
    expect(compared).toBeGreaterThan(propertyRuns(1500).numRuns / 4);
  });

  it('should refuse a value in a form that is not edited, with its line, and no other', () => {
    fc.assert(
      fc.property(frontMatterNote, anyKey, anyScalar, style, (note, key, value, listStyle) => {
        const property = note.properties.find((each) => each.key === key && each.kind === 'refused');
        const planned = planPropertyEdits(note.text, [{ key, value }], listStyle);
        if (!property) return expect(planned.ok).toBe(true);
        if (planned.ok) return expect(plain(readHere(note.text).get(key))).toEqual(value);
        expect(planned.error.message).toMatch(/^“[^”]+” (uses an anchor|is a block of text|is a map|is a bracketed list|holds properties|has items).* by hand\.$/);
        expect(planned.error.line).toBe(note.text.slice(0, property.from).split('\n').length);
      }),
      propertyRuns(1500),
    );
  });

  it('should do several edits at once as wanted, leave the lines between them, and have nothing to do the second time', () => {
    const edits = fc.uniqueArray(
      fc.tuple(anyKey, fc.option(anyValue, { nil: undefined, freq: 4 }), fc.option(anyKey, { nil: undefined })).map(([key, value, after]): PropertyEdit => (after === undefined ? { key, value } : { key, value, after })),
      { selector: (edit) => edit.key, minLength: 1, maxLength: 4 },
    );
    let changed = 0;
    fc.assert(
      fc.property(frontMatterNote, edits, style, (note, wanted, listStyle) => {
        const planned = planPropertyEdits(note.text, wanted, listStyle);
        if (!planned.ok) return;
        const after = applyEdits(note.text, planned.value);
        if (after === note.text) return;
        changed += 1;
        expect(provePropertyEdits(note.text, after, wanted)).toBeNull();
        const expected = readElsewhere(note.text.slice(note.yamlFrom, note.yamlTo));
        for (const { key, value } of wanted) {
          if (value === undefined) expected.delete(key);
          else expected.set(key, value);
        }
        expect(readEdited(note, after)).toEqual(expected);
        let at = note.yamlFrom;
        for (const property of note.properties.filter((each) => !wanted.some(({ key }) => key === each.key))) {
          const lines = note.text.slice(property.from, property.to);
          at = after.indexOf(lines, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += lines.length;
        }
        expect(planPropertyEdits(after, wanted, listStyle)).toEqual({ ok: true, value: [] });
      }),
      propertyRuns(1500),
    );
    expect(changed).toBeGreaterThan(propertyRuns(1500).numRuns / 3);
  });
});
