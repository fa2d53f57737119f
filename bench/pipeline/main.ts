import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SimulationOptions } from '@vitrine/simulator';
import type { Attribution } from '../../packages/server/src/warehouse/publish/settings.ts';
import { type Measured, type PhaseOptions, phases, residentBytesMax } from './phases.ts';
import { sampleFormats, writeSamples } from './samples.ts';

/*
 * From observations to the serving tables, measured: npm run bench:pipeline [-- --products 200000 --days 90 | --quick]
 * With --attributions learned,naive publishes of both estimators are compared; --only-ingest and --only-publish leave the other out.
 * Every phase runs in a process of its own; what it prints goes into bench/README.md.
 */
const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '200000' },
    days: { type: 'string', default: '90' },
    quick: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '3' },
    'only-ingest': { type: 'boolean', default: false },
    'only-publish': { type: 'boolean', default: false },
    attributions: { type: 'string', default: 'learned' },
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
    if (!values['only-publish']) await compareIngest(home, world);
    if (!values['only-ingest']) comparePublish(join(home, 'marketplace'), world);
  } finally {
    if (values.keep === undefined) rmSync(home, { recursive: true, force: true });
  }
}

async function compareIngest(home: string, world: SimulationOptions): Promise<void> {
  const samples = await writeSamples(home, { ...world, fromDay: 0, toDay: 1 });
  for (const format of sampleFormats) {
    const ofFormat = samples.filter((sample) => sample.format === format);
    compareFormat(home, format, { simulation: world, samples: ofFormat });
  }
}

/** Sides take turns, so that what slows the machine slows both. */
function compareFormat(home: string, format: string, options: PhaseOptions): void {
  const pairs: Measured[][] = [];
  for (let pair = 1; pair <= Number(values.pairs); pair++) {
    const alone = child('engineAlone', join(home, `alone-${format}-${pair}`), options);
    const ours = child('ingest', join(home, `ingest-${format}-${pair}`), options);
    pairs.push([alone, ours]);
    report(`${format}, pair ${pair}: engine alone`, alone);
    report(`${format}, pair ${pair}: ingest`, ours);
  }
  const bySeconds = medianPercent(pairs, ({ seconds }) => seconds);
  const byProcessor = medianPercent(pairs, ({ processorSeconds = 0 }) => processorSeconds);
  console.log(`ingest of ${format} runs at ${bySeconds} % of the engine alone (median of ${pairs.length} pairs)`);
  console.log(`    for each second of processor time it does ${byProcessor} % of the engine's rows`);
}

function medianPercent(pairs: readonly (readonly Measured[])[], time: (measured: Measured) => number): string {
  const ratios = pairs.map(([alone, ours]) => (alone && ours ? time(alone) / time(ours) : 0)).sort((a, b) => a - b);
  return ((ratios[Math.floor(ratios.length / 2)] ?? 0) * 100).toFixed(0);
}

function comparePublish(directory: string, world: SimulationOptions): void {
  const options = (fromDay: number, toDay: number) => ({ simulation: { ...world, fromDay, toDay }, samples: [] });
  report('load', child('load', directory, options(0, world.days - 2)));
  const attributions = values.attributions.split(',') as Attribution[];
  const copies = attributions.map((attribution) => ({ attribution, copy: `${directory}-${attribution}` }));
  for (const { copy } of copies) cpSync(directory, copy, { recursive: true });
  const publish = (name: string) =>
    copies.map(({ attribution, copy }) => {
      const measured = child('publish', copy, { ...options(0, 0), settings: { attribution } });
      report(`${name}, ${attribution}`, measured);
      return measured;
    });
  const whole = publish('publish of the whole history');
  for (const { copy } of copies)
    report('load of one more day', child('load', copy, options(world.days - 1, world.days - 1)));
  const oneMore = publish('publish of one more day');
  console.log(`one more day takes ${inPercent(oneMore[0], whole[0])} % of the whole`);
  if (copies.length > 1) {
    const names = `${attributions[0]} takes of ${attributions[1]}`;
    console.log(
      `${names}: ${inPercent(whole[0], whole[1])} % for the whole, ${inPercent(oneMore[0], oneMore[1])} % for one more day`,
    );
  }
}

function inPercent(one: Measured | undefined, other: Measured | undefined): string {
  return (((one?.seconds ?? 0) / (other?.seconds ?? 1)) * 100).toFixed(0);
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

function report(name: string, { seconds, processorSeconds, residentBytesMax: bytes, details }: Measured): void {
  console.log(`${name}: ${seconds.toFixed(1)} s, ${(bytes / 2 ** 30).toFixed(2)} GiB resident at most`);
  if (processorSeconds !== undefined) console.log(`    processor: ${processorSeconds.toFixed(1)} s`);
  for (const [key, value] of Object.entries(details)) console.log(`    ${key}: ${value}`);
}
