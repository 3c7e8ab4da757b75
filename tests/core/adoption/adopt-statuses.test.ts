import fc from 'fast-check';
import { adoptStatuses, type StatusHabits } from '../../../src/core/adoption/adopt-statuses';
import type { Properties } from '../../../src/core/front-matter/front-matter';
import { DEFAULT_STATUSES, findStatus, readStatus, type StatusVocabulary } from '../../../src/core/papers/status-vocabulary';
import { finishSteps } from '../../support/finish-steps';

const papers = (...records: Record<string, unknown>[]): Properties[] => records.map((record) => new Map(Object.entries(record)));
const withStatus = (...values: unknown[]): Properties[] => papers(...values.map((status) => ({ status })));
const adopt = (notes: readonly Properties[], property = 'status', statuses: StatusVocabulary = DEFAULT_STATUSES): StatusHabits | null =>
  finishSteps(adoptStatuses(notes, property, statuses));
const valuesOf = (habits: StatusHabits | null): string[] => habits?.statuses.map((status) => status.value) ?? [];

describe('adoptStatuses: the property', () => {
  const rows: readonly (readonly [what: string, notes: Properties[], property: string | null])[] = [
    ['none where no paper has one', papers({ title: 'a' }, {}), null],
    ['the one there is', papers({ reading_status: 'todo' }), 'reading_status'],
    ['the one that most papers have', papers({ status: 'todo', state: 'todo' }, { state: 'read' }, { state: 'todo' }), 'state'],
    ['the one that most papers have, be its values known or not', papers({ state: 'todo' }, { read_status: 'a' }, { read_status: 'b' }), 'read_status'],
    ['the configured spelling on a tie', papers({ Status: 'todo' }, { status: 'todo' }), 'status'],
    ['the configured one on a tie', papers({ state: 'todo' }, { status: 'todo' }), 'status'],
    ['the one with known values on a tie', papers({ read_status: 'odd' }, { readingStatus: 'todo' }), 'readingStatus'],
    ['the likelier one on a tie without known values', papers({ readingStatus: 'odd' }, { reading_status: 'odd' }), 'reading_status'],
    ['one that is empty everywhere', papers({ reading_status: null }, { reading_status: '' }), 'reading_status'],
    ['one with values of the vault alone', papers({ reading_status: 'backlog' }), 'reading_status'],
    ['the spelling in the notes', papers({ Status: 'todo' }, { Status: 'todo' }, { status: 'todo' }), 'Status'],
    ['one with a dash', papers({ 'reading-status': 'To Read' }, { 'reading-status': 'Read' }), 'reading-status'],
    ['one with a space', papers({ 'Read Status': 'odd' }), 'Read Status'],
    ['one in Chinese', papers({ 阅读状态: '未读' }), '阅读状态'],
    ['a truth value read', papers({ read: true }, { read: false }), 'read'],
    ['no read that is no truth value', papers({ read: '2024-05-31' }, { read: 'yes' }), null],
    ['no state that is something else', papers({ state: 'California' }, { state: 'Ohio' }), null],
  ];
  it.each(rows)('should be %s', (_, notes, property) => {
    expect(adopt(notes)?.property ?? null).toBe(property);
  });

  it('should stay the configured one where it counts as many papers', () => {
    expect(adopt(papers({ progress: 'todo', status: 'todo' }), 'progress')?.property).toBe('progress');
  });
});

