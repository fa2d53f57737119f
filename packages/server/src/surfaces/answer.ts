import type { Caller, Gate } from '../access/gate.ts';
import type { Endpoint } from '../catalogue/endpoint.ts';
import { checkQuery, type RawQuery } from '../catalogue/parameters.ts';
import { ApiError, errors } from '../kernel/errors.ts';
import type { CurrentDataset, Dataset } from '../serving/current-dataset.ts';
import type { Page, Reader } from '../serving/reader.ts';
import type { CallNotes } from './call-notes.ts';
import { etagMatches, etagOf } from './etag.ts';

/** What answering needs, whatever the surface. */
export interface AnswerParts {
  readonly gate: Gate;
  readonly reader: Reader;
  readonly dataset: CurrentDataset;
}

/** One call of an endpoint. */
export interface Call {
  readonly endpoint: Endpoint;
  readonly raw: RawQuery;
  readonly caller: Caller;
  /** Tags of answers the caller has kept; an answer among them is not made again and costs nothing. */
  readonly ifNoneMatch?: string | undefined;
  /** Filled in on the way, whatever the call ends in. */
  readonly notes: CallNotes;
}

export type Answer =
  | { readonly kind: 'page'; readonly etag: string; readonly page: Page }
  | { readonly kind: 'notModified'; readonly etag: string };

/**
 * Answers a call: key, scope, rate, parameters, credits, the work, and then the charge of one credit. It resolves to a page
 * only when that charge is durable, so what is sent has been paid for, once.
 *
 * @throws ApiError 401, 403, 429, 400, 402 or 503, in this order; anything else is a 500.
 */
export async function answer({ gate, reader, dataset }: AnswerParts, call: Call): Promise<Answer> {
  const { notes } = call;
  const key = await gate.admit(call.caller, call.endpoint.id);
  const query = checkQuery(call.endpoint, call.raw);
  const served = dataset.current();
  if (served !== undefined && call.ifNoneMatch !== undefined) {
    const etag = etagOf(call.endpoint, query, served.version);
    if (etagMatches(call.ifNoneMatch, etag)) {
      notes.datasetVersion = served.version;
      return { kind: 'notModified', etag };
    }
  }
  await gate.requireCredit(key);
  const { version } = published(served);
  notes.datasetVersion = version;
  const page = await reader.page(call.endpoint, query, version);
  await gate.charge(key);
  notes.credits = key.mode === 'test' ? 0 : call.endpoint.priceCredits;
  notes.rows = page.count;
  return { kind: 'page', etag: etagOf(call.endpoint, query, version), page };
}

function published(served: Dataset | undefined): Dataset {
  if (served === undefined) throw new ApiError(errors.datasetMissing, {});
  return served;
}
