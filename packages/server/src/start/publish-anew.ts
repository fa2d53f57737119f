import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { PolledDataset } from '../serving/polled-dataset.ts';
import { keepOnlySnapshot } from '../serving/snapshot/snapshots.ts';
import { keepOnlyServed } from '../warehouse/publish/keep-only.ts';
import { type PublishDependencies, type PublishRequest, publish } from '../warehouse/publish/publish.ts';

export interface PublishAnewParts {
  readonly publication: PublishDependencies;
  readonly dataset: PolledDataset;
  readonly snapshotDirectory: string;
}

/** Requests under way take milliseconds as a rule. */
const requestMsMax = 1_000;

/**
 * Publishes the served as-of day again from the observations alone, and removes all that was published before.
 *
 * @returns the version, or null where nothing was published. @throws what `publish` throws
 */
export async function publishAnew(
  { publication, dataset, snapshotDirectory }: PublishAnewParts,
  onStep: PublishRequest['onStep'],
): Promise<number | null> {
  const { engine, versions } = publication;
  const served = await versions.current();
  if (served === undefined) return null;
  const { version } = await publish(publication, { asOf: served.asOf, anew: true, ...(onStep && { onStep }) });
  await dataset.refresh();
  // Requests that began with the version before are let finish.
  await setTimeout(requestMsMax);
  await keepOnlyServed(engine, versions);
  if (existsSync(snapshotDirectory)) keepOnlySnapshot(snapshotDirectory, version);
  return version;
}
