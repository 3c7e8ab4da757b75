import { planStatus } from '../../../src/core/changes/plan-status';
import type { StatusSchema } from '../../../src/core/changes/plan-status';
import { DEFAULT_STATUSES, findStatus } from '../../../src/core/papers/status-vocabulary';
import type { StatusDefinition } from '../../../src/core/papers/status-vocabulary';
import { applyEdits } from '../../../src/core/text/text-edits';

const TODAY = '2026-08-09';
const schema: StatusSchema = { statusProperty: 'status', readDateProperty: 'read_date', statuses: DEFAULT_STATUSES };

function statusNamed(name: string, statuses = DEFAULT_STATUSES): StatusDefinition {
  const found = findStatus(statuses, name);
  if (!found) throw new Error(`no status ${name}`);
  return found;
}

function plan(text: string, name: string, changes: Partial<StatusSchema> = {}) {
  const used = { ...schema, ...changes };
  return planStatus(text, 'papers/a.md', used, statusNamed(name, used.statuses), TODAY, 'block');
}

const after = (text: string, name: string, changes: Partial<StatusSchema> = {}): string => applyEdits(text, plan(text, name, changes).edits);

const note = (...lines: string[]): string => ['---', 'title: A', ...lines, 'year: 2019', '---', '', '# A', ''].join('\n');

