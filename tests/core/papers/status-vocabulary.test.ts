import { DEFAULT_STATUSES, findStatus, nextStatus, readStatus } from '../../../src/core/papers/status-vocabulary';
import type { StatusKind } from '../../../src/core/papers/status-vocabulary';

describe('readStatus', () => {
  test.each<[unknown, string, StatusKind | null]>([
    [undefined, 'todo', 'queued'],
    [null, 'todo', 'queued'],
    ['', 'todo', 'queued'],
    [[], 'todo', 'queued'],
    ['TBD', 'todo', 'queued'],
    [' Reading ', 'reading', 'active'],
    ['done', 'read', 'done'],
    [['done'], 'read', 'done'],
    [[null, 'done'], 'read', 'done'],
    [['Reading', null, null], 'reading', 'active'],
    [[null], 'todo', 'queued'],
    [[null, 'a', 'b'], '[…]', null],
    ['wont-read', 'skipped', 'dropped'],
    [true, 'read', 'done'],
    [false, 'todo', 'queued'],
    ['To replicate', 'To replicate', null],
    [7, '7', null],
    [{ a: 1 }, '{…}', null],
    [['a', 'b'], '[…]', null],
  ])('should read %j as %j', (value, status, kind) => {
    expect(readStatus(DEFAULT_STATUSES, value)).toMatchObject({ value: status, kind });
  });
});

describe('findStatus', () => {
  it('should prefer a value to an alias of another status', () => {
    const vocabulary = [
      { value: 'queue', label: 'Queue', kind: 'queued' as const, aliases: ['done'], color: '' },
      { value: 'done', label: 'Done', kind: 'done' as const, aliases: [], color: '' },
    ];
    expect(findStatus(vocabulary, 'DONE')?.value).toBe('done');
  });
});

describe('nextStatus', () => {
  test.each<[string, StatusKind | null, string | null]>([
    ['todo', 'queued', 'reading'],
    ['reading', 'active', 'read'],
    ['read', 'done', null],
    ['skipped', 'dropped', null],
    ['To replicate', null, 'reading'],
  ])('should lead from %j (%j) to %j', (value, kind, next) => {
    expect(nextStatus(DEFAULT_STATUSES, { value, kind })?.value ?? null).toBe(next);
  });
});
