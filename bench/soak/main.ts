import { runCommand } from '../reading/running.ts';
import { readArguments } from './arguments.ts';
import { runSoak, type SoakResult } from './soak.ts';
import { verdictsOf } from './verdicts.ts';

/*
 * A day's mix of requests at four fifths of what the server can do, for ten minutes: npm run soak
 * [-- --minutes 10 | --scale 0.05 | --keep DIR]. It ends with 1 when something does not hold.
 */
await runCommand({ readArguments, run: runSoak, report });

function report(result: SoakResult): void {
  const { peakPerSecond, heldPerSecond, minutes } = result;
  console.log(`peak ${Math.round(peakPerSecond)} answers/s, held ${heldPerSecond} for ${minutes.length} minutes\n`);
  console.log('| minute | answers/s | p50, ms | p99, ms | RSS, MiB |\n|---|---|---|---|---|');
  for (const [index, { answersPerSecond, p50Ms, p99Ms, residentBytes, error }] of minutes.entries()) {
    const figures = [
      Math.round(answersPerSecond),
      p50Ms.toFixed(2),
      p99Ms.toFixed(2),
      Math.round(residentBytes / 2 ** 20),
    ];
    console.log(`| ${[index + 1, ...figures].join(' | ')} |${error === undefined ? '' : ` ${error}`}`);
  }
  console.log('\n| what | aim | measured | |\n|---|---|---|---|');
  const verdicts = verdictsOf(result);
  for (const { what, aim, measured, holds } of verdicts)
    console.log(`| ${what} | ${aim} | ${measured} | ${holds ? 'holds' : 'does not hold'} |`);
  if (!verdicts.every(({ holds }) => holds)) process.exitCode = 1;
}
