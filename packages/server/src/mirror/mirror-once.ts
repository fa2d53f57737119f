import { dayIn } from '../kernel/daily-time.ts';
import type { AskerParts } from './asker.ts';
import { Journal } from './journal/journal.ts';
import { MirrorLock } from './journal/mirror-lock.ts';
import type { MirrorSettings } from './mirror-settings.ts';
import type { MirrorReport, MirrorStatus } from './report.ts';
import { runMirror } from './run-mirror.ts';
import type { MirrorDoor } from './taking-in.ts';
import { type Platform, systemPlatform } from './upstream/platform.ts';

export interface MirrorOnce extends Pick<AskerParts, 'signal' | 'limits' | 'onAttempt'> {
  /** Of the data directory, for the journal. */
  readonly directory: string;
  readonly settings: MirrorSettings;
  /** Whose calendar says which day it is; default UTC. */
  readonly zone?: string;
  readonly door: MirrorDoor;
  readonly platform?: Platform;
}

/**
 * Runs a mirror for what is left of today.
 *
 * @throws MirrorError while another one runs on the directory, and when responses cannot be ingested
 */
export async function mirrorOnce(options: MirrorOnce): Promise<MirrorReport> {
  const { directory, settings, zone = 'UTC', platform = systemPlatform, ...rest } = options;
  const lock = MirrorLock.take(directory);
  try {
    const journal = Journal.open(directory);
    try {
      return await runMirror({ ...settings, ...rest, journal, platform, day: dayIn(zone, platform.now()) });
    } finally {
      journal.close();
    }
  } finally {
    lock.release();
  }
}

/** @returns undefined where there never was a mirror */
export function mirrorStatus(directory: string): MirrorStatus | undefined {
  if (!Journal.exists(directory)) return undefined;
  const isRunning = MirrorLock.isTaken(directory);
  const journal = Journal.open(directory);
  try {
    return { isRunning, waitingDays: journal.keptDays(), last: journal.report(), spent: journal.spentLastDay() };
  } finally {
    journal.close();
  }
}
