import { planReading } from '../../../src/core/changes/plan-reading';
import type { Reading } from '../../../src/core/papers/reading-memory';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { applyEdits } from '../../../src/core/text/text-edits';

const SCHEMA = { statusProperty: 'status', readDateProperty: 'read_date', statuses: DEFAULT_STATUSES };
const note = (...lines: string[]): string => ['---', 'title: One', ...lines, '---', '', 'Text', ''].join('\n');
const plan = (text: string, reading: Partial<Reading> = {}) => planReading(text, { path: 'a.md', status: 'read', day: '2024-05-31', ...reading }, SCHEMA, 'block');

describe('planReading', () => {
  it.each<[string, string, Partial<Reading>, string]>([
    ['status and day', note('status: todo'), {}, note('status: read', 'read_date: 2024-05-31')],
    ['an absent status', note(), {}, note('status: read', 'read_date: 2024-05-31')],
    ['an empty day', note('status: todo', 'read_date:'), {}, note('status: read', 'read_date: 2024-05-31')],
    ['a status alone', note('status: todo'), { day: null }, note('status: read')],
    ['a status that the vocabulary no longer has', note('status: todo'), { status: 'studied' }, note('status: read', 'read_date: 2024-05-31')],
    ['a day that somebody wrote meanwhile', note('status: todo', 'read_date: 2025-01-01'), {}, note('status: read', 'read_date: 2025-01-01')],
  ])('should restore %s', (_, text, reading, expected) => {
    expect(applyEdits(text, plan(text, reading).edits)).toBe(expected);
  });

  it.each([
    [note('status: reading'), 'already-so'],
    [note('status: read'), 'already-so'],
    [note('status: own'), 'already-so'],
    [note('status: [todo'), 'invalid-front-matter'],
  ])('should leave %j as it is: %s', (text, reason) => {
    expect(plan(text)).toMatchObject({ edits: [], skipped: [{ path: 'a.md', reason }] });
  });
});
