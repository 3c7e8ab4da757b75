/** Runs of everything that is compared; fewer say too little of the spread. */
export const ROUNDS = 9;

/**
 * Times several ways of doing something in turns, so that a slow moment of the machine falls on all of them. `ways` are functions by name;
 * each is run once to warm up. Gives milliseconds by name, one for each round. A way may be asynchronous.
 */
export async function interleave(ways, rounds = ROUNDS) {
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(ways)) {
      globalThis.gc?.();
      const started = performance.now();
      await run();
      const took = performance.now() - started;
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}