describe('adoptStatuses: the spelling', () => {
  const rows: readonly (readonly [what: string, written: unknown[], values: string[]])[] = [
    ['the default where nothing is written', [null, ''], ['todo', 'reading', 'read', 'skipped']],
    ['one alias written once', ['done'], ['todo', 'reading', 'done', 'skipped']],
    ['capitals', ['TBD', 'TBD', 'DONE'], ['TBD', 'reading', 'DONE', 'skipped']],
    ['the commonest', ['done', 'finished', 'finished'], ['todo', 'reading', 'finished', 'skipped']],
    ['the default on a tie with it', ['done', 'read'], ['todo', 'reading', 'read', 'skipped']],
    ['the default on a tie of two others', ['done', 'finished'], ['todo', 'reading', 'read', 'skipped']],
    ['the commonest case', ['Todo', 'Todo', 'todo'], ['Todo', 'reading', 'read', 'skipped']],
    ['a value in a list of one', [['doing']], ['todo', 'doing', 'read', 'skipped']],
    ['words apart', ['To Read', 'To Read', 'to-read', 'In Progress', "Won't read"], ['To Read', 'In Progress', 'read', "Won't read"]],
    ['underscores', ['to_read', 'in_progress'], ['to_read', 'in_progress', 'read', 'skipped']],
    ['a picture before the word', ['🟥 Unread', '✅ Done'], ['🟥 Unread', 'reading', '✅ Done', 'skipped']],
    ['a link', ['[[To Read]]'], ['[[To Read]]', 'reading', 'read', 'skipped']],
    ['another word', ['Not started', 'currently reading', 'Complete', 'DNF'], ['Not started', 'currently reading', 'Complete', 'DNF']],
    ['Chinese', ['未读', '在读', '已读'], ['未读', '在读', '已读', 'skipped']],
    ['the default where a picture is all there is', ['🟥', '🟩'], ['todo', 'reading', 'read', 'skipped']],
    ['a value with space around it', [' Abandoned '], ['todo', 'reading', 'read', 'Abandoned']],
  ];
  it.each(rows)('should be %s', (_, written, values) => {
    expect(valuesOf(adopt(withStatus(...written)))).toEqual(values);
  });

  it('should keep a replaced name as an alias, and label, kind and colour as they are', () => {
    expect(adopt(withStatus('DONE'))?.statuses[2]).toEqual({
      value: 'DONE', label: 'Read', kind: 'done', aliases: ['read', 'finished', 'completed'], color: 'green',
    });
  });

  it('should read all spellings of a status as that one, the others than its value by its aliases', () => {
    const habits = adopt(withStatus('To Read', 'To Read', 'to_read', '待读', 'Reading'));
    expect(habits?.statuses[0]).toMatchObject({ value: 'To Read', aliases: ['todo', 'tbd', 'unread', 'to-read', 'to_read', '待读'] });
    expect(habits?.unknown).toEqual([]);
    expect(['To Read', 'to_read', '待读'].map((value) => readStatus(habits?.statuses ?? [], value).kind)).toEqual(['queued', 'queued', 'queued']);
    expect(adopt(withStatus('To Read', 'To Read', 'to_read'), 'status', habits?.statuses)?.statuses).toEqual(habits?.statuses);
  });

  it('should swap names back when the notes change their habit', () => {
    const before = adopt(withStatus('TBD'))?.statuses ?? [];
    expect(adopt(withStatus('todo'), 'status', before)?.statuses[0]?.value).toBe('todo');
    expect(adopt(withStatus('todo'), 'status', before)?.statuses[0]?.aliases).toEqual(['TBD', 'unread', 'to-read']);
  });

  it('should list what is used in the order of the vocabulary', () => {
    expect(adopt(withStatus('done', 'todo', 'todo'))?.used).toEqual(['todo', 'done']);
  });

  it('should count values outside the vocabulary by their commonest spelling and leave them out of it', () => {
    const habits = adopt(withStatus('Backlog', 'backlog', 'Backlog', 'later', 'todo', { a: 1 }));
    expect(habits?.unknown).toEqual([{ value: 'Backlog', papers: 3 }, { value: 'later', papers: 1 }]);
    expect(valuesOf(habits)).toEqual(['todo', 'reading', 'read', 'skipped']);
  });

  it('should hold false and true alone where the property is a check box', () => {
    const habits = adopt(papers({ read: true }, { read: false }, { read: null }));
    expect(habits?.statuses).toEqual([
      { value: 'false', label: 'To read', kind: 'queued', aliases: ['todo', 'tbd', 'unread', 'to-read'], color: '' },
      { value: 'true', label: 'Read', kind: 'done', aliases: ['read', 'done', 'finished', 'completed'], color: 'green' },
    ]);
    expect(habits?.used).toEqual(['false', 'true']);
    expect(readStatus(habits?.statuses ?? [], true)).toEqual({ value: 'true', kind: 'done' });
    expect(adopt(papers({ read: true }), 'read', habits?.statuses)?.statuses).toEqual(habits?.statuses);
    expect(valuesOf(adopt(withStatus('todo'), 'read', habits?.statuses))).toEqual(['todo', 'reading', 'read', 'skipped']);
  });

  it('should keep what a user added beside false and true', () => {
    const own: StatusVocabulary = [...(adopt(papers({ read: true }))?.statuses ?? []), { value: 'paused', label: 'Paused', kind: 'active', aliases: [], color: '' }];
    expect(adopt(papers({ read: true }), 'read', own)?.statuses).toEqual(own);
  });

  it('should keep the meaning of every name, and no name for two statuses, whatever the notes hold', () => {
    const names = DEFAULT_STATUSES.flatMap((status) => [status.value, ...status.aliases]);
    const written = fc.oneof(fc.constantFrom(...names, ...names.map((name) => name.toUpperCase())), fc.string(), fc.boolean(), fc.constant(null), fc.integer());
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 30 }), (values) => {
        const habits = adopt(withStatus(...values));
        const statuses = habits?.statuses ?? [];
        const all = statuses.flatMap((status) => [status.value, ...status.aliases]).map((name) => name.toLowerCase());
        expect(new Set(all).size).toBe(all.length);
        if (statuses.length < DEFAULT_STATUSES.length) return;
        for (const value of values) expect(readStatus(statuses, value).kind).toBe(readStatus(DEFAULT_STATUSES, value).kind);
        for (const name of names) expect(findStatus(statuses, name)?.label).toBe(findStatus(DEFAULT_STATUSES, name)?.label);
      }),
      { seed: 31, numRuns: 500 },
    );
  });
});
