/** @jest-environment jsdom */
import fc from 'fast-check';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { CHANGES, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, notesOf, pressButton } from '../support/plugin-host';
import { propertyRuns } from '../support/property-runs';

// Only against hanging for ever: all writes of all kinds take minutes.
jest.setTimeout(1_800_000);

/** As many notes as the change is about; every one of its writes fails once, in all runs together. */
const NOTE_COUNT = 300;

/** Every how-manieth write is tried: all of them with PROPERTY_RUNS set, as at night. */
const STEP = process.env.PROPERTY_RUNS === undefined ? 23 : 1;

const pathOf = (number: number): string => `papers/paper-${String(number).padStart(3, '0')}.md`;

const library = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      pathOf(at),
      paperNote(`Paper ${String(at)}`, { references: [`[Paper ${String((at + 1) % count)}](./paper-${String((at + 1) % count).padStart(3, '0')}.md)`, `A Work Nobody Wrote, Part ${String(at % 3)}`] }),
    ]),
  );

let host: Host;
const open = async (files: Record<string, string>, more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: { ...WITH_SETTINGS, ...files }, ...more });
};

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

const records = (): string[] => Object.keys(host.files()).filter((path) => path.startsWith(CHANGES));

describe(`the k-th write of a change of ${String(NOTE_COUNT)} notes`, () => {
  const notes = library(NOTE_COUNT);
  const paths = Object.keys(notes);
  // The folder of the journal, the record, the notes, the outcome.
  const writes = NOTE_COUNT + 3;

  it.each(['fails', 'is torn'])('should harm nothing but be named, whichever it is that %s', async (how) => {
    await open(notes);
    for (let k = 1; k <= writes; k += STEP) {
      let count = 0;
      let hit = '';
      // The app's own writes (the layout) are not counted.
      const isIt = ({ path }: { path: string }): boolean => {
        if (!/^(?:papers\/|\.obsidian\/plugins\/)/.test(path) || ++count !== k) return false;
        hit = path;
        return true;
      };
      if (how === 'fails') host.faults.failWrite(isIt, 'ENOSPC: no space left on device, write');
      else host.faults.tearWrite(isIt, (k * 37) % 150, 'fail');
      const report = await apiOf(host).setStatus(paths, 'read');
      host.faults.clear();
      expect([k, hit]).not.toEqual([k, '']);
      const changed = new Set(report.changed);
      const failed = report.skipped.filter((skip) => skip.reason === 'write-failed').map((skip) => skip.path);
      const now = notesOf(host);
      expect([k, hit, paths.filter((path) => (now[path] !== notes[path]) !== changed.has(path))]).toEqual([k, hit, []]);
      if (hit.startsWith('papers/')) expect([k, failed]).toEqual([k, [hit]]);
      else expect([k, hit, changed.size]).toEqual([k, hit, hit.startsWith(CHANGES.slice(0, -1)) && !hit.includes('.outcome') ? 0 : NOTE_COUNT]);
      await apiOf(host).undo();
      expect([k, notesOf(host)]).toEqual([k, notes]);
      // So that the folder is made anew in each round.
      for (const path of records()) await host.deleteOutside(path);
      await host.app.vault.adapter.rmdir(CHANGES.slice(0, -1), true).catch(() => undefined);
    }
  });

  it('should harm nothing when it is the disk that is full from then on, and give every byte back when there is room again', async () => {
    await open(notes);
    for (const k of [1, 2, 3, 4, 100, NOTE_COUNT + 2, NOTE_COUNT + 3]) {
      let count = 0;
      host.faults.tearWrite(() => ++count >= k, k % 90, 'fail');
      const report = await apiOf(host).setStatus(paths, 'read');
      host.faults.clear();
      // Torn notes are named, and are torn in no other way than cut short.
      const now = notesOf(host);
      const named = new Set([...report.changed, ...report.skipped.map((skip) => skip.path)]);
      expect([k, paths.filter((path) => now[path] !== notes[path] && !named.has(path))]).toEqual([k, []]);
      await apiOf(host).undo();
      expect([k, notesOf(host)]).toEqual([k, notes]);
      host = await host.reload();
      expect([k, notesOf(host)]).toEqual([k, notes]);
    }
  });
});

describe('a write that is torn at any byte, and the crash of the app with it', () => {
  const notes = library(4);
  const paths = Object.keys(notes);

  const act = (what: number): void => {
    void [
      () => apiOf(host).setStatus(paths, 'read'),
      () => apiOf(host).linkReferences(),
      () => apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key)),
    ][what]?.();
  };

  it('should be undone to the byte after the next start, or finished as if nothing had happened', async () => {
    await open(notes);
    const ends: Record<string, string>[] = [];
    for (const what of [0, 1, 2]) {
      act(what);
      await host.settle();
      ends.push(notesOf(host));
      await apiOf(host).undo();
      await host.settle();
      expect(notesOf(host)).toEqual(notes);
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.integer({ min: 1, max: 9 }), fc.nat(400), fc.boolean(), async (what, k, bytes, isFinished) => {
        await host.unload();
        await open(notes);
        host.faults.tearWrite(k, bytes);
        act(what);
        await host.settle();
        host.faults.clear();
        host = await host.reload();
        const [notice] = host.notices;
        if (notice) await pressButton(host, notice.el, isFinished ? 'Finish it' : 'Undo it');
        const end = notesOf(host);
        // Without a notice, the change was not on record yet and had touched nothing, or it was done.
        if (notice) expect(end).toEqual(isFinished ? ends[what] : notes);
        else expect([notes, ends[what]]).toContainEqual(end);
        await apiOf(host).undo();
        await host.settle();
        expect(notesOf(host)).toEqual(notes);
      }),
      propertyRuns(40),
    );
  });
});

