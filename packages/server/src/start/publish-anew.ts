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
 * Publishes the served as-of day again from the observations alone, and removes all that was published before, also
 * what publishes that failed had written.
 *
 * @returns the version, or null where nothing was published. @throws what `publish` throws
 */
export async function publishAnew(parts: PublishAnewParts, onStep: PublishRequest['onStep']): Promise<number | null> {
  const { engine, versions } = parts.publication;
  const served = await versions.current();
  if (served !== undefined) await publishAsOf(parts, served.asOf, onStep);
  await keepOnlyServed(engine, versions);
  const version = (await versions.current())?.version ?? null;
  if (version !== null && existsSync(parts.snapshotDirectory)) await keepOnlySnapshot(parts.snapshotDirectory, version);
  return version;
}

async function publishAsOf(
  { publication, dataset }: PublishAnewParts,
  asOf: string,
  onStep: PublishRequest['onStep'],
): Promise<void> {
  await publish(publication, { asOf, anew: true, force: true, ...(onStep && { onStep }) });
  await dataset.refresh();
  // Requests that began with the version before are let finish.
  await setTimeout(requestMsMax);
}
