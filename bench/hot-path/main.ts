import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HotPathOptions, readArguments } from './arguments.ts';
import { type Measurement, measure } from './measure.ts';
import { printShares, printTable } from './report.ts';
import { type RunningSide, startSide } from './running-side.ts';
import type { SideName } from './sides.ts';

const options = readArguments(process.argv.slice(2));
const directory = mkdtempSync(join(tmpdir(), 'vitrine-hot-path-'));
const running: RunningSide[] = [];
try {
  for (const name of ['floor', 'open', 'access', 'product'] as const) running.push(await start(name));
  const measured = await measureInTurn(running, options);
  printTable(measured);
  printShares(measured);
} finally {
  for (const side of running) await side.stop();
  rmSync(directory, { recursive: true, force: true });
}

function start(name: SideName): Promise<RunningSide> {
  const { profileDirectory } = options;
  return startSide(name, directory, profileDirectory && join(profileDirectory, name));
}

/**
 * One side after the other and that again, so that noise of the machine falls on all alike. The first round warms up.
 */
async function measureInTurn(
  all: readonly RunningSide[],
  { rounds, seconds }: HotPathOptions,
): Promise<ReadonlyMap<SideName, readonly Measurement[]>> {
  const measured = new Map(all.map(({ name }) => [name, [] as Measurement[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const side of all) {
      const measurement = await measure(side, seconds);
      if (round > 0) measured.get(side.name)?.push(measurement);
    }
  }
  return measured;
}
