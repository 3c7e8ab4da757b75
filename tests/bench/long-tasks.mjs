/** A task that lasts longer holds up what the user does. */
const LONG_MS = 50;

/** The whole collections, and the steps of marking that V8 does before one, in the middle of whatever makes objects. */
const COLLECTING = new Set(['MajorGC', 'MinorGC', 'V8.GCIncrementalMarking']);

/**
 * Watches the tasks of the only page by Chromium's own trace, from now on. The function that it gives ends that, and tells the tasks over
 * 50 ms: `{ ms, collecting }`, milliseconds, and how many of them went into collecting garbage.
 */
export async function watchTasks(page) {
  const devtools = await page.context().newCDPSession(page);
  const events = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'v8', 'v8.gc', 'disabled-by-default-v8.gc'], excludedCategories: ['*'] } });
  return async () => {
    const complete = new Promise((resolve) => {
      devtools.once('Tracing.tracingComplete', resolve);
    });
    await devtools.send('Tracing.end');
    await complete;
    await devtools.detach();
    const pageThreads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
    const isHere = ({ pid, tid }) => pageThreads.some((thread) => thread.pid === pid && thread.tid === tid);
    const within = (event, task) => event.ts >= task.ts && event.ts + event.dur <= task.ts + task.dur;
    const collections = events.filter(({ name, ph }) => ph === 'X' && COLLECTING.has(name));
    return events
      .filter((event) => event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask' && event.dur > LONG_MS * 1000 && isHere(event))
      .map((task) => {
        const collecting = covered(collections.filter((event) => event.pid === task.pid && event.tid === task.tid && within(event, task)));
        return { ms: Math.round(task.dur / 1000), collecting: Math.round(collecting / 1000) };
      });
  };
}

/** How long events took that may lie within each other. */
function covered(events) {
  let sum = 0;
  let end = -Infinity;
  for (const { ts, dur } of [...events].sort((a, b) => a.ts - b.ts)) {
    sum += Math.max(0, ts + dur - Math.max(ts, end));
    end = Math.max(end, ts + dur);
  }
  return sum;
}

/** Long tasks as a list, the longest first: `61 ms (52 of them collecting garbage), 52 ms`. */
export function listLongTasks(tasks) {
  const sorted = [...tasks].sort((a, b) => b.ms - a.ms);
  return sorted.map(({ ms, collecting }) => `${String(ms)} ms${collecting === 0 ? '' : ` (${String(collecting)} of them collecting garbage)`}`).join(', ') || 'none';
}
