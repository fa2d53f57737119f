import { runCommand } from '../reading/running.ts';
import { readArguments } from './arguments.ts';
import { runSwitch, type Spell, type SwitchResult } from './switch.ts';

const p99MsMax = 25;

/*
 * A server goes over to a new dataset version under load: npm run bench:switch [-- --quick | --scale S | --keep DIR].
 * It ends with 1 when something does not hold. What it prints is told in bench/README.md.
 */
await runCommand({ readArguments, run: runSwitch, report });

function report({ before, during, after }: SwitchResult): void {
  console.log('| when | seconds | answers/s | p50, ms | p99, ms | RSS, MiB |\n|---|---|---|---|---|---|');
  line('before', [before]);
  line('from the publish until it is served', during);
  line('the worst five seconds of it', [during.reduce((worst, each) => (each.p99Ms > worst.p99Ms ? each : worst))]);
  line('the last five seconds of it, with the switch', during.slice(-1));
  line('after', [after]);
  const mixed = [before, ...during, after].reduce((sum, spell) => sum + spell.mixed, 0);
  const p99Ms = percentile(during, 0.99);
  console.log(`\nanswers other than 200: 0 (one would have ended the run)\nanswers of two versions: ${mixed}`);
  console.log(`p99 from the publish until it is served: ${p99Ms.toFixed(1)} ms (aim: under ${p99MsMax} ms)`);
  if (mixed > 0 || p99Ms >= p99MsMax) process.exitCode = 1;
}

function line(when: string, spells: readonly Spell[]): void {
  const seconds = spells.reduce((sum, spell) => sum + spell.seconds, 0);
  const answers = spells.reduce((sum, spell) => sum + spell.answers, 0);
  const figures = [
    seconds.toFixed(0),
    (answers / seconds).toFixed(0),
    percentile(spells, 0.5).toFixed(2),
    percentile(spells, 0.99).toFixed(2),
    (Math.max(...spells.map((spell) => spell.residentBytes)) / 2 ** 20).toFixed(0),
  ];
  console.log(`| ${[when, ...figures].join(' | ')} |`);
}

/** Of all answers together. */
function percentile(spells: readonly Spell[], share: number): number {
  const sorted = Float64Array.from(spells.flatMap(({ latenciesMs }) => latenciesMs)).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