describe('a file system with limits', () => {
  const notes = library(3);
  const paths = Object.keys(notes);

  it('should leave a note that cannot be read as it is, name it, and do the rest', async () => {
    await open(notes);
    host.faults.failRead(pathOf(1));
    const report = await apiOf(host).setStatus(paths, 'read');
    expect(report.changed).toEqual([pathOf(0), pathOf(2)]);
    expect(report.skipped).toMatchObject([{ path: pathOf(1), reason: 'write-failed', message: expect.stringContaining('could not be read: EIO') as string }]);
    const undone = await apiOf(host).undo();
    host.faults.clear();
    expect(undone.changed).toEqual([pathOf(0), pathOf(2)]);
    expect(notesOf(host)).toEqual(notes);
  });

  it('should take nothing back from a note that cannot be read, and keep the record for it', async () => {
    await open(notes);
    await apiOf(host).setStatus(paths, 'read');
    host.faults.failRead(pathOf(1));
    expect((await apiOf(host).undo()).skipped).toMatchObject([{ path: pathOf(1), reason: 'write-failed' }]);
    host.faults.clear();
    expect(await apiOf(host).undo()).toMatchObject({ changed: [pathOf(1)], skipped: [] });
    expect(notesOf(host)).toEqual(notes);
  });

  it('should change nothing when the record cannot be read back', async () => {
    const large = Object.fromEntries(Object.entries(library(6)).map(([path, text]) => [path, `${text}\n${'A long note. '.repeat(40_000)}\n`]));
    await open(large);
    host.faults.failRead((path) => path.includes('.part-1.'));
    const report = await apiOf(host).setStatus(Object.keys(large), 'read');
    const now = notesOf(host);
    expect(Object.keys(large).filter((path) => now[path] !== large[path])).toEqual(report.changed);
    expect(report.changed.length).toBeLessThan(6);
    expect(report.skipped.at(-1)?.message).toContain('of the record cannot be read');
    host.faults.clear();
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(large);
  });

  it('should go by the record as it lies on the disk, and not by what was to be in it', async () => {
    const large = Object.fromEntries(Object.entries(library(6)).map(([path, text]) => [path, `${text}\n${'A long note. '.repeat(40_000)}\n`]));
    await open(large);
    const { adapter } = host.app.vault;
    const write = adapter.writeBinary.bind(adapter);
    adapter.writeBinary = (path, data) => {
      if (!path.includes('.part-1.')) return write(path, data);
      const other = strFromU8(gunzipSync(new Uint8Array(data))).replaceAll('"insert":"read"', '"insert":"reading"');
      return write(path, new Uint8Array(gzipSync(strToU8(other))).buffer);
    };
    const report = await apiOf(host).setStatus(Object.keys(large), 'read');
    expect(report).toMatchObject({ changed: Object.keys(large), skipped: [] });
    const statuses = Object.entries(notesOf(host)).map(([path, text]) => [path, /^status: (.*)$/m.exec(text)?.[1]]);
    expect(statuses.map(([, status]) => status)).toEqual(['reading', 'reading', 'read', 'read', 'read', 'read']);
    expect(Object.keys(large).map((path) => [path, apiOf(host).paper(path)?.status])).toEqual(statuses);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(large);
  });

  it('should write over no note whose name differs in case alone, where the file system takes them for one', async () => {
    const other = 'papers/A-Work-Nobody-Wrote-Part-0.md';
    const files = { ...notes, [other]: '# Notes of mine\n' };
    await open(files, { caseInsensitive: true });
    const report = await apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    await host.settle();
    expect(host.read(other)).toBe('# Notes of mine\n');
    expect(report.created).toHaveLength(2);
    expect(new Set([...Object.keys(notesOf(host))].map((path) => path.toLowerCase())).size).toBe(Object.keys(notesOf(host)).length);
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(files);
  });

  it('should name a note whose path the disk finds too long, and link nothing to it', async () => {
    await open(notes);
    host.faults.failWrite((operation) => operation.path.endsWith('part-1.md'), 'ENAMETOOLONG: name too long, open');
    const report = await apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    host.faults.clear();
    await host.settle();
    expect(report.created).toHaveLength(2);
    expect(report.skipped).toMatchObject([{ reason: 'write-failed', message: expect.stringContaining('ENAMETOOLONG') as string }]);
    expect(Object.values(notesOf(host)).join('')).not.toContain('[[a-work-nobody-wrote-part-1');
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(notes);
  });
});
