import { breakDownStatuses } from '../../../src/core/dashboard/status-breakdown';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { aPaper } from '../../support/a-paper';
import { finishSteps } from '../../support/finish-steps';

const PAPERS = [
  aPaper({ title: 'A', year: 2019, venue: 'NeurIPS', tags: ['ML/Vision', 'ml/nlp'], status: 'todo' }),
  aPaper({ title: 'B', year: 2019, venue: 'ICML', tags: ['ml/vision'], status: 'read' }),
  aPaper({ title: 'C', year: 2021, venue: 'NeurIPS', tags: ['ml'], status: 'reading' }),
  aPaper({ title: 'D', year: null, venue: null, tags: [], status: 'paused' }),
  aPaper({ title: 'E', year: 2019, venue: 'NeurIPS', tags: ['stats'], status: 'on hold' }),
  aPaper({ title: 'F', year: null, venue: 'NeurIPS', tags: ['ML'], status: 'paused' }),
];

const shown = (field: 'year' | 'venue' | 'tag', papers = PAPERS): string[] =>
  finishSteps(breakDownStatuses(papers, field, DEFAULT_STATUSES)).map(
    ({ value, label, count, read, percent, parts }) =>
      `${value}|${label} ${String(count)}: ${parts.map((part) => `${part.look?.label ?? part.statuses.join('+')} ${String(part.count)}`).join(', ')}; ${String(read)} read, ${String(percent)}%`,
  );

describe('breakDownStatuses', () => {
  it('should count by year, the newest first and papers without one last, what is done at the start of the bar', () => {
    expect(shown('year')).toEqual([
      '2021|2021 1: Reading 1; 0 read, 0%',
      '2019|2019 3: Read 1, To read 1, on hold 1; 1 read, 33%',
      '| 2: paused 2; 0 read, 0%',
    ]);
  });

  it('should count by venue, the most frequent first, and take statuses outside the vocabulary together', () => {
    expect(shown('venue')).toEqual([
      'NeurIPS|NeurIPS 4: Reading 1, To read 1, on hold+paused 2; 0 read, 0%',
      'ICML|ICML 1: Read 1; 1 read, 100%',
      '| 1: paused 1; 0 read, 0%',
    ]);
  });

  it('should count a paper once under each tag and the tags above, spelled as they are met first', () => {
    expect(shown('tag')).toEqual([
      'ml|ml 4: Read 1, Reading 1, To read 1, paused 1; 1 read, 25%',
      'ml/vision|ML/Vision 2: Read 1, To read 1; 1 read, 50%',
      'ml/nlp|ml/nlp 1: To read 1; 0 read, 0%',
      'stats|stats 1: on hold 1; 0 read, 0%',
      '| 1: paused 1; 0 read, 0%',
    ]);
  });

  it('should say 100 percent only where all are read', () => {
    const papers = Array.from({ length: 200 }, (_, at) => aPaper({ title: String(at), year: 2020, status: at === 0 ? 'todo' : 'read' }));
    expect(finishSteps(breakDownStatuses(papers, 'year', DEFAULT_STATUSES))[0]?.percent).toBe(99);
  });

  it('should have no rows without papers', () => {
    expect(finishSteps(breakDownStatuses([], 'tag', DEFAULT_STATUSES))).toEqual([]);
  });
});
