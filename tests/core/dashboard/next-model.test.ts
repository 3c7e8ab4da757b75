import fc from 'fast-check';
import { layOutNext, type NextRow } from '../../../src/core/dashboard/next-model';
import { rankNext } from '../../../src/core/dashboard/rank-next';
import { DEFAULT_SETTINGS } from '../../../src/settings/default-settings';
import { aLibrary, aMissingWork } from '../../support/a-library';
import { aPaper } from '../../support/a-paper';
import { finishSteps as finish } from '../../support/finish-steps';
import { listOf } from '../../support/list-of';
import { propertyRuns } from '../../support/property-runs';

const alpha = aPaper({ title: 'Alpha', year: 2020, tags: ['paper', 'nlp'] });
const beta = aPaper({ title: 'Beta', year: 2010 });
const done = aPaper({ title: 'Done', status: 'read' });
const doing = aPaper({ title: 'Doing', status: 'reading' });
const often = aMissingWork('Often', ['x.md', beta.path, doing.path, done.path]);
const { library } = aLibrary({ papers: [alpha, beta, done, doing], missing: [often], citedBy: { [alpha.path]: 3, [beta.path]: 2 }, citing: { [alpha.path]: ['x.md', doing.path, done.path] } });
const weights = { ...DEFAULT_SETTINGS.nextWeights, recent: 0, worldwide: 0, active: 0 };
const ranking = finish(rankNext(library, { weights, thisYear: 2026, titles: new Intl.Collator('en') }));
const { candidates } = ranking;

const nameOf = (row: NextRow): string => (row.kind === 'candidate' ? `${row.candidate.paper.title} ${String(row.expanded)}` : `${String(row.parent)} ${row.kind === 'share' ? row.part : row.path}`);
const namesOf = (expanded: readonly string[]): readonly string[] => {
  const rows = layOutNext(candidates, new Set(expanded), weights, library);
  return Array.from({ length: rows.count }, (_, at) => rows.rowAt(at)).map((row) => (row === undefined ? 'none' : nameOf(row)));
};

describe('the rows of what to read next', () => {
  it('should have below an expanded candidate the parts that count and who cites it, the read ones first', () => {
    expect(namesOf([alpha.path, 'work\noften', 'gone'])).toEqual([
      'Often true', '0 cited', '0 read', `0 ${done.path}`, `0 ${doing.path}`, '0 x.md', `0 ${beta.path}`,
      'Alpha true', '7 cited', '7 read', `7 ${done.path}`, `7 ${doing.path}`, '7 x.md',
      'Beta false',
    ]);
    expect(layOutNext(candidates, new Set([alpha.path]), weights, library).details).toEqual([2, 3, 4, 5, 6]);
  });

  it('should end where they end', () => {
    for (const expanded of [[], [beta.path], ['work\noften']]) {
      const rows = layOutNext(candidates, new Set(expanded), weights, library);
      expect([rows.rowAt(rows.count), rows.rowAt(-1)]).toEqual([undefined, undefined]);
    }
  });

  it('should be the candidates in their order, each with its own rows, whichever are expanded', () => {
    const keys = [...listOf(candidates)].map((candidate) => candidate.key);
    fc.assert(
      fc.property(fc.subarray(keys), (expanded) => {
        const names = namesOf(expanded);
        const alone = keys.flatMap((key, at) => {
          const own = expanded.includes(key) ? namesOf([key]) : namesOf([]);
          return own.slice(at, own.length - (keys.length - 1 - at));
        });
        const withoutPlace = (name: string): string => name.replace(/^\d+ /, '');
        expect(names.map(withoutPlace)).toEqual(alone.map(withoutPlace));
      }),
      propertyRuns(50),
    );
  });
});
