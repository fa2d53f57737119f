import { runCommand } from '../reading/running.ts';
import { readArguments } from './arguments.ts';
import { type ConsoleResult, runConsole } from './console-bench.ts';
import { isMet, linesOf, tableOf } from './report.ts';

/*
 * The console in a real browser: npm run bench:console [-- --products 1000000 | --data DIR | --times 40]. It ends with 1
 * when an aim is missed. What it prints is told in bench/README.md.
 */
await runCommand({ readArguments, run: runConsole, report });

function report(result: ConsoleResult): void {
  const { machine, products, loading, scrolling } = result;
  const lines = linesOf(result);
  const { count, sentBytes, bytes } = loading.scripts;
  const kibibytes = (value: number) => (value / 1024).toFixed(0);
  console.log(`${products.toLocaleString('en')} products\n${machine}\n`);
  console.log(tableOf(lines));
  console.log(
    `\nscripts of the first load: ${count}, ${kibibytes(sentBytes)} KiB sent, ${kibibytes(bytes)} KiB unpacked`,
  );
  console.log(`scrolled through ${scrolling.passed.toLocaleString('en')} rows; ${longFrames(scrolling.longMs)}`);
  const missed = lines.filter((line) => isMet(line) === false).map(({ what }) => what);
  console.log(missed.length === 0 ? 'all aims are met' : `aims that are missed: ${missed.join(', ')}`);
  if (missed.length > 0) process.exitCode = 1;
}

function longFrames([longest, ...others]: readonly number[]): string {
  if (longest === undefined) return 'no animation frame took the page more than 50 ms';
  return `${others.length + 1} animation frames took the page more than 50 ms, the longest ${longest.toFixed(0)} ms`;
}
