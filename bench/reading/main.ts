import { aimsOf } from './aims.ts';
import { readArguments } from './arguments.ts';
import { runBench } from './bench.ts';
import type { Results } from './results.ts';
import { runCommand } from './running.ts';
import { aimsTable, resultsTable } from './table.ts';

/*
 * The same requests to the same rows, answered by Vitrine, by PostgreSQL, and by a server that sends a ready buffer:
 * npm run bench [-- --quick | --seconds 10 | --keep DIR | --only SIDE | --mix NAME | --profile DIR]. What it prints is
 * told in bench/README.md.
 */
await runCommand({
  readArguments,
  run: (running) => runBench({ ...running, databaseUrl: process.env['DATABASE_URL'] || undefined }),
  report,
});

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
