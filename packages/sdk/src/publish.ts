import type { Suspicion } from './suspicion.ts';
import { type Address, answeredLines, brokenOff, dataOf, envelopeIn, send, textOf } from './transport.ts';

/** Products and records excluded from a version so that the rest of it can be served. */
export interface Quarantine {
  /** Products that failed a check: they are served as in the previous version, or not at all. */
  readonly products: number;
  /** Records with an out-of-range value that bypassed ingest: the rest of their entity is served. */
  readonly records: number;
  /** The first 100 of both. */
  readonly first: readonly Quarantined[];
}

export interface Quarantined {
  readonly kind: string;
  readonly id: string;
  /** UTC day of the record, `YYYY-MM-DD`; empty for a product. */
  readonly day: string;
  readonly why: string;
  /** `as in version 7`, `not at all` or `without the record`. */
  readonly served: string;
}

/** What the estimates of a version assume (docs/estimates.md, section 6). */
export interface EstimateConstants {
  readonly attribution: 'learned' | 'naive';
  readonly videoViewWeight: number;
  readonly liveViewWeight: number;
  readonly storefrontShare: number;
  /** Null: what the product's own week says. */
  readonly unitsPerView: number | null;
}

/** Known sales that are more than their products sold on their days: they are limited to what these sold. */
export interface SalesBeyondTotals {
  /** Units that are left out. */
  readonly units: number;
  /** Days of a product on which there are any. */
  readonly productDays: number;
  readonly products: number;
  /** IDs of some of these, those with most units first. */
  readonly examples: readonly string[];
}

/** Result of a publish. */
export interface PublishReport {
  readonly version: number;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Version whose state it continued; 0: none. */
  readonly base: number;
  readonly seconds: number;
  readonly steps: Readonly<Record<string, number>>;
  /** Rows by serving table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows with a capped number, by serving table; tables without any are omitted. */
  readonly saturated: Readonly<Record<string, number>>;
  /** Products whose amounts count as 0 because an exchange rate is missing, by currency. */
  readonly withoutRate: Readonly<Record<string, number>>;
  /** Records in a currency other than their product's, whose amounts are ignored, by their currency. */
  readonly otherCurrency: Readonly<Record<string, number>>;
  /** Sales that do not count yet, because no product was observed with their SKU; the SKUs with most sales as examples. */
  readonly unknownSkus: { readonly skus: number; readonly sales: number; readonly examples: readonly string[] };
  /** Known sales of the last 90 days that are more than their products sold, and are limited to that. */
  readonly beyondTotals: SalesBeyondTotals;
  readonly quarantine: Quarantine;
  /** What its estimates assume. */
  readonly constants: EstimateConstants;
  /** What looks wrong about the totals with new records; absent if nothing does. */
  readonly suspicions?: readonly Suspicion[];
  /** Number of interrupted erasures that were completed first; absent if there were none. */
  readonly erasuresFinished?: number;
  /** Why data of earlier versions could not be removed, which the next publish does again; absent: it was. */
  readonly untidied?: string;
}

export interface PublishOptions {
  /** As-of day, `YYYY-MM-DD`; default: the latest UTC day with an observation. */
  readonly asOf?: string | undefined;
  /** Publishes even if the day is outside the observed days or a list loses more than half its rows. */
  readonly force?: boolean | undefined;
  /** Called at the start of each step. */
  readonly onStep?: ((step: string, index: number, count: number) => void) | undefined;
}

export interface DatasetVersion {
  readonly version: number;
  readonly asOf: string;
  readonly status: 'building' | 'ready' | 'failed' | 'dropped';
  /** What its estimates assume; null for one that is not complete, or was published by a release before 0.2.0. */
  readonly constants: EstimateConstants | null;
}

export interface Versions {
  /** Null before the first publish. */
  readonly served: number | null;
  /** Quarantine of the served version; null if unknown. */
  readonly quarantine: Quarantine | null;
  /** Newest first. */
  readonly versions: readonly DatasetVersion[];
}

/** Publishes, with progress if it is asked for. */
export function publish(address: Address, { asOf, force, onStep }: PublishOptions = {}): Promise<PublishReport> {
  return inSteps(address, '/admin/v1/publish', { as_of: asOf, force }, onStep);
}

/** Reads the response line by line, so that it may take longer than a client waits for the first byte. */
export async function inSteps<Report>(
  address: Address,
  path: string,
  json: object,
  onStep: PublishOptions['onStep'],
): Promise<Report> {
  const headers = { accept: 'application/x-ndjson' };
  const response = await send(address, { method: 'POST', path, json, headers });
  if (!response.ok || response.body === null)
    return dataOf(envelopeIn(await textOf(address, response), response.status));
  for await (const line of answeredLines(address, response.body)) {
    const step = JSON.parse(line) as { step?: string; index?: number; count?: number };
    if (step.step === undefined) return dataOf(envelopeIn(line, response.status));
    onStep?.(step.step, step.index ?? 0, step.count ?? 0);
  }
  throw brokenOff(address);
}
