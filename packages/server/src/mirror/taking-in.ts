import { Readable } from 'node:stream';
import type { IngestInput } from '../ingest/ingest.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import type { IngestSummary } from '../ingest/summary.ts';
import type { Journal, KeptResponse } from './journal/journal.ts';
import { MirrorError } from './mirror-error.ts';
import type { UpstreamAddress } from './upstream/upstream-address.ts';

/** Responses that state one UTC day. */
export interface MirroredDay {
  /** What their batch is called. */
  readonly source: string;
  readonly asOf: string;
  /** Envelopes as they came; read once. */
  readonly responses: Iterable<string>;
}

/** Takes the responses of a day in. Sending them again changes nothing. */
export type MirrorDoor = (day: MirroredDay) => Promise<IngestSummary>;

export interface TakingIn {
  readonly journal: Journal;
  readonly address: UpstreamAddress;
  readonly door: MirrorDoor;
}

/** What became of the responses that waited. */
export interface TakenIn {
  readonly summaries: readonly IngestSummary[];
  /** Responses that hold nothing that ingest knows; they are dropped. */
  readonly unreadable: number;
}

/** Ingests everything that waits, day by day. @throws MirrorError; what is not in waits for the next run */
export async function ingestKept(parts: TakingIn): Promise<TakenIn> {
  const summaries: IngestSummary[] = [];
  let unreadable = 0;
  for (const asOf of parts.journal.keptDays()) {
    const whole = await ingestFrom(parts, asOf, () => parts.journal.kept(asOf));
    if (whole !== undefined) summaries.push(whole);
    else unreadable += await ingestOneByOne(parts, asOf, summaries);
  }
  return { summaries, unreadable };
}

/** One response that cannot be read must not keep the others out. @returns how many there are */
async function ingestOneByOne(parts: TakingIn, asOf: string, summaries: IngestSummary[]): Promise<number> {
  let unreadable = 0;
  for (const response of parts.journal.kept(asOf)) {
    const summary = await ingestFrom(parts, asOf, () => [response]);
    if (summary !== undefined) summaries.push(summary);
    else {
      parts.journal.unreadable(response.call);
      unreadable += 1;
    }
  }
  return unreadable;
}

/** @returns undefined when they cannot be read @throws MirrorError when they cannot be stored */
async function ingestFrom(
  { journal, address, door }: TakingIn,
  asOf: string,
  kept: () => Iterable<KeptResponse>,
): Promise<IngestSummary | undefined> {
  let callMax = 0;
  const responses = (function* () {
    for (const { call, body } of kept()) {
      callMax = call;
      yield body;
    }
  })();
  const source = `mirror-${new URL(address.url).hostname}-${asOf}`;
  try {
    const summary = await door({ source, asOf, responses });
    journal.ingested(asOf, callMax, summary.batch);
    return summary;
  } catch (cause) {
    if (isUnreadable(cause)) return undefined;
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new MirrorError(`cannot ingest responses of ${asOf}, the next run tries again: ${said}`, { cause });
  }
}

/** Said by ingest itself, or as a 400 by the server that it runs in. */
function isUnreadable(error: unknown): boolean {
  if (error instanceof IngestError) return error.reason === 'source';
  const { cause } = error instanceof Error ? error : {};
  return typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 400;
}

/** What ingest is handed of a day: what it is handed of a file with saved responses. */
export function inputOf({ source, asOf, responses }: MirroredDay) {
  const from = { stream: Readable.from(bytesOf(responses)) };
  return { source, from, format: 'ndjson', readAs: 'keyapi', told: { day: asOf } } as const satisfies IngestInput;
}

function* bytesOf(responses: Iterable<string>): Generator<Buffer> {
  for (const response of responses) yield Buffer.from(`${response}\n`);
}
