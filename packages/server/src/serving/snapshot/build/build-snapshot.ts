import { mkdir, rename, rm, stat } from 'node:fs/promises';
import type { Engine } from '../../../warehouse/engine/engine.ts';
import type { ListSource } from '../../list-source.ts';
import { allRowsStatement } from '../../page-sql.ts';
import { type Needs, needsOf, Remainder, type SnapshotBudget } from '../plan/budget.ts';
import { filePath } from '../plan/files.ts';
import { type Manifest, writeManifest } from '../plan/manifest.ts';
import { fingerprintOf, type ListPlan, planOf } from '../plan/plan.ts';
import { rowFormats } from '../plan/row-formats.ts';
import type { ListSummary } from './build-list.ts';
import { BuildThread } from './build-thread.ts';
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

/**
 * Answers are more urgent. Rows are wide: of as many a block as the engine takes by itself, it holds gigabytes as text.
 */
const writingSettings = ['os_threads_nice_value_query = 19', 'max_block_size = 4096'];

/**
 * Builds the snapshot of a version. The engine writes the rows of one list while another thread indexes those of the
 * one before, so that neither this thread nor memory ever holds them.
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
  for (const list of await inBuildingOrder(request, left)) {
    request.signal.throwIfAborted();
    const { plan } = list;
    if (!(await unlessUnfit(request, draft, plan.id, () => writeRows(request, draft, list, left)))) continue;
    const summary = indexed(request, draft, plan, thread);
    // Heard of below; until then, or when the engine fails first, a rejection must not end the process.
    summary.catch(() => {});
    indexing.push(summary);
  }
  const summaries = await Promise.all(indexing);
  return Object.fromEntries(summaries.flatMap(([id, summary]) => (summary === undefined ? [] : [[id, summary]])));
}

interface ListToBuild {
  readonly source: ListSource;
  readonly plan: ListPlan;
  readonly needs: Needs;
  /** Why what it needs could not be taken from the budget yet; undefined: it is taken. */
  readonly shortage: ListUnfit | undefined;
}

/**
 * Lists take of the budget what they seem to need, in the order of the catalogue. They are built in that of their size,
 * the largest first: while the last one is indexed, the engine has nothing to do. Those that seem not to fit come at
 * the end, for the others may have taken less than was thought.
 */
async function inBuildingOrder(request: SnapshotRequest, left: Remainder): Promise<readonly ListToBuild[]> {
  const { engine, version, sources } = request;
  const lists: ListToBuild[] = [];
  for (const source of sources) {
    const plan = planOf(source);
    if (plan === undefined) {
      request.onLeftOut(
        source.id,
        'its rows do not show what it is asked for by, texts or ids sort it, or its key has an id and other fields',
      );
      continue;
    }
    const needs = await needsOf(engine, source, plan, version);
    lists.push({ source, plan, needs, shortage: left.takeIfThere(needs) });
  }
  const fitting = lists.filter(({ shortage }) => shortage === undefined).sort((a, b) => b.needs.rows - a.needs.rows);
  return [...fitting, ...lists.filter(({ shortage }) => shortage !== undefined)];
}

/** @throws ListUnfit */
async function writeRows(
  { engine, version, signal }: SnapshotRequest,
  draft: string,
  { source, plan, needs, shortage }: ListToBuild,
  left: Remainder,
): Promise<true> {
  // Why it was passed over in its turn says more than what the others have left.
  if (shortage !== undefined && left.takeIfThere(needs) !== undefined) throw shortage;
  const path = filePath(draft, plan.id, 'rows');
  const { engineFormat, settings } = rowFormats[plan.shape];
  const sql = [allRowsStatement(source, plan.storedBy), ...writingSettings, ...settings].join(', ');
  await engine.writeFile(path, engineFormat, sql, { version }, signal);
  left.giveBack(needs);
  left.take({ ...needs, rows: (await stat(path)).size });
  return true;
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
