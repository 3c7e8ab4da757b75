import { fail, ok } from '../../src/core/text/result';
import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import { parseSettings } from '../../src/settings/parse-settings';
import { planControlChange, renderControlValue } from '../../src/settings/plan-control-change';

describe('renderControlValue', () => {
  it.each([
    ['statusProperty', 'status'],
    ['paperTags', 'paper'],
    ['referenceHeadings', 'References, Paper References, Bibliography, Reference, 参考文献'],
    ['paperFolders', ''],
    ['fields.pdf', 'pdf_relpath'],
    ['statuses.0.aliases', 'tbd, unread, to-read'],
    ['statuses.2.kind', 'done'],
    ['activeLimit', 0],
    ['nextWeights.read', 4],
    ['nextWeights.constructor', undefined],
    ['keptChangesMb', 50],
    ['linkAutomatically', false],
    ['statuses.9.kind', undefined],
    ['fields.constructor', undefined],
    ['nothing', undefined],
    ['__proto__', undefined],
  ])('should show %s as %p', (key, value) => {
    expect(renderControlValue(DEFAULT_SETTINGS, key)).toEqual(value);
  });
});

describe('planControlChange', () => {
  it.each([
    ['statusProperty', ' state ', { statusProperty: 'state' }],
    ['paperTags', '#paper, article', { paperTags: ['paper', 'article'] }],
    ['paperFolders', '"a, b"/c, /d/', { paperFolders: ['a, b/c', 'd'] }],
    ['paperFolders', '', { paperFolders: [] }],
    ['readDateProperty', '', { readDateProperty: '' }],
    ['fields.year', 'Jahr', { fields: { ...DEFAULT_SETTINGS.fields, year: 'Jahr' } }],
    ['linkAutomatically', true, { linkAutomatically: true }],
    ['keptChangesMb', 20, { keptChangesMb: 20 }],
    ['nextWeights.recent', 0, { nextWeights: { ...DEFAULT_SETTINGS.nextWeights, recent: 0 } }],
  ])('should plan %s = %p as a change of that setting alone', (key, value, patch) => {
    expect(planControlChange(DEFAULT_SETTINGS, key, value)).toEqual(ok(patch));
  });

  it('should change one entry of a list, and never let two become one', () => {
    const settings = { ...DEFAULT_SETTINGS, paperFolders: ['a', 'b, c'] };
    expect([renderControlValue(settings, 'paperFolders.1'), renderControlValue(settings, 'paperFolders.2')]).toEqual(['b, c', undefined]);
    expect(planControlChange(settings, 'paperFolders.1', 'd, e/')).toEqual(ok({ paperFolders: ['a', 'd, e'] }));
    expect(planControlChange(settings, 'paperFolders.1', 'a')).toEqual(fail('It is in the list already.'));
    expect(planControlChange(settings, 'paperFolders.2', 'a').ok).toBe(false);
  });

  it('should change one part of one status', () => {
    const planned = planControlChange(DEFAULT_SETTINGS, 'statuses.1.aliases', 'doing, halfway');
    const [todo, reading, ...others] = DEFAULT_SETTINGS.statuses;
    expect(planned).toEqual(ok({ statuses: [todo, { ...reading, aliases: ['doing', 'halfway'] }, ...others] }));
  });

  it.each([
    ['statusProperty', '', /a property name is needed/],
    ['statusProperty', 'read_date', /status property cannot hold the day/],
    ['statusProperty', 'Tags', /“Tags” holds something else/],
    ['readDateProperty', 'year', /“year” holds something else/],
    ['fields.venue', 'status', /“status” holds something else/],
    ['fields.venue', 'read_date', /“read_date” holds something else/],
    ['referenceHeadings', '', /at least one heading/],
    ['paperTags', 'a b, c', /“a b” is no tag/],
    ['statuses.0.kind', 'active', /at least one queued/],
    ['statuses.1.value', 'Todo', /“Todo” is there already/],
    ['statuses.1.aliases', 'done', /already stands for Read/],
    ['statuses.1.value', '', /a text is needed/],
    ['fields.title', 'a:b', /colon/],
    ['activeLimit', Number.NaN, /a whole number from 0 to 999/],
    ['nextWeights.read', 11, /read: a number from 0 to 10/],
    ['nextWeights.read', Number.NaN, /read: a number from 0 to 10/],
    ['keptChangesMb', Number.NaN, /a number from 1 to 1000/],
    ['newNoteFolder', '../x', /leads out/],
    ['linkScope', 'all', /one of section, note/],
    ['statuses.7.value', 'x', /no setting/],
    ['fields.nothing', 'x', /no setting/],
    ['nothing', 'x', /no setting/],
  ])('should refuse %s = %p with the reason', (key, value, reason) => {
    expect(planControlChange(DEFAULT_SETTINGS, key, value)).toEqual(fail(expect.stringMatching(reason)));
  });

  it('should not take an older oddity for a reason', () => {
    const newer = parseSettings({ version: 5 }).settings;
    expect(planControlChange(newer, 'paperTags', 'x')).toEqual(ok({ paperTags: ['x'] }));
  });
});
