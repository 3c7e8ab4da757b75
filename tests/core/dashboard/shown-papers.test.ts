import { INITIAL_DASHBOARD_STATE, NO_FILTERS, type DashboardState } from '../../../src/core/dashboard/dashboard-state';
import { createSearchTexts } from '../../../src/core/dashboard/search-text';
import { ShownPapers, type ShownFacts } from '../../../src/core/dashboard/shown-papers';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { finishSteps } from '../../support/finish-steps';
import { aLibrary } from '../../support/a-library';
import { listRows } from '../../support/list-rows';
import { aPaper } from '../../support/a-paper';

const papers = [
  aPaper({ path: 'a.md', title: 'Zebra nets', venue: 'ACL', status: 'read' }),
  aPaper({ path: 'b.md', title: 'Apple nets', venue: 'ICML' }),
  aPaper({ path: 'c.md', title: 'Mango trees', venue: 'ACL' }),
];

function ask(): { shown: ShownPapers; answer: (change?: Partial<DashboardState>, facts?: Partial<ShownFacts>) => ReturnType<typeof finishRows>; facts: ShownFacts } {
  const shown = new ShownPapers();
  const facts: ShownFacts = {
    library: aLibrary({ papers }).library,
    statuses: DEFAULT_STATUSES,
    searchTexts: createSearchTexts(),
    collator: new Intl.Collator('en', { numeric: true, sensitivity: 'base' }),
    createdAt: () => null,
  };
  return { shown, facts, answer: (change = {}, other = {}) => finishRows(shown, { ...INITIAL_DASHBOARD_STATE, ...change }, { ...facts, ...other }) };
}

const finishRows = (shown: ShownPapers, state: DashboardState, facts: ShownFacts) => finishSteps(shown.rows(state, facts));

describe('ShownPapers', () => {
  it('should search, filter, sort and group', () => {
    const { answer } = ask();
    expect(answer().papers.map((paper) => paper.path)).toEqual(['b.md', 'c.md', 'a.md']);
    expect(answer({ search: 'nets' }).papers.map((paper) => paper.path)).toEqual(['b.md', 'a.md']);
    expect(listRows(answer({ filters: { ...NO_FILTERS, status: ['read'] } }).rows)).toEqual([{ kind: 'paper', group: null, paper: papers[0] }]);
    const grouped = listRows(answer({ group: 'venue', collapsed: ['ICML'] }).rows).map((row) => (row.kind === 'group' ? row.label : row.paper.path));
    expect(grouped).toEqual(['ACL', 'c.md', 'a.md', 'ICML']);
  });

  it('should give the same answer back where nothing changed, and take over what it can', () => {
    const { answer } = ask();
    const { sort } = INITIAL_DASHBOARD_STATE;
    const first = answer({ sort });
    expect(answer({ sort })).toBe(first);
    const closed = answer({ sort, group: 'venue', collapsed: ['ACL'] });
    expect(closed.papers).toBe(first.papers);
  });

  it('should answer anew from another revision of the library', () => {
    const { answer } = ask();
    const first = answer();
    const library = aLibrary({ papers: papers.slice(1) }).library;
    expect(answer({}, { library }).papers.map((paper) => paper.path)).toEqual(['b.md', 'c.md']);
    expect(answer().papers).toEqual(first.papers);
  });

  it('should pause, and be none the worse where it is not taken up again', () => {
    const { shown, facts } = ask();
    const many = aLibrary({ papers: Array.from({ length: 5000 }, (_, index) => aPaper({ path: `${String(index)}.md`, title: `Title ${String(index)}` })) }).library;
    const steps = shown.rows(INITIAL_DASHBOARD_STATE, { ...facts, library: many });
    for (let step = 0; step < 20; step += 1) expect(steps.next().done).toBe(false);
    expect(finishRows(shown, INITIAL_DASHBOARD_STATE, facts).papers.map((paper) => paper.path)).toEqual(['b.md', 'c.md', 'a.md']);
    expect(finishRows(shown, INITIAL_DASHBOARD_STATE, { ...facts, library: many }).papers[4999]?.title).toBe('Title 4999');
  });
});
