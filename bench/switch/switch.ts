import { openAccounts } from '../../packages/server/src/accounts/database.ts';
import { systemClock } from '../../packages/server/src/kernel/clock.ts';
import { databaseVersions } from '../../packages/server/src/warehouse/versions.ts';
import type { BenchOptions } from '../reading/arguments.ts';
import { makeRows, record } from '../reading/bench.ts';
import { runTask } from '../reading/children.ts';
import type { LoadResult, RowMark } from '../reading/measuring/load-options.ts';
import type { Running } from '../reading/running.ts';
import type { Side } from '../reading/sides/side.ts';
import { openVitrineSide } from '../reading/sides/vitrine.ts';
import type { SwitchOptions } from './arguments.ts';
import type { NextVersion } from './next-version.ts';

const connections = 16;
const warmUpSeconds = 10;
/** Of load, from one look at what is served to the next. */
const spellSeconds = 5;
const sampleMs = 1_000;

/** Some seconds of load. */
export interface Spell extends Required<LoadResult> {
  /** What was served when it began, and when it ended. */
  readonly versions: readonly [number, number];
  /** Bytes of the process, at most. */
  readonly residentBytes: number;
}

export interface SwitchResult {
  readonly before: Spell;
  /** From when there is a new version until it is served. */
  readonly during: readonly Spell[];
  readonly after: Spell;
}

/** Lets a server go over to a new dataset version while it is asked as much as it can answer. */
export async function runSwitch({ options, work, say, opened }: Running<SwitchOptions>): Promise<SwitchResult> {
  const bench = { options: benchOptions(options), work, databaseUrl: undefined, say, opened };
  await makeRows(bench);
  const [recording] = await record(bench);
  if (recording === undefined) throw new TypeError('there is no mix of that name');
  say('making the next version');
  const { dataDirectory, logs } = work;
  const next = await runTask('makeNextVersion', { dataDirectory }, logs);
  const side = await openVitrineSide(dataDirectory, logs);
  opened(side);
  const question = { requests: recording.requests, mark: { field: 'currency', value: next.currency } };
  say('warming up');
  await spell(side, question, logs, warmUpSeconds);
  const before = await spell(side, question, logs);
  await publish(dataDirectory, next);
  say(`version ${next.version} is there`);
  const during: Spell[] = [];
  while (during.at(-1)?.versions[1] !== next.version) during.push(await spell(side, question, logs));
  say('it is served');
  return { before, during, after: await spell(side, question, logs) };
}

function benchOptions({ scale, keep }: SwitchOptions): BenchOptions {
  return { scale, keep, seconds: spellSeconds, sides: ['vitrine'], mix: 'day', profile: undefined };
}

/** As a publish of another process does in its last step. */
async function publish(directory: string, { version }: NextVersion): Promise<void> {
  const accounts = await openAccounts({ directory });
  try {
    const versions = databaseVersions(accounts, systemClock);
    const begun = await versions.begin({ asOf: '2026-10-31', lineage: 0, watermark: 0, settings: 'bench' });
    if (begun.version !== version) throw new Error(`expected version ${version} to be next, got ${begun.version}`);
    await versions.complete(version, {});
  } finally {
    await accounts.destroy();
  }
}

interface Question {
  readonly requests: readonly string[];
  /** What all rows of an answer are to have, or none. */
  readonly mark: RowMark;
}

async function spell(side: Side, question: Question, logs: string, seconds = spellSeconds): Promise<Spell> {
  const { url, headers } = side;
  let residentBytes = 0;
  const look = async () => {
    residentBytes = Math.max(residentBytes, (await side.memory())?.residentBytes ?? 0);
  };
  const timer = setInterval(look, sampleMs);
  try {
    const first = await servedVersion(url);
    const result = await runTask('load', { url, headers, ...question, connections, seconds }, logs);
    return { latenciesMs: [], ...result, residentBytes, versions: [first, await servedVersion(url)] };
  } finally {
    clearInterval(timer);
  }
}

async function servedVersion(url: string): Promise<number> {
  const { data } = (await (await fetch(`${url}/readyz`)).json()) as { data: { datasetVersion: number } };
  return data.datasetVersion;
}
