import { type Day, dayOf, dayOfEpochSeconds } from './day.ts';
import { cents, count, id } from './exact.ts';
import { groupBy } from './group.ts';
import type {
  CreatorObservation,
  FxObservation,
  LiveObservation,
  Observation,
  ProductObservation,
  Timed,
  VideoObservation,
} from './observation.ts';
import { dailySeries, type Series } from './series.ts';
import { currentValue, valueByDay } from './state.ts';

/** Everything seen on or before the as-of day, by entity. */
export interface Market {
  readonly products: ReadonlyMap<bigint, readonly ProductObservation[]>;
  readonly creators: ReadonlyMap<bigint, readonly CreatorObservation[]>;
  readonly videos: ReadonlyMap<bigint, readonly VideoObservation[]>;
  readonly links: readonly Link[];
  readonly fx: readonly FxObservation[];
}

/** Section 5: a video or live that promotes a product, with what the source knows of its sales. */
export interface Link {
  readonly kind: 'video' | 'live';
  readonly sourceId: bigint;
  readonly userId: bigint;
  readonly productId: bigint;
  readonly madeOn: Day;
  readonly views: bigint;
  readonly traffic: Series;
  readonly ownUnits: Series;
  readonly ownGmv: Series;
  readonly ownUnitsCurrent: bigint | undefined;
  /** Cents in the product's own currency. */
  readonly ownGmvCurrent: bigint | undefined;
}

/** The latest day with an observation of an entity; undefined when there is none. */
export function latestDay(observations: readonly Observation[]): Day | undefined {
  const days = observations.flatMap((record) => (record.kind === 'fx' ? [] : [dayOf(record.observed_at)]));
  return days.length === 0 ? undefined : days.reduce((a, b) => Math.max(a, b));
}

export function marketAsOf(observations: readonly Observation[], asOf: Day): Market {
  const seen = observations.filter((record) => dayOf(record.kind === 'fx' ? record.date : record.observed_at) <= asOf);
  const videos = byId(
    seen.filter((record) => record.kind === 'video'),
    (record) => record.video_id,
  );
  const lives = byId(
    seen.filter((record) => record.kind === 'live'),
    (record) => record.live_id,
  );
  return {
    products: byId(
      seen.filter((record) => record.kind === 'product'),
      (record) => record.product_id,
    ),
    creators: byId(
      seen.filter((record) => record.kind === 'creator'),
      (record) => record.user_id,
    ),
    videos,
    links: [
      ...[...videos].flatMap(([videoId, records]) => linksOf('video', videoId, records.map(videoSighting))),
      ...[...lives].flatMap(([liveId, records]) => linksOf('live', liveId, records.map(liveSighting))),
    ],
    fx: seen.filter((record) => record.kind === 'fx'),
  };
}

function byId<R>(records: readonly R[], idOf: (record: R) => string): Map<bigint, R[]> {
  return groupBy(records, (record) => BigInt(idOf(record)));
}

/** A record of a video or of a live, in the words they share. */
interface SourceSighting extends Timed {
  readonly userId: bigint | undefined;
  readonly madeAt: bigint | undefined;
  readonly views: bigint | undefined;
  readonly own: readonly OwnSales[];
}

interface OwnSales {
  readonly productId: bigint;
  readonly units: bigint | undefined;
  readonly gmv: bigint | undefined;
}

function videoSighting(record: VideoObservation): SourceSighting {
  return {
    observed_at: record.observed_at,
    userId: id(record.user_id),
    madeAt: count(record.create_time),
    views: count(record.total_views_cnt),
    own: (record.products ?? []).map((product) => ({
      productId: BigInt(product.product_id),
      units: count(product.total_video_sale_cnt),
      gmv: cents(product.total_video_sale_gmv_amt),
    })),
  };
}

function liveSighting(record: LiveObservation): SourceSighting {
  return {
    observed_at: record.observed_at,
    userId: id(record.user_id),
    madeAt: count(record.start_time),
    views: count(record.total_views_cnt),
    own: (record.products ?? []).map((product) => ({
      productId: BigInt(product.product_id),
      units: count(product.total_live_sale_cnt),
      gmv: cents(product.total_live_sale_gmv_amt),
    })),
  };
}

function linksOf(kind: Link['kind'], sourceId: bigint, records: readonly SourceSighting[]): Link[] {
  const madeAt = currentValue(records, (record) => record.madeAt);
  const createdOn = madeAt === undefined ? undefined : dayOfEpochSeconds(madeAt);
  const source = {
    kind,
    sourceId,
    userId: currentValue(records, (record) => record.userId) ?? 0n,
    madeOn: createdOn ?? firstDayOf(records),
    views: currentValue(records, (record) => record.views) ?? 0n,
    traffic: dailySeries(
      valueByDay(records, (record) => record.views),
      createdOn,
    ),
  };
  const productIds = new Set(records.flatMap((record) => record.own.map((own) => own.productId)));
  return [...productIds].map((productId) => ({ ...source, productId, ...ownSales(records, productId, createdOn) }));
}

/** The first day of at least one record. */
export function firstDayOf(records: readonly Timed[]): Day {
  return Math.min(...records.map((record) => dayOf(record.observed_at)));
}

function ownSales(records: readonly SourceSighting[], productId: bigint, createdOn: Day | undefined) {
  const own = records.flatMap((record) =>
    record.own
      .filter((sales) => sales.productId === productId)
      .map((sales) => ({ observed_at: record.observed_at, ...sales })),
  );
  return {
    ownUnits: dailySeries(
      valueByDay(own, (sales) => sales.units),
      createdOn,
    ),
    ownGmv: dailySeries(
      valueByDay(own, (sales) => sales.gmv),
      createdOn,
    ),
    ownUnitsCurrent: currentValue(own, (sales) => sales.units),
    ownGmvCurrent: currentValue(own, (sales) => sales.gmv),
  };
}
