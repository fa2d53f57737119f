import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import {
  FEATURES,
  type Feature,
  REGION_CODES,
  type SimulationOptions,
  simulateAs,
  simulate as simulateObservations,
  simulateWithTruth,
  sourceForms,
} from '@vitrine/simulator';
import { defineCommand } from 'citty';
import { dayGiven, oneOfGiven, strict, wholeNumber } from '../arguments.ts';
import { CommandError, UsageError } from '../usage.ts';
import { yesterday } from '../yesterday.ts';

const sourceNames = sourceForms.map(({ name }) => name);

export const simulate = defineCommand({
  meta: { name: 'simulate', description: 'Write observations of a simulated marketplace to standard output as NDJSON' },
  args: {
    products: { type: 'string', default: '2000', valueHint: 'N', description: 'number of products' },
    days: { type: 'string', default: '90', valueHint: 'D', description: 'number of days' },
    seed: {
      type: 'string',
      default: '1',
      valueHint: 'S',
      description: 'random seed; the same seed produces the same bytes',
    },
    'end-date': { type: 'string', valueHint: 'YYYY-MM-DD', description: 'last day; default: yesterday (UTC)' },
    world: {
      type: 'string',
      default: 'plain',
      valueHint: 'WORLD',
      description: `how hard it is to tell who sold what: plain (easy), hard (everything below at once), or some of these, by commas: ${FEATURES.join(', ')}; docs/accuracy.md says what each is`,
    },
    region: {
      type: 'string',
      valueHint: 'CC',
      description: 'a marketplace of this country only; default: of all, of which exports of one country show US',
    },
    truth: {
      type: 'string',
      valueHint: 'FILE',
      description:
        'write to this file what each video, live and storefront truly sold, a line a product and day (not for ingest)',
    },
    as: {
      type: 'string',
      valueHint: 'SOURCE',
      description: `write instead an export of this source, as of the last day, of the same marketplace and sales as --truth of the same options: ${sourceNames.join(', ')}`,
    },
    day: { type: 'string', valueHint: 'YYYY-MM-DD', description: 'day of the export; with --as' },
  },
  plugins: [strict()],
  async run({ args }) {
    const region = oneOfGiven('--region', args.region, REGION_CODES);
    const options = {
      products: wholeNumber('--products', args.products, 1) ?? 0,
      days: wholeNumber('--days', args.days, 1) ?? 0,
      seed: wholeNumber('--seed', args.seed, Number.MIN_SAFE_INTEGER) ?? 0,
      endDate: dayGiven('--end-date', args['end-date']) ?? yesterday(),
      features: featuresGiven(args.world),
      ...(region !== undefined && { regions: [region] }),
    };
    const source = oneOfGiven('--as', args.as, sourceNames);
    const day = dayGiven('--day', args.day);
    const { truth } = args;
    if (source === undefined && day !== undefined) throw new UsageError('--day needs --as');
    if (source !== undefined && truth !== undefined) throw new UsageError('--truth and --as cannot be combined');
    if (source !== undefined) await writeTo(() => simulateAs(source, options, day));
    else if (truth === undefined) await writeTo(() => simulateObservations(options));
    else await writeWithTruth(options, truth);
  },
});

function featuresGiven(world: string): readonly Feature[] {
  if (world === 'plain') return [];
  if (world === 'hard') return FEATURES;
  const names = world.split(',');
  const known = names.length > 1 ? FEATURES : (['plain', 'hard', ...FEATURES] as const);
  return names.flatMap((name) => (oneOfGiven('--world', name, known) as Feature | undefined) ?? []);
}

async function writeTo(make: () => Iterable<Uint8Array>): Promise<void> {
  const output = new Output(process.stdout);
  for (const bytes of inRange(make)) {
    if (!(await output.write(bytes))) return;
  }
}

async function writeWithTruth(options: SimulationOptions, path: string): Promise<void> {
  const chunks = inRange(() => simulateWithTruth(options));
  const file = createWriteStream(path);
  const outputs = { observations: new Output(process.stdout), truth: new Output(file) };
  for (const { stream, bytes } of chunks) {
    if (!(await outputs[stream].write(bytes))) break;
  }
  file.end();
  await finished(file).catch((cause: Error) => {
    throw new CommandError(`cannot write ${path}: ${cause.message}`, { cause });
  });
}

/** The simulator says which option is out of range. */
function inRange<Chunks>(make: () => Chunks): Chunks {
  try {
    return make();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`--${error.message}`) : error;
  }
}

/** Writes as fast as the reader reads. */
class Output {
  readonly #stream: Writable;
  #failure: NodeJS.ErrnoException | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  /** @returns false when nobody reads on: `vitrine simulate | head` is no failure. @throws other failures to write */
  async write(bytes: Uint8Array): Promise<boolean> {
    if (this.#failure === undefined && !this.#stream.write(bytes)) await once(this.#stream, 'drain').catch(() => {});
    if (this.#failure === undefined || this.#failure.code === 'EPIPE') return this.#failure === undefined;
    throw new CommandError(`cannot write: ${this.#failure.message}`, { cause: this.#failure });
  }
}
