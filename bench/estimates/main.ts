import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SimulationOptions } from '@vitrine/simulator';
import { openTruth } from './market.ts';
import type { Published } from './published.ts';
import { printReport } from './report.ts';
import { type Scored, scoreOf } from './score.ts';
import { worldsOf } from './worlds.ts';

/*
 * How far off estimates are: npm run bench:estimates [-- --seeds 1,2,3,4,5 --worlds plain,hard --products 400 --days 90]
 * Each marketplace is observed and published in a process of its own, which knows nothing of the truth; that is opened
 * afterwards. What it prints goes into bench/README.md.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5' },
    worlds: { type: 'string' },
    products: { type: 'string', default: '400' },
    days: { type: 'string', default: '90' },
  },
});

const all = worldsOf({ products: Number(values.products), days: Number(values.days) });
const names = values.worlds?.split(',') ?? all.map(({ name }) => name);
const seeds = values.seeds.split(',').map(Number);
const scores: Scored[] = [];
for (const name of names) {
  const world = all.find((each) => each.name === name);
  if (world === undefined)
    throw new Error(`--worlds: expected ${all.map((each) => each.name).join(', ')}, got ${name}`);
  for (const seed of seeds) {
    const simulation = { ...world.options, seed };
    scores.push({ world: name, seed, cells: scoreOf(openTruth(await published(simulation), simulation)) });
    process.stderr.write(`${name}, seed ${seed}\n`);
  }
}
printReport(scores);

async function published(simulation: SimulationOptions): Promise<Published> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-estimates-'));
  try {
    const child = fork(fileURLToPath(new URL('./publishing.ts', import.meta.url)), [], { serialization: 'advanced' });
    child.send({ directory, simulation });
    const ended = once(child, 'exit').then(([status]) => {
      throw new Error(`publishing ended with status ${status} before it was done`);
    });
    const [result] = await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => {});
    return result as Published;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
