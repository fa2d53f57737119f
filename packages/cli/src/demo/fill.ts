import { Readable } from 'node:stream';
import type { Vitrine } from '@vitrine/server';
import { simulate } from '@vitrine/simulator';
import { count, duration, publishStep } from '../output/format.ts';
import { note } from '../output/print.ts';
import { type ProgressLine, progressLine } from '../output/progress.ts';
import { yesterday } from '../yesterday.ts';

const source = 'simulated marketplace';
const marketplace = { products: 2_000, days: 90, seed: 1 };

/**
 * Publishes what is in a data directory that serves nothing yet; an empty one is given a simulated marketplace first.
 */
export async function fill(vitrine: Vitrine): Promise<void> {
  if (vitrine.dataset.current() !== undefined) return;
  const progress = progressLine();
  try {
    if (await isSimulated(vitrine)) await simulateInto(vitrine, progress);
    await publishAll(vitrine, progress);
  } finally {
    progress.clear();
  }
}

/** Whether nobody put anything of their own into it. Never is something made up mixed into what somebody observed. */
export async function isSimulated({ accounts }: Vitrine): Promise<boolean> {
  const other = accounts.selectFrom('ingest_batch').select('id').where('source', '!=', source).limit(1);
  return (await other.executeTakeFirst()) === undefined;
}

async function simulateInto(vitrine: Vitrine, progress: ProgressLine): Promise<void> {
  const { products, days } = marketplace;
  note(`The data directory is empty: simulating a marketplace of ${count(products)} products over ${days} days.`);
  const stream = Readable.from(simulate({ ...marketplace, endDate: yesterday() }), { objectMode: false });
  const { records, seconds } = await vitrine.ingest({ source, from: { stream }, format: 'ndjson' }, (now) =>
    progress.show(`${count(now.records)} observations`),
  );
  progress.clear();
  const total = Object.values(records).reduce((sum, each) => sum + each, 0);
  note(`Ingested ${count(total)} observations in ${duration(seconds)}.`);
}

async function publishAll(vitrine: Vitrine, progress: ProgressLine): Promise<void> {
  const { version, asOf, seconds } = await vitrine.publish({
    onStep: (...step) => progress.show(publishStep(...step)),
  });
  progress.clear();
  note(`Published version ${version} as of ${asOf} in ${duration(seconds)}.`);
}
