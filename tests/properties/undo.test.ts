/** @jest-environment jsdom */
import fc from 'fast-check';
import type { Report } from '../../src/api';
import { openVault, type Host } from '../host/open-vault';
import { WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, notesOf } from '../support/plugin-host';
import { propertyRuns } from '../support/property-runs';

// Only against hanging for ever: at night there are many runs.
jest.setTimeout(36_000_000);

const NAMES = ['alpha', 'beta', 'gamma', 'delta'];
const PATHS = NAMES.map((name) => `papers/${name}.md`);
const NOTES: Record<string, string> = Object.fromEntries(
  NAMES.map((name, at) => {
    const next = NAMES[(at + 1) % NAMES.length] ?? '';
    return [`papers/${name}.md`, paperNote(name, { references: [`[${next}](./${next}.md)`, 'An Unwritten Work of Some Length', ...(at % 2 === 0 ? ['A Second Work Nobody Has a Note for'] : [])] })];
  }),
);

/** What may happen, in any order: changes, edits and deletions from outside, undo of any change made so far, restarts. */
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('status' as const), paths: fc.subarray(PATHS, { minLength: 1 }), status: fc.constantFrom('todo', 'reading', 'read', 'skipped') }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('link' as const), restores: fc.boolean(), paths: fc.subarray(PATHS, { minLength: 1 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('create' as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), path: fc.constantFrom(...PATHS), text: fc.constantFrom('More.\n', '- [gamma](./gamma.md)\n', '\n', '') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('spoil' as const), how: fc.constantFrom('empty', 'cut', 'delete'), path: fc.constantFrom(...PATHS) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  ),
  { minLength: 2, maxLength: 12 },
);

interface Made {
  readonly id: string;
  readonly paths: readonly string[];
  readonly before: Record<string, string>;
  readonly after: Record<string, string>;
}

describe('undo after anything', () => {
  let host: Host;
  afterEach(async () => {
    await host.unload();
  });

  it('should write back just the notes that still are as the change left them, and touch no other', async () => {
    host = await openVault({ files: { ...WITH_SETTINGS, ...NOTES } });
    let written = 0;
    let left = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        await host.unload();
        host = await openVault({ files: { ...WITH_SETTINGS, ...NOTES } });
        const made: Made[] = [];
        const change = async (run: () => Promise<Report>): Promise<void> => {
          const before = notesOf(host);
          const report = await run();
          await host.settle();
          const after = notesOf(host);
          // What is reported is what differs.
          const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).sort();
          expect([...report.changed, ...report.created].sort()).toEqual(differing);
          if (report.id !== null) made.unshift({ id: report.id, paths: differing, before, after });
        };
        for (const step of sequence) {
          if (step.do === 'status') await change(() => apiOf(host).setStatus(step.paths, step.status));
          else if (step.do === 'link') await change(() => (step.restores ? apiOf(host).restoreRelativeLinks(step.paths) : apiOf(host).linkReferences(step.paths)));
          else if (step.do === 'create') await change(() => apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key)));
          else if (step.do === 'restart') host = await host.reload();
          else if (step.do === 'undo') {
            const [taken] = made.splice(Math.min(step.which, made.length - 1), 1);
            if (!taken) continue;
            const now = notesOf(host);
            const expected = { ...now };
            for (const path of taken.paths) {
              if (now[path] !== taken.after[path]) {
                // Nothing to take back where it is as before already.
                if (now[path] !== taken.before[path]) left += 1;
                continue;
              }
              written += 1;
              if (taken.before[path] === undefined) delete expected[path];
              else expected[path] = taken.before[path];
            }
            await apiOf(host).undo(taken.id);
            await host.settle();
            expect(notesOf(host)).toEqual(expected);
          } else if (host.exists(step.path)) {
            const text = host.read(step.path);
            if (step.do === 'add') await host.writeOutside(step.path, text + step.text);
            else if (step.how === 'delete') await host.deleteOutside(step.path);
            else await host.writeOutside(step.path, step.how === 'empty' ? '' : text.slice(0, text.length >> 1));
            await host.settle();
          }
        }
        expect(host.errors).toEqual([]);
      }),
      propertyRuns(60),
    );
    // Both have been seen.
    expect(Math.min(written, left)).toBeGreaterThan(10);
  });
});
