import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type DailyTime, dailyTime } from '../kernel/daily-time.ts';
import { expected, readDocument } from './document.ts';
import { MirrorError } from './mirror-error.ts';
import { checkUpstreamUrl, type UpstreamAddress, upstreamKey } from './upstream/upstream-address.ts';
import { readWatchList, type Watched } from './watch-list.ts';

/** What a mirror follows, where, and for how much. */
export interface MirrorSettings {
  readonly address: UpstreamAddress;
  readonly watched: readonly Watched[];
  /** Credits a day. */
  readonly budget: number;
}

export const budgetMax = 100_000_000;

/** Settings as a command line gives them. */
export interface MirrorOptions {
  readonly upstream: string;
  /** Path; absent: the key is in the environment. */
  readonly keyFile: string | undefined;
  readonly watchFile: string;
  readonly budget: number;
}

/** @param fromEnvironment the key of the upstream @throws MirrorError that names what is wrong */
export function mirrorSettings(options: MirrorOptions, fromEnvironment: string | undefined): MirrorSettings {
  const url = checkUpstreamUrl('upstream', options.upstream);
  const watched = readWatchList(textOf(options.watchFile), options.watchFile);
  return { address: { url, key: upstreamKey(options.keyFile, fromEnvironment) }, watched, budget: options.budget };
}

/** Settings of a mirror that a server runs, and when it does. */
export interface ScheduledMirror extends MirrorSettings {
  readonly at: DailyTime;
}

const wholeBudget = expected(`a whole number from 1 to ${budgetMax}`);

const mirrorFile = z.strictObject(
  {
    upstream: z.string(expected('a URL such as https://api.keyapi.ai')),
    key_file: z.string(expected('a path')).min(1, expected('a path')).optional(),
    watch: z.string(expected('the path of a watch list')).min(1, expected('the path of a watch list')),
    budget: z.number(wholeBudget).int(wholeBudget).min(1, wholeBudget).max(budgetMax, wholeBudget),
    at: z.string(expected('a time such as 06:00')),
    zone: z.string(expected('a time zone such as Asia/Jakarta')).default('UTC'),
  },
  expected('an object with upstream, key_file, watch, budget, at, zone'),
);

/** The file of a mirror that a server runs; paths in it are relative to it. @throws MirrorError */
export function readMirrorFile(path: string, fromEnvironment: string | undefined): ScheduledMirror {
  const { upstream, key_file: key, watch, budget, at, zone } = readDocument(mirrorFile, textOf(path), path);
  const daily = dailyTime(at, zone);
  if (daily === undefined)
    throw new MirrorError(
      `${path}: at: expected a time such as 06:00, and a zone such as Asia/Jakarta, got "${at}" in ${zone}`,
    );
  const beside = (name: string) => resolve(dirname(path), name);
  const keyFile = key === undefined ? undefined : beside(key);
  return { ...mirrorSettings({ upstream, keyFile, watchFile: beside(watch), budget }, fromEnvironment), at: daily };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new MirrorError(`cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
