import type { IngestSummary } from '../ingest/summary.ts';
import { dateOf, dayAt } from '../warehouse/day.ts';
import { Asker, type AskerParts, type EndedBy, RunEnded } from './asker.ts';
import type { Journal } from './journal/journal.ts';
import type { MirrorReport, Stale } from './report.ts';
import { ingestKept, type MirrorDoor, type TakenIn } from './taking-in.ts';
import { isHeld, Walk } from './walk.ts';
import { itemOf, type Watched, watchedInWords } from './watch-list.ts';

export interface MirrorRun extends AskerParts {
  readonly watched: readonly Watched[];
  /** Where responses go in. */
  readonly door: MirrorDoor;
}

/**
 * Fetches what is watched and not yet held of the day, within the budget, and ingests it. What an earlier run kept and
 * did not ingest goes in too.
 *
 * @throws MirrorError when responses cannot be ingested; they are kept
 */
export async function runMirror(run: MirrorRun): Promise<MirrorReport> {
  const { journal, platform, day, signal } = run;
  const startedAt = platform.now();
  const asker = new Asker(run);
  const walk = new Walk(journal, asker, day);
  const ended = await endOf(walk.fetch(run.watched));
  const written = (takenIn: TakenIn) => {
    const report = reportOf(run, { asker, walk, ended, startedAt, takenIn });
    journal.keepReport(day, report);
    return report;
  };
  written(nothing);
  // Who stopped it is waiting; the next run ingests what is kept.
  return written(signal?.aborted ? nothing : await ingestKept(run));
}

const nothing: TakenIn = { summaries: [], unreadable: 0 };

type End = { readonly by: 'complete' } | { readonly by: EndedBy; readonly why: string };

async function endOf(fetching: Promise<void>): Promise<End> {
  try {
    await fetching;
    return { by: 'complete' };
  } catch (error) {
    if (error instanceof RunEnded) return { by: error.by, why: error.message };
    throw error;
  }
}

interface Done {
  readonly asker: Asker;
  readonly walk: Walk;
  readonly ended: End;
  readonly startedAt: number;
  readonly takenIn: TakenIn;
}

function reportOf(run: MirrorRun, { asker, walk, ended, startedAt, takenIn }: Done): MirrorReport {
  const { address, budget, day, journal, platform, watched } = run;
  const { summaries, unreadable } = takenIn;
  return {
    day,
    upstream: address.url,
    startedAt,
    finishedAt: platform.now(),
    ended: ended.by,
    ...('why' in ended && { why: ended.why }),
    budget,
    ...journal.spent(day),
    attempts: asker.counts,
    watched: watched.length,
    stale: watched.flatMap((each) => staleness(run, each, walk.failures.get(itemOf(each)) ?? whyOf(ended)) ?? []),
    unknown: unknownOf(journal, watched, day),
    records: recordsOf(summaries),
    rejected: summaries.reduce((sum, { rejected }) => sum + rejected, 0),
    unreadable,
    batches: summaries.map(({ batch }) => batch),
  };
}

function whyOf(ended: End): string {
  return 'why' in ended ? ended.why : 'not fetched';
}

/** Undefined: it is fresh. */
function staleness({ journal, day, platform }: MirrorRun, watched: Watched, why: string): Stale | undefined {
  const { asOf = null } = journal.lastHeld(itemOf(watched)) ?? {};
  const what = watchedInWords(watched);
  if (!isHeld(journal, watched, day)) return { what, asOf, why };
  const yesterday = dateOf(dayAt(platform.now()) - 1);
  if (asOf === null || asOf >= yesterday) return undefined;
  return { what, asOf, why: `the upstream has nothing later` };
}

function unknownOf(journal: Journal, watched: readonly Watched[], day: string): readonly string[] {
  return watched.filter((each) => journal.rowsHeld(itemOf(each), 1, day) === 0).map(watchedInWords);
}

function recordsOf(summaries: readonly IngestSummary[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { records } of summaries)
    for (const [kind, count] of Object.entries(records)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return Object.fromEntries(counts);
}
