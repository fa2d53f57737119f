import type { Caller, Gate } from '../access/gate.ts';
import type { KeyRecord } from '../access/keys/keys.ts';
import { type Endpoint, type LookupEndpoint, listOf, type RowsEndpoint, sourceOf } from '../catalogue/endpoint.ts';
import { checkLookup, checkRows, type RawQuery } from '../catalogue/parameters.ts';
import { type KnownParameters, refuseUnknown } from '../catalogue/unknown-parameters.ts';
import { pageOfFields } from '../serving/chosen-fields.ts';
import { type CurrentDataset, datasetWith } from '../serving/current-dataset.ts';
import { followed } from '../serving/moved-ids.ts';
import type { PageQuery } from '../serving/page-query.ts';
import type { Page, Reader } from '../serving/reader.ts';
import type { CallNotes } from './call-notes.ts';
import { pageEnvelope, pageFrame } from './envelope.ts';
import { etagMatches, etagOf } from './etag.ts';
import { type Lookups, lookUp } from './lookups.ts';

/** What answering needs, whatever the surface. */
export interface AnswerParts {
  readonly gate: Pick<Gate, 'admit' | 'requireCredits' | 'charge'>;
  readonly reader: Reader;
  readonly dataset: CurrentDataset;
  /** What answers the lookups of the catalogue. */
  readonly lookups: Lookups;
}

/** One call of an endpoint. */
export interface Call {
  readonly endpoint: Endpoint;
  readonly raw: RawQuery;
  /** Parameters besides which none may be given; undefined: others are ignored. */
  readonly onlyParameters?: KnownParameters;
  readonly caller: Caller;
  /** Where the caller sees this server, such as `https://vitrine.example`. */
  readonly origin: string;
  /** Tags of answers the caller has kept; an answer among them is not made again and costs nothing. */
  readonly ifNoneMatch?: string | undefined;
  /** Stands in the envelope. */
  readonly requestId: string;
  /** Filled in on the way, whatever the call ends in. */
  readonly notes: CallNotes;
}

export type Answer =
  /**
   * @property envelope of a success, as it is sent.
   * @property etag absent where an answer is good for once only.
   */
  | { readonly kind: 'page'; readonly etag?: string; readonly envelope: Buffer; readonly facts: PageFacts }
  | { readonly kind: 'notModified'; readonly etag: string };

/** What a page says beside its rows, in headers. */
export interface PageFacts {
  /** Credits that the key has left; null: unlimited. */
  readonly credits: number | null;
  /** Day that the rows are of; absent for lookups, which read what is known now. */
  readonly asOf?: string;
  /** Rows of all pages together; absent where they would have to be counted. */
  readonly total?: number | undefined;
}

/**
 * Answers a call: key, scope, rate, parameters, credits, the work, and then the charge of its price. It resolves to a page
 * only when that charge is durable, so what is sent has been paid for, once.
 *
 * @throws ApiError 401, 403, 429, 400, 402 or 503, in this order; anything else is a 500.
 */
export async function answer(parts: AnswerParts, call: Call): Promise<Answer> {
  const { endpoint } = call;
  const key = await parts.gate.admit(call.caller, endpoint.id);
  if (call.onlyParameters !== undefined) refuseUnknown(call.onlyParameters, call.raw);
  if (endpoint.kind === 'lookup') return answerLookup(parts, call, endpoint, key);
  return answerRows(parts, call, endpoint, key);
}

/** Rows of the dataset: a page of a list or of a trend, or those that a detail names. */
async function answerRows(parts: AnswerParts, call: Call, endpoint: RowsEndpoint, key: KeyRecord): Promise<Answer> {
  const { gate, reader, dataset } = parts;
  const { notes } = call;
  const list = listOf(endpoint);
  const served = dataset.current();
  const { query, message } = followed(checkRows(endpoint, call.raw), served?.movedIds, endpoint.rowId);
  if (served !== undefined && call.ifNoneMatch !== undefined) {
    const etag = etagOf(endpoint, query, datasetWith(list, served));
    if (etagMatches(call.ifNoneMatch, etag)) {
      notes.datasetVersion = served.version;
      return { kind: 'notModified', etag };
    }
  }
  await gate.requireCredits(key, endpoint.priceCredits);
  const asked = datasetWith(list, served);
  const { version, asOf } = asked;
  notes.datasetVersion = version;
  const page = await pageOfFields(reader, sourceOf(endpoint), query, version, pageFrame(call.requestId, message));
  const credits = await charge(parts, call, key, page);
  const facts = { credits, asOf, total: page.total ?? totalOf(query, page) };
  return { kind: 'page', etag: etagOf(endpoint, query, asked), envelope: page.rows, facts };
}

/** Lookups read what is known now, published or not: there is no version to name. */
async function answerLookup(parts: AnswerParts, call: Call, endpoint: LookupEndpoint, key: KeyRecord): Promise<Answer> {
  const query = checkLookup(endpoint, call.raw);
  await parts.gate.requireCredits(key, endpoint.priceCredits);
  const page = await lookUp(parts.lookups, endpoint, query, call.origin);
  const credits = await charge(parts, call, key, page);
  return { kind: 'page', envelope: pageEnvelope(page.rows, call.requestId), facts: { credits, total: page.count } };
}

/** A page that is not full is the last one; one that is empty is behind it, unless it is the first. */
function totalOf({ ids, pageNum, pageSize }: PageQuery, { count }: Page): number | undefined {
  if (ids !== undefined) return count;
  const isLast = count < pageSize && (count > 0 || pageNum === 1);
  return isLast ? (pageNum - 1) * pageSize + count : undefined;
}

async function charge(
  { gate }: AnswerParts,
  { endpoint, notes }: Call,
  key: KeyRecord,
  page: Page,
): Promise<number | null> {
  const left = await gate.charge(key, endpoint.priceCredits);
  notes.credits = key.mode === 'test' ? 0 : endpoint.priceCredits;
  notes.rows = page.count;
  return left;
}
