import { recorded } from '../access/audit/audit-log.ts';
import type { Logger } from '../kernel/logger.ts';
import { type MirrorOnce, mirrorOnce, mirrorStatus } from '../mirror/mirror-once.ts';
import { readMirrorFile } from '../mirror/mirror-settings.ts';
import type { MirrorReport, MirrorStatus } from '../mirror/report.ts';
import { inputOf, type MirrorDoor } from '../mirror/taking-in.ts';
import { systemPlatform } from '../mirror/upstream/platform.ts';
import { daily } from './daily.ts';
import type { Closable } from './resource-stack.ts';
import type { Vitrine } from './vitrine.ts';

/** When an upstream that failed is asked again. */
const pauseMs = 3_600_000;

/**
 * Runs the mirror that the configuration names, once a day; undefined where it names none. Its file is read again before
 * each run.
 *
 * @throws MirrorError when the file cannot be used
 */
export function scheduleMirror(vitrine: Vitrine, logger: Logger, platform = systemPlatform): Closable | undefined {
  const { config, paths } = vitrine;
  const { mirrorFile, upstreamKey } = config;
  if (mirrorFile === undefined) return undefined;
  const { at } = readMirrorFile(mirrorFile, upstreamKey);
  let failedAt = Number.NEGATIVE_INFINITY;
  const isDue = (day: string) => platform.now() >= failedAt + pauseMs && isLeft(paths.mirror, day, platform.now());
  const run = async (_day: string, signal: AbortSignal) => {
    try {
      const settings = readMirrorFile(mirrorFile, upstreamKey);
      logger.info({ upstream: settings.address.url, watched: settings.watched.length }, 'the mirror starts');
      const run: MirrorOnce = {
        directory: paths.mirror,
        settings,
        zone: at.zone,
        door: doorOf(vitrine),
        platform,
        signal,
      };
      tell(logger, await mirrorOnce(run));
    } catch (err) {
      failedAt = platform.now();
      logger.error({ err }, 'the mirror cannot run, it tries again in an hour');
    }
  };
  return daily(at, { isDue, work: run }, platform);
}

/** What is fetched goes in as everything does, and is recorded as everything is. */
function doorOf({ audit, ingest }: Vitrine): MirrorDoor {
  return (day) => {
    const change = { actor: 'local', origin: 'mirror', action: 'ingest', request: { source: day.source } } as const;
    return recorded(audit, change, () => ingest(inputOf(day)), { ofResult: ({ batch }) => ({ batch }) });
  };
}

/** Whether a run of the day could still fetch or ingest something. */
function isLeft(directory: string, day: string, now: number): boolean {
  const { last, waitingDays = [] } = mirrorStatus(directory) ?? {};
  if (last === undefined || last.day !== day || last.ended === 'stopped' || waitingDays.length > 0) return true;
  return mayFollow(last) && now >= last.finishedAt + pauseMs;
}

/** Neither credits nor the key are there again before another day. */
function mayFollow({ ended, attempts }: MirrorReport): boolean {
  if (ended === 'budget' || ended === 'over') return false;
  return ended !== 'complete' || attempts.trouble + attempts.silence + attempts.garbage > 0;
}

function tell(logger: Logger, { stale, unknown, attempts, ...report }: MirrorReport): void {
  const facts = { ...report, stale: stale.length, unknown: unknown.length, attempts };
  if (report.ended === 'complete' && stale.length === 0) logger.info(facts, 'the mirror has run');
  else logger.warn({ ...facts, firstStale: stale.slice(0, 3) }, 'the mirror has run, and not everything is fresh');
}

/** For metrics: what is known of the mirror of a directory, asked for at each scrape. */
export function mirrorFacts({ config, paths }: Vitrine): (() => MirrorStatus | undefined) | undefined {
  return config.mirrorFile === undefined ? undefined : () => mirrorStatus(paths.mirror);
}
