/** Runs of everything that is compared; fewer say too little of the spread. */
export const ROUNDS = 9;

/** A run shorter than this is repeated until it took as long: one of some milliseconds measures the machine's other work. */
const LEAST_MS = 50;

/** How long each way is run before it counts, so that it is compiled for good. */
const WARM_UP_MS = 400;

const wallClock = () => performance.now();

/** Milliseconds of processor time: on a machine that is shared, the others' work is not counted. */
function processorClock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Times several ways of doing something in turns, so that a slow moment of the machine falls on all of them. `ways` are functions by name;
 * they may be asynchronous. Gives milliseconds of processor time by name, one for each round. `clock: 'wall'` counts waiting too;
 * `once` is for ways that take long or cannot be repeated: each is run once a round, after one run to warm up and with the garbage of others
 * collected.
 */
export async function interleave(ways, { rounds = ROUNDS, clock = 'processor', once = false } = {}) {
  const now = clock === 'wall' ? wallClock : processorClock;
  const measure = async (run, least) => {
    if (once) globalThis.gc?.();
    const started = now();
    let count = 0;
    do {
      await run();
      count += 1;
    } while (now() - started < least);
    return (now() - started) / count;
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (const run of Object.values(ways)) await measure(run, once ? 0 : WARM_UP_MS);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(ways)) times[name].push(await measure(run, once ? 0 : LEAST_MS));
  }
  return times;
}
