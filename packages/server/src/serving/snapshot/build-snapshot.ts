import { mkdir, rename, rm, stat } from 'node:fs/promises';
import type { Engine } from '../../warehouse/engine.ts';
import type { ListSource } from '../list-source.ts';
import { allRowsStatement } from '../page-sql.ts';
import { needsOf, Remainder, type SnapshotBudget } from './budget.ts';
import type { ListSummary } from './build-list.ts';
import { BuildThread } from './build-thread.ts';
import { filePath } from './files.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { fingerprintOf, type ListPlan, planOf } from './plan.ts';
import { rowFormats } from './row-formats.ts';
import { ListUnfit } from './row-values.ts';

export interface SnapshotRequest {
  readonly engine: Pick<Engine, 'rows' | 'writeFile'>;
  /** Where the snapshot goes; it appears there whole, or not at all. */
  readonly directory: string;
  readonly sources: readonly ListSource[];
  readonly version: number;
  /** What the manifest keeps to know the version's rows by. */
  readonly contents: string;
  readonly budget: SnapshotBudget;
  /** Gives it up. */
  readonly signal: AbortSignal;
  /** Hears why a list is left to the engine. */
  onLeftOut(listId: string, reason: string): void;
}

/** Answers are more urgent. */
const urgency = 'os_threads_nice_value_query = 19';

/**
 * Builds the snapshot of a version. The engine writes the rows of one list while another thread indexes those of the one
 * before, so that neither this thread nor memory ever holds them.
 *
 * @throws EngineError, what the disk reports, or the signal's reason; then there is no snapshot.
 */
export async function buildSnapshot(request: SnapshotRequest): Promise<void> {
  const draft = `${request.directory}.building`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const thread = new BuildThread(request.signal);
  try {
    const lists = await buildLists(request, draft, thread);
    writeManifest(draft, manifestOf(request, lists));
    await rm(request.directory, { recursive: true, force: true });
    await rename(draft, request.directory);
  } finally {
    await thread.close();
    await rm(draft, { recursive: true, force: true });
  }
}

function manifestOf({ version, sources, contents, budget }: SnapshotRequest, lists: Manifest['lists']): Manifest {
  const { memoryBytesMax, diskBytesMax } = budget;
  const fingerprint = fingerprintOf(plansOf(sources));
  return { version, fingerprint, contents, budget: { memoryBytesMax, diskBytesMax }, lists };
}

export function plansOf(sources: readonly ListSource[]): readonly ListPlan[] {
  return sources.flatMap((source) => planOf(source) ?? []);
}

async function buildLists(request: SnapshotRequest, draft: string, thread: BuildThread): Promise<Manifest['lists']> {
  const left = new Remainder(request.budget, draft);
  const indexing: Promise<[string, ListSummary | undefined]>[] = [];
  for (const source of request.sources) {
    request.signal.throwIfAborted();
    const plan = await unlessUnfit(request, draft, source.id, () => writeRows(request, draft, source, left));
    if (plan === undefined) continue;
    const summary = indexed(request, draft, plan, thread);
    // Heard of below; until then, or when the engine fails first, a rejection must not end the process.
    summary.catch(() => {});
    indexing.push(summary);
  }
  const summaries = await Promise.all(indexing);
  return Object.fromEntries(summaries.flatMap(([id, summary]) => (summary === undefined ? [] : [[id, summary]])));
}

/** @throws ListUnfit */
async function writeRows(
  { engine, version, signal }: SnapshotRequest,
  draft: string,
  source: ListSource,
  left: Remainder,
): Promise<ListPlan> {
  const plan = planOf(source);
  if (plan === undefined) throw new ListUnfit('its key has several fields');
  const needs = await needsOf(engine, source, plan, version);
  left.take(needs);
  const path = filePath(draft, plan.id, 'rows');
  const { engineFormat, settings } = rowFormats[plan.rowFormat];
  const sql = [allRowsStatement(source, plan.storedBy), urgency, ...settings].join(', ');
  await engine.writeFile(path, engineFormat, sql, { version }, signal);
  left.giveBack(needs);
  left.take({ ...needs, rows: (await stat(path)).size });
  return plan;
}

async function indexed(
  request: SnapshotRequest,
  directory: string,
  plan: ListPlan,
  thread: BuildThread,
): Promise<[string, ListSummary | undefined]> {
  const build = () => thread.run({ kind: 'build', directory, plan });
  return [plan.id, await unlessUnfit(request, directory, plan.id, build)];
}

/** Does a part of a list's build; if the list is unfit, it is left out. */
async function unlessUnfit<Result>(
  request: SnapshotRequest,
  directory: string,
  listId: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof ListUnfit)) throw cause;
    request.onLeftOut(listId, cause.message);
    for (const part of ['rows', 'index', 'keys'] as const) await rm(filePath(directory, listId, part), { force: true });
    return undefined;
  }
}