describe('planStatus', () => {
  it.each([
    ['write the value', ['status: todo'], 'reading', ['status: reading']],
    ['write the day beside a done status', ['status: todo'], 'read', ['status: read', `read_date: ${TODAY}`]],
    ['keep quotes and comments', ['status: "todo" # mine'], 'reading', ['status: "reading" # mine']],
    ['fill an empty day in its place', ['read_date:', 'status: todo'], 'read', [`read_date: ${TODAY}`, 'status: read']],
    ['keep a day that is there', ['status: todo', 'read_date: 2020-01-01'], 'read', ['status: read', 'read_date: 2020-01-01']],
    ['take today away on leaving a done status', ['status: read', `read_date: ${TODAY}`], 'todo', ['status: todo']],
    ['take today away in quotes too', ['status: done', `read_date: "${TODAY}"`], 'reading', ['status: reading']],
    ['keep another day on leaving a done status', ['status: read', 'read_date: 2020-01-01'], 'todo', ['status: todo', 'read_date: 2020-01-01']],
    ['keep today between statuses that are not done', ['status: todo', `read_date: ${TODAY}`], 'reading', ['status: reading', `read_date: ${TODAY}`]],
    ['keep the names that the note has', ['Status: todo', 'Read_Date:'], 'read', ['Status: read', `Read_Date: ${TODAY}`]],
    ['take the day away under the name that it has', ['STATUS: read', `Read_Date: ${TODAY}`], 'todo', ['STATUS: todo']],
    ['fill an empty status', ['status:'], 'reading', ['status: reading']],
    ['replace a value outside the vocabulary', ['status: someday'], 'read', ['status: read', `read_date: ${TODAY}`]],
    ['keep a list of one a list', ['status:', '- todo'], 'reading', ['status:', '- reading']],
    ['set the one status of a list with nulls', ['status: [null, todo]'], 'reading', ['status: [reading]']],
    ['set the one status of a list with empty items', ['status:', '-', '- todo'], 'read', ['status:', '- read', `read_date: ${TODAY}`]],
    ['fill a day that is a list of nulls', ['status: todo', 'read_date: [null]'], 'read', ['status: read', `read_date: ${TODAY}`]],
    ['keep a bracketed list of one', ['status: [todo]'], 'reading', ['status: [reading]']],
  ])('should %s', (_what, before, name, lines) => {
    expect(after(note(...before), name)).toBe(note(...lines));
  });

  it('should write a status that is absent at the end of the block, with its day', () => {
    expect(after(note(), 'read')).toBe(`---\ntitle: A\nyear: 2019\nstatus: read\nread_date: ${TODAY}\n---\n\n# A\n`);
    expect(after(note(), 'todo')).toContain('status: todo\n---');
  });

  it('should give a note without front matter a block', () => {
    expect(after('# A\n', 'reading')).toBe('---\nstatus: reading\n---\n# A\n');
  });

  it('should write no day where the property has no name', () => {
    expect(after(note('status: todo'), 'read', { readDateProperty: '' })).toBe(note('status: read'));
  });

  it('should write no day on the way from one done status to another', () => {
    const statuses = [...DEFAULT_STATUSES, { value: 'reviewed', label: 'Reviewed', kind: 'done' as const, aliases: [], color: '' }];
    expect(after(note('status: read'), 'reviewed', { statuses })).toBe(note('status: reviewed'));
    expect(after(note('status: read', `read_date: ${TODAY}`), 'reviewed', { statuses })).toBe(note('status: reviewed', `read_date: ${TODAY}`));
  });

  it('should write booleans for a property of that kind', () => {
    const statuses: readonly StatusDefinition[] = [
      { value: 'false', label: 'To read', kind: 'queued', aliases: [], color: '' },
      { value: 'true', label: 'Read', kind: 'done', aliases: [], color: '' },
    ];
    const changes = { statusProperty: 'read', readDateProperty: '', statuses };
    expect(after(note('read: false'), 'true', changes)).toBe(note('read: true'));
    expect(after(note('read: true'), 'false', changes)).toBe(note('read: false'));
    expect(plan(note('read: true'), 'true', changes).skipped).toMatchObject([{ reason: 'already-so' }]);
  });

  it.each([
    ['a number', 'status: 0', '2', 'status: 2'],
    ['a number with a comment', 'status: 0 # queue', '1', 'status: 1 # queue'],
    ['a number in a list', 'status: [0]', '2', 'status: [2]'],
    ['a text', 'status: "0"', '2', 'status: "2"'],
    ['a number, the new status being none', 'status: 0', 'gone', 'status: gone'],
    ['a number, the new status being one in other digits', 'status: 0', '03', 'status: "03"'],
  ])('should write a status of digits as a number where %s stands now', (_what, line, name, written) => {
    const statuses = ['0', '1', '2', '03', 'gone'].map((value, at) => ({ value, label: value, kind: at === 0 ? ('queued' as const) : ('active' as const), aliases: [], color: '' }));
    expect(after(note(line), name, { statuses })).toBe(note(written));
  });

  it.each([
    ['the value itself', 'status: read'],
    ['an alias', 'status: finished'],
    ['a list of it and a null', 'status: [null, done]'],
    ['another case', 'status: READ'],
    ['a list of it', 'status: [done]'],
  ])('should leave a status as written that is %s', (_what, line) => {
    expect(plan(note(line), 'read')).toMatchObject({ edits: [], properties: [], skipped: [{ path: 'papers/a.md', reason: 'already-so' }] });
  });

  it('should leave an empty status that means the queued one', () => {
    expect(plan(note('status:'), 'todo')).toMatchObject({ edits: [], skipped: [{ reason: 'already-so' }] });
  });

  it.each([
    ['invalid-front-matter', '---\ntitle: [\n---\n', undefined],
    ['invalid-front-matter', '---\ntitle: A\n', 1],
    ['invalid-front-matter', '---js\nstatus: todo\n---\n', 1],
    ['uneditable-front-matter', note('status: [todo, later]'), undefined],
    ['uneditable-front-matter', note('status:', '  a: b'), undefined],
    ['uneditable-front-matter', note('status: &x todo'), 3],
    ['uneditable-front-matter', note('status: |', '  todo later'), 3],
  ])('should refuse with %s for %j', (reason, text, line) => {
    const { edits, skipped } = plan(text, 'reading');
    expect(edits).toEqual([]);
    expect(skipped).toMatchObject([{ path: 'papers/a.md', reason, ...(line === undefined ? {} : { line }) }]);
  });

  it.each([
    ['---\ntitle: [\n---\n', /^The front matter of “papers\/a\.md” cannot be read: ./],
    [note('status: [todo, later]'), /^The property “status” of “papers\/a\.md” holds more than one value\. Leave one, then set the status again\.$/],
    [note('status: &x todo'), /^The status of “papers\/a\.md” cannot be set: ./],
    [note('status: reading'), /^“papers\/a\.md” has the status “Reading” already\.$/],
  ])('should say of %j why', (text, message) => {
    expect(plan(text, 'reading').skipped).toEqual([expect.objectContaining({ message: expect.stringMatching(message) as string })]);
  });

  it.each([
    ['a day of blanks', 'read_date: "  "', `read_date: "${TODAY}"`],
    ['an empty list for a day', 'read_date: []', `read_date: ${TODAY}`],
    ['a list with a day', 'read_date: [2020-01-01]', 'read_date: [2020-01-01]'],
    ['a number for a day', 'read_date: 2020', 'read_date: 2020'],
  ])('should take %s for what it is', (_what, before, line) => {
    expect(after(note('status: todo', before), 'read')).toBe(note('status: read', line));
  });

  it('should take today away where blanks stand around it', () => {
    expect(after(note('status: read', `read_date: " ${TODAY} "`), 'todo')).toBe(note('status: todo'));
  });

  it('should give the same bytes on the way there and back on one day', () => {
    const text = note('status: todo # queue', 'venue: X');
    expect(after(after(text, 'read'), 'todo')).toBe(text);
  });
});
