import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type SimulationOptions, simulate } from '@vitrine/simulator';
import { type Measured, type PhaseOptions, phases, residentBytesMax } from './phases.ts';

/*
 * From observations to the serving tables, measured: npm run bench:pipeline [-- --products 200000 --days 90 | --quick]
 * Every phase runs in a process of its own; what it prints goes into bench/README.md.
 */
const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '200000' },
    days: { type: 'string', default: '90' },
    quick: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '3' },
    keep: { type: 'string' },
    phase: { type: 'string' },
    directory: { type: 'string' },
    options: { type: 'string' },
  },
});

if (values.phase !== undefined)
  await runPhase(values.phase, values.directory ?? '', JSON.parse(values.options ?? '{}'));
else await compare();

async function runPhase(name: string, directory: string, options: PhaseOptions): Promise<void> {
  const phase = phases[name];
  if (phase === undefined) throw new Error(`no such phase: ${name}`);
  const measured: Measured = { ...(await phase(directory, options)), residentBytesMax: residentBytesMax() };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

async function compare(): Promise<void> {
  const products = values.quick ? 20_000 : Number(values.products);
  const days = Number(values.days);
  const home = values.keep ?? mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  mkdirSync(home, { recursive: true });
  const world: SimulationOptions = { products, days: days + 1, seed: 1, endDate: '2026-10-31' };
  try {
    await compareIngest(home, world);
    comparePublish(join(home, 'marketplace'), world);
  } finally {
    if (values.keep === undefined) rmSync(home, { recursive: true, force: true });
  }
}

async function compareIngest(home: string, world: SimulationOptions): Promise<void> {
  const sample = join(home, 'sample.ndjson');
  await writeSample(sample, { ...world, fromDay: 0, toDay: 1 });
  const ratios: number[] = [];
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    const alone = child('engineAlone', join(home, `alone-${pair}`), { simulation: world, sample });
    const ours = child('ingest', join(home, `ingest-${pair}`), { simulation: world, sample });
    ratios.push(alone.seconds / ours.seconds);
    report(`pair ${pair + 1}: engine alone`, alone);
    report(`pair ${pair + 1}: ingest`, ours);
  }
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  console.log(`ingest runs at ${(median * 100).toFixed(0)} % of the engine alone (median of ${ratios.length} pairs)`);
}

function comparePublish(directory: string, world: SimulationOptions): void {
  const options = (fromDay: number, toDay: number) => ({ simulation: { ...world, fromDay, toDay }, sample: '' });
  report('load', child('load', directory, options(0, world.days - 2)));
  const whole = child('publish', directory, options(0, 0));
  report('publish of the whole history', whole);
  report('load of one more day', child('load', directory, options(world.days - 1, world.days - 1)));
  const oneMore = child('publish', directory, options(0, 0));
  report('publish of one more day', oneMore);
  console.log(`one more day takes ${((oneMore.seconds / whole.seconds) * 100).toFixed(0)} % of the whole`);
}

async function writeSample(file: string, options: SimulationOptions): Promise<void> {
  const out = createWriteStream(file);
  for (const chunk of simulate(options)) if (!out.write(chunk)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

function child(phase: string, directory: string, options: PhaseOptions): Measured {
  const self = fileURLToPath(import.meta.url);
  const run = ['--conditions=source', '--import', 'tsx', self];
  const { status, stdout } = spawnSync(
    process.execPath,
    [...run, '--phase', phase, '--directory', directory, '--options', JSON.stringify(options)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`${phase} ended with status ${status}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

function report(name: string, { seconds, residentBytesMax: bytes, details }: Measured): void {
  console.log(`${name}: ${seconds.toFixed(1)} s, ${(bytes / 2 ** 30).toFixed(2)} GiB resident at most`);
  for (const [key, value] of Object.entries(details)) console.log(`    ${key}: ${value}`);
}
