import type { GroupField } from '../../../src/core/dashboard/dashboard-state';
import { groupPapers } from '../../../src/core/dashboard/group-papers';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { finishSteps } from '../../support/finish-steps';
import { aPaper } from '../../support/a-paper';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const papers = [
  aPaper({ path: 'a/1.md', status: 'read', year: 2001, venue: 'ICML', tags: ['ML', 'nlp'], authors: ['Zoe', 'Émile'] }),
  aPaper({ path: 'b/c/2.md', status: 'odd', year: null, venue: null, tags: [], authors: [] }),
  aPaper({ path: 'a/3.md', status: 'todo', year: 2019, venue: 'ACL', tags: ['ml', 'ML', 'ml/vision'], authors: ['Zoe'] }),
  aPaper({ path: '4.md', status: 'older', year: 2001, venue: 'ICML', tags: ['nlp'], authors: ['Émile', 'Émile'] }),
];

const groups = (field: GroupField) => finishSteps(groupPapers(papers, field, DEFAULT_STATUSES, collator));

describe('groupPapers', () => {
  it.each<[GroupField, readonly string[]]>([
    ['status', ['todo: a/3.md', 'read: a/1.md', 'odd: b/c/2.md', 'older: 4.md']],
    ['year', ['2019: a/3.md', '2001: a/1.md 4.md', ': b/c/2.md']],
    ['venue', ['ACL: a/3.md', 'ICML: a/1.md 4.md', ': b/c/2.md']],
    ['tag', ['ML: a/1.md a/3.md', 'ml/vision: a/3.md', 'nlp: a/1.md 4.md', ': b/c/2.md']],
    ['author', ['Émile: a/1.md 4.md', 'Zoe: a/1.md a/3.md', ': b/c/2.md']],
    ['folder', ['a: a/1.md a/3.md', 'b/c: b/c/2.md', ': 4.md']],
  ])('should group by %s', (field, expected) => {
    expect(groups(field).map(({ label, papers: some }) => `${label}: ${some.map((paper) => paper.path).join(' ')}`)).toEqual(expected);
  });

  it('should have no groups where there are no papers', () => {
    expect(finishSteps(groupPapers([], 'tag', DEFAULT_STATUSES, collator))).toEqual([]);
  });
});
