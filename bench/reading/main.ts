import { aimsOf } from './aims.ts';
import { type BenchOptions, readArguments } from './arguments.ts';
import { runBench } from './bench.ts';
import { openWorkPlace } from './place.ts';
import type { Results } from './results.ts';
import type { Side } from './sides/side.ts';
import { aimsTable, resultsTable } from './table.ts';

/*
 * The same requests to the same rows, answered by Vitrine, by PostgreSQL, and by a server that sends a ready buffer:
 * npm run bench [-- --quick | --seconds 10 | --keep DIR | --only SIDE | --mix NAME | --profile DIR]. What it prints is told in bench/README.md.
 */
const options = readOptions();
const stopping: Pick<Side, 'stop'>[] = [];
const place = openWorkPlace(options.keep);
try {
  report(await Promise.race([run(), interrupted()]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const side of stopping.toReversed()) await side.stop();
  place.remove();
  process.exit();
}

function readOptions(): BenchOptions {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function run(): Promise<Results> {
  return runBench({
    options,
    place,
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    say: (text) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`),
    opened: (side) => stopping.push(side),
  });
}

function interrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error(`ended by ${signal}`)));
  });
}

function report(results: Results): void {
  const { machine, scale, connections, generator, secondsPerMix } = results;
  const memory = `${(machine.memoryBytes / 2 ** 30).toFixed(0)} GiB`;
  console.log(`scale ${scale}, ${connections} connections, ${secondsPerMix} s a mix and side`);
  console.log(`${machine.processors} processors, ${memory}, Node ${machine.node}, ${generator} beside the server`);
  for (const [side, about] of Object.entries(results.about)) console.log(`${side}: ${about}`);
  for (const [table, count] of Object.entries(results.rows))
    console.log(`${table}: ${count.toLocaleString('en')} rows`);
  console.log(`\n${resultsTable(results)}\n\n${aimsTable(aimsOf(results))}`);
}
