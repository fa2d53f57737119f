import { setTimeout as delay } from 'node:timers/promises';
import {
  type DailyTime,
  dailyTime,
  inputOf,
  isZone,
  type MirroredDay,
  type MirrorReport,
  mirrorOnce,
  mirrorStatus,
  mirrorStatusInWords,
  nextMoment,
  reportInWords,
} from '@vitrine/server';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments, wholeNumber } from '../arguments.ts';
import { at, configOf } from '../operations/open.ts';
import type { Operations } from '../operations/operations.ts';
import { note, print, printResult } from '../output/print.ts';
import { progressLine } from '../output/progress.ts';
import { CommandError, UsageError } from '../usage.ts';

export const mirror = defineCommand({
  meta: { name: 'mirror', description: 'Fetch what you follow from another server of the API, within a daily budget' },
  args: {
    upstream: { type: 'string', valueHint: 'URL', description: 'server to ask, such as https://api.keyapi.ai' },
    key: {
      type: 'string',
      valueHint: 'FILE',
      description: 'file of mode 0600 with the key of the upstream (else VITRINE_UPSTREAM_KEY)',
    },
    watch: { type: 'string', valueHint: 'FILE', description: 'watch list: what to follow' },
    budget: { type: 'string', valueHint: 'CREDITS', description: 'credits to spend a day at most' },
    once: { type: 'boolean', description: 'run for what is left of today and exit; the default without --at' },
    at: { type: 'string', valueHint: 'HH:MM', description: 'keep running, every day at this time' },
    zone: { type: 'string', valueHint: 'ZONE', description: 'time zone of days and of --at; default UTC' },
    status: { type: 'boolean', description: 'only show what was spent and what is stale' },
    data: targetArguments.data,
    token: { type: 'string', valueHint: 'T', description: 'admin token, if a server runs on the directory' },
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    if (args.status) return showStatus(args);
    const wanted = wantedOf(args);
    const daily = dailyGiven(args);
    if (daily === undefined) return ended(await runOnce(args, wanted));
    for (;;) {
      await waitFor(daily);
      await runOnce(args, wanted).catch((error: Error) => note(`vitrine: ${error.message}`));
    }
  },
});

type Given = Readonly<
  Record<'upstream' | 'key' | 'watch' | 'budget' | 'at' | 'zone' | 'data' | 'token', string | undefined>
> & {
  readonly json?: boolean | undefined;
  readonly once?: boolean | undefined;
};

interface Wanted {
  readonly options: {
    readonly upstream: string;
    readonly keyFile: string | undefined;
    readonly watchFile: string;
    readonly budget: number;
  };
  readonly zone: string;
}

/** @throws UsageError */
function wantedOf({ upstream, key, watch, budget, zone = 'UTC' }: Given): Wanted {
  const budgetGiven = wholeNumber('--budget', budget, 1);
  if (upstream === undefined || watch === undefined || budgetGiven === undefined)
    throw new UsageError(
      '--upstream, --watch and --budget are required: where to ask, what for, and for how many credits a day',
    );
  if (!isZone(zone))
    throw new UsageError(`--zone: expected a time zone such as Asia/Jakarta, got ${JSON.stringify(zone)}`);
  return { options: { upstream, keyFile: key, watchFile: watch, budget: budgetGiven }, zone };
}

/** @throws UsageError */
function dailyGiven({ at: time, once, zone = 'UTC' }: Given): DailyTime | undefined {
  if (time === undefined) return undefined;
  if (once) throw new UsageError('--once and --at: give one of them');
  const daily = dailyTime(time, zone);
  if (daily === undefined) throw new UsageError(`--at: expected a time as HH:MM, got ${JSON.stringify(time)}`);
  return daily;
}

async function showStatus(args: Given): Promise<void> {
  const status = await mirrorStatus(configOf({ VITRINE_DATA_DIR: args.data }));
  if (status === undefined) throw new CommandError('no mirror has run on this data directory yet');
  printResult(args.json, status, () => mirrorStatusInWords(status));
}

async function runOnce(args: Given, { options, zone }: Wanted): Promise<MirrorReport> {
  const config = configOf({ VITRINE_DATA_DIR: args.data });
  const target = { data: args.data, token: args.token };
  const progress = progressLine();
  const report = await at(
    target,
    (operations) =>
      mirrorOnce(config, {
        options,
        zone,
        door: (day) => takeIn(operations, day),
        onAttempt: ({ target: asked }, { kind }) => progress.show(`${kind}  ${asked}`),
      }),
    { makes: 'to-stay' },
  ).finally(() => progress.clear());
  printResult(args.json, report, () => reportInWords(report));
  return report;
}

function takeIn(operations: Operations, day: MirroredDay): ReturnType<Operations['ingest']> {
  const { source: name, ...input } = inputOf(day);
  const otherwise = { kind: undefined, strict: false, dryRun: false };
  return operations.ingest({ ...otherwise, ...input, name }, () => {});
}

/** A budget that is spent is as it was meant; a run of which every call failed is not. */
function ended({ ended, why, watched, stale, attempts: { garbage, trouble, silence } }: MirrorReport): void {
  if (ended !== 'complete' && ended !== 'budget') throw new CommandError(`the run ended early: ${why}`);
  const failed = garbage + trouble + silence;
  if (failed > 0 && stale.length === watched) throw new CommandError(`nothing could be fetched: ${stale[0]?.why}`);
}

const waitMsMax = 60_000;

/** In short waits: the clock may be set, and the machine may sleep. */
async function waitFor(daily: DailyTime): Promise<void> {
  const moment = nextMoment(daily, Date.now());
  print(`Next run: ${new Date(moment).toISOString()}`);
  while (Date.now() < moment) await delay(Math.min(waitMsMax, moment - Date.now()));
}
