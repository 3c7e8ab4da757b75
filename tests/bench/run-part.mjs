// Runs one part of the benchmarks in a process of its own and hands what it found to `run.mjs`.
const [name, options] = process.argv.slice(2);
const { run } = await import(`./${name}.bench.mjs`);
process.send(await run(JSON.parse(options)));
process.disconnect();
