import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestSummary } from '../../src/ingest/summary.ts';
import { Journal } from '../../src/mirror/journal/journal.ts';
import type { MirrorReport } from '../../src/mirror/report.ts';
import { type MirrorRun, runMirror } from '../../src/mirror/run-mirror.ts';
import { readWatchList } from '../../src/mirror/watch-list.ts';
import type { Loopback } from './loopback.ts';
import { type QuickPlatform, quickPlatform } from './quick-platform.ts';

export const key = 'upstream-key-0123456789';

export interface Following {
  readonly directory: string;
  readonly journal: Journal;
  readonly platform: QuickPlatform;
  /** Responses that were ingested, by the day that they state. */
  readonly ingested: { asOf: string; response: string }[];
  run(watch: unknown, options?: Partial<MirrorRun>): Promise<MirrorReport>;
  close(): void;
}

/** A mirror of an upstream whose responses are collected in place of being ingested. */
export function follow(upstream: Loopback): Following {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-mirror-'));
  const journal = Journal.open(directory);
  const platform = quickPlatform();
  const ingested: Following['ingested'] = [];
  const door: MirrorRun['door'] = async ({ source, asOf, responses }) => {
    for (const response of responses) ingested.push({ asOf, response });
    return { ...summary, source };
  };
  return {
    directory,
    journal,
    platform,
    ingested,
    run: (watch, options) =>
      runMirror({
        address: { url: upstream.url, key },
        watched: readWatchList(JSON.stringify(watch), 'watch.json'),
        budget: 100,
        day: '2026-08-12',
        journal,
        platform,
        door,
        ...options,
      }),
    close() {
      journal.close();
      rmSync(directory, { recursive: true });
    },
  };
}

const summary: IngestSummary = {
  batch: 7,
  source: '',
  records: {},
  rejected: 0,
  unknownFields: {},
  bytes: 0,
  seconds: 0,
  recordsPerSecond: 0,
  firstRejects: [],
};
