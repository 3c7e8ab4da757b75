import { DEFAULT_STATUSES, type StatusDefinition } from '../../src/core/papers/status-vocabulary';
import { parseStatuses } from '../../src/settings/parse-statuses';

const status = (value: unknown, kind: unknown, more: object = {}): object => ({ value, kind, ...more });
const plain = (value: string, kind: StatusDefinition['kind'], aliases: string[] = []): StatusDefinition => ({ value, label: value, kind, aliases, color: '' });

describe('parseStatuses', () => {
  it('should read the default vocabulary as it is', () => {
    expect(parseStatuses(JSON.parse(JSON.stringify(DEFAULT_STATUSES)))).toEqual({ value: DEFAULT_STATUSES, problems: [] });
  });

  it('should fill in label, aliases and colour', () => {
    expect(parseStatuses([status(' todo ', 'queued'), status(true, 'done', { label: ' ' })])).toEqual({
      value: [plain('todo', 'queued'), plain('true', 'done')],
      problems: [],
    });
  });

  const rows: readonly (readonly [what: string, data: unknown, value: unknown, problem: RegExp])[] = [
    ['no list', {}, null, /not a list/],
    ['no queued status', [status('read', 'done')], null, /at least one queued/],
    ['no done status', [status('todo', 'queued')], null, /at least one done/],
    ['an entry that is none', [status('a', 'queued'), 'b', status('c', 'done')], [plain('a', 'queued'), plain('c', 'done')], /status 2: not a status/],
    ['an unknown kind', [status('a', 'queued'), status('b', 'later'), status('c', 'done')], [plain('a', 'queued'), plain('c', 'done')], /status 2: kind: one of/],
    ['an empty value', [status('a', 'queued'), status(' ', 'active'), status('c', 'done')], [plain('a', 'queued'), plain('c', 'done')], /status 2: value: a text/],
    ['a value over two lines', [status('a', 'queued'), status('x\ny', 'active'), status('c', 'done')], [plain('a', 'queued'), plain('c', 'done')], /status 2: value: a line break/],
    ['a repeated value, case aside', [status('a', 'queued'), status('A', 'done'), status('c', 'done')], [plain('a', 'queued'), plain('c', 'done')], /“A” is there already/],
    [
      'an alias that is a later value',
      [status('a', 'queued', { aliases: ['C', 'x'] }), status('c', 'done')],
      [plain('a', 'queued', ['x']), plain('c', 'done')],
      /“C” of a is left out: it already stands for c/,
    ],
    [
      'an alias of two statuses',
      [status('a', 'queued', { aliases: ['x'] }), status('c', 'done', { aliases: ['X', 'y'] })],
      [plain('a', 'queued', ['x']), plain('c', 'done', ['y'])],
      /“X” of c is left out: it already stands for a/,
    ],
    ['an unknown colour', [status('a', 'queued', { color: '#fff' }), status('c', 'done')], [plain('a', 'queued'), plain('c', 'done')], /colour/],
    ['aliases that are no list', [status('a', 'queued', { aliases: 'x' }), status('c', 'done')], [plain('a', 'queued'), plain('c', 'done')], /aliases: not a list/],
  ];
  it.each(rows)('should refuse %s and say so', (_, data, value, problem) => {
    const read = parseStatuses(data);
    expect(read.value).toEqual(value);
    expect(read.problems.join('\n')).toMatch(problem);
  });

  it('should pass over an alias that repeats its own status', () => {
    expect(parseStatuses([status('a', 'queued', { aliases: ['A', 'x', 'X', ''] }), status('c', 'done')])).toEqual({
      value: [plain('a', 'queued', ['x']), plain('c', 'done')],
      problems: [],
    });
  });
});
