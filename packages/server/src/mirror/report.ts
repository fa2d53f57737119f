import type { AttemptCounts, EndedBy } from './asker.ts';
import type { Spent } from './journal/journal.ts';

/** What is not as fresh as it could be. */
export interface Stale {
  /** As reports name it: `videos of product 1729…`. */
  readonly what: string;
  /** UTC day that its last rows state; null: there are none. */
  readonly asOf: string | null;
  readonly why: string;
}

/** What a run of a mirror did. */
export interface MirrorReport {
  /** Of the run, in its zone. */
  readonly day: string;
  /** Address of the upstream. */
  readonly upstream: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly finishedAt: number;
  /** `complete`: everything that is watched was asked for. */
  readonly ended: 'complete' | EndedBy;
  /** Why it ended before; absent when it did not. */
  readonly why?: string;
  /** Credits of the day, all its runs together; `creditsUncertain` of them may not have been charged. */
  readonly budget: number;
  readonly credits: number;
  readonly creditsUncertain: number;
  /** Attempts of this run. */
  readonly attempts: AttemptCounts;
  readonly watched: number;
  /** What could not be fetched, or what the upstream itself has not fresher. */
  readonly stale: readonly Stale[];
  /** What the upstream has no rows of. */
  readonly unknown: readonly string[];
  /** Records that this run ingested, by kind, and rows that it could not. */
  readonly records: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Responses that hold nothing that can be ingested. */
  readonly unreadable: number;
  readonly batches: readonly number[];
}

/** How the mirror of a directory stands. */
export interface MirrorStatus {
  readonly isRunning: boolean;
  /** Responses that wait to be ingested state these UTC days. */
  readonly waitingDays: readonly string[];
  /** Of the last run; undefined before the first one has ended. */
  readonly last: MirrorReport | undefined;
  /** Credits of the day of the last run, up to now. */
  readonly spent: Spent;
}

const shownMax = 5;

/** A report in lines for a person. */
export function reportInWords(report: MirrorReport): string {
  const { day, upstream, watched, stale, unknown, why, records, rejected, unreadable, attempts } = report;
  const kinds = Object.entries(records).map(([kind, count]) => `${count} ${kind}`);
  const lines = [
    `Mirrored ${upstream} on ${day}: ${watched - stale.length} of ${watched} watched items are fresh`,
    `  ${spentInWords(report)}`,
    `  ingested: ${kinds.join(', ') || 'nothing new'}${rejected > 0 ? `; ${rejected} rows rejected` : ''}`,
  ];
  if (why !== undefined) lines.push(`  ended early: ${why}`);
  if (unreadable > 0) lines.push(`  ${unreadable} responses could not be read and are left out`);
  const failed = attempts.garbage + attempts.trouble + attempts.silence;
  if (failed > 0) lines.push(`  failed calls: ${failedInWords(attempts)}`);
  lines.push(...shownFirst(stale.map(({ what, asOf, why }) => `stale: ${what} (${asOf ?? 'never fetched'}): ${why}`)));
  lines.push(...shownFirst(unknown.map((what) => `the upstream has no rows of ${what}`)));
  return lines.join('\n');
}

/** `12 of 50 credits spent` */
export function spentInWords(spent: Pick<MirrorReport, 'credits' | 'creditsUncertain' | 'budget'>): string {
  const { credits, creditsUncertain, budget } = spent;
  const uncertain = creditsUncertain > 0 ? `, ${creditsUncertain} of them uncertain: no answer came` : '';
  return `${credits} of ${budget} credits spent${uncertain}`;
}

function failedInWords({ garbage, trouble, silence }: AttemptCounts): string {
  const parts = [
    [trouble, 'errors'],
    [silence, 'without an answer'],
    [garbage, 'with an unusable answer'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}

function shownFirst(lines: readonly string[]): readonly string[] {
  const more = lines.length - shownMax;
  const shown = lines.slice(0, shownMax).map((line) => `  ${line}`);
  return more > 0 ? [...shown, `  and ${more} more; --json lists them`] : shown;
}

/** In lines for a person. */
export function statusInWords({ isRunning, waitingDays, last, spent }: MirrorStatus): string {
  const lines = [isRunning ? 'A mirror is running' : 'No mirror is running'];
  if (last === undefined) lines.push(`No run has ended yet; ${spent.credits} credits spent`);
  else lines.push(reportInWords({ ...last, ...spent }));
  if (waitingDays.length > 0) lines.push(`Responses wait to be ingested, of ${waitingDays.join(', ')}: run it again`);
  return lines.join('\n');
}

/** In one line, for checks of the installation. */
export function statusInBrief({ isRunning, last, spent }: MirrorStatus): string {
  const running = isRunning ? 'running; ' : '';
  if (last === undefined) return `${running}no run has ended yet, ${spent.credits} credits spent`;
  const { day, watched, stale, why } = last;
  const ended = why === undefined ? '' : `; ended early: ${why}`;
  return `${running}last run ${day}: ${spentInWords({ ...last, ...spent })}, ${watched - stale.length} of ${watched} fresh${ended}`;
}
