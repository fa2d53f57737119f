import { type CategoryNames, categoryNames } from './categories.ts';
import { type Day, dayOf, dayOfEpochSeconds } from './day.ts';
import { cents, count } from './exact.ts';
import { groupBy } from './group.ts';
import { handlesSeen, type Identities, identitiesOf } from './identities.ts';
import type {
  CreatorObservation,
  FxObservation,
  LiveObservation,
  Observation,
  ProductObservation,
  Reservations,
  ShopObservation,
  Timed,
  VideoObservation,
} from './observation.ts';
import type { CategoryObservation } from './plainObservation.ts';
import { gradedTotals, seenRecords } from './reservations.ts';
import { dailySeries, type Series } from './series.ts';
import { currentValue } from './state.ts';
import { type Statement, statementsOf } from './statements.ts';

/** Everything known on or before the as-of day, by entity: of products and links also what is derived. */
export interface Market {
  readonly products: ReadonlyMap<bigint, readonly ProductObservation[]>;
  readonly creators: ReadonlyMap<bigint, readonly CreatorObservation[]>;
  readonly shops: ReadonlyMap<bigint, readonly ShopObservation[]>;
  readonly videos: ReadonlyMap<bigint, readonly VideoObservation[]>;
  readonly lives: ReadonlyMap<bigint, readonly LiveObservation[]>;
  /** Who held each live of which anything is known; 0 where that is not. */
  readonly liveCreators: ReadonlyMap<bigint, bigint>;
  readonly links: readonly Link[];
  readonly sources: readonly Source[];
  /** The likes of each video. */
  readonly likes: ReadonlyMap<bigint, Series>;
  /** What records of sales say, also those that later ones correct. */
  readonly statements: readonly Statement[];
  readonly fx: readonly FxObservation[];
  /** The first day on which each creator itself was seen. */
  readonly creatorsSeenOn: ReadonlyMap<bigint, Day>;
  readonly identities: Identities;
  /** By category; categories hold whatever the day. */
  readonly categoryNames: CategoryNames;
}

/** In no window: the day a video or live was made of which nothing was seen. */
const NEVER = 0;

/** A video or live, whether it promotes a product or not. */
export interface Source {
  readonly kind: 'video' | 'live';
  readonly sourceId: bigint;
  readonly userId: bigint;
  readonly madeOn: Day;
  /** Undefined where nothing was seen of it. */
  readonly seenOn: Day | undefined;
  readonly views: bigint;
  readonly traffic: Series;
}

/** Section 5: a video or live that promotes a product, with what the source knows of its sales. */
export interface Link extends Source {
  readonly productId: bigint;
  readonly ownUnits: Series;
  readonly ownGmv: Series;
  readonly ownUnitsCurrent: bigint | undefined;
  /** The day on which it was last seen. */
  readonly ownUnitsSeenOn: Day | undefined;
  /** Cents in the product's own currency. */
  readonly ownGmvCurrent: bigint | undefined;
}

/** Its records hold whatever the day. */
export function isReference(record: Observation): record is FxObservation | CategoryObservation {
  return record.kind === 'fx' || record.kind === 'category';
}

/** The latest day with an observation of an entity; undefined when there is none. */
export function latestDay(observations: readonly Observation[]): Day | undefined {
  const days = observations.flatMap((record) => (isReference(record) ? [] : [dayOf(record.observed_at)]));
  return days.length === 0 ? undefined : days.reduce((a, b) => Math.max(a, b));
}

export function marketAsOf(observations: readonly Observation[], asOf: Day): Market {
  const seen = observations.filter((record) => dayOf(record.kind === 'fx' ? record.date : record.observed_at) <= asOf);
  const identities = identitiesOf(seen);
  const products = seen.filter((record) => record.kind === 'product');
  const videos = seen.filter((record) => record.kind === 'video');
  const lives = seen.filter((record) => record.kind === 'live');
  const sales = seen.filter((record) => record.kind === 'sale');
  const ownRecords = seen.filter((record) => record.kind === 'creator');
  const creators = [...ownRecords, ...handlesSeen([...videos, ...lives, ...sales])];
  const idOfCreator = (record: CreatorObservation) => identities.became(identities.creator(record) ?? 0n);
  const statements = statementsOf(sales, products, identities);
  const known = [
    ...sourcesOfKind('video', [...videos.map(videoSighting(identities)), ...soldBy('video', statements)], identities),
    ...sourcesOfKind('live', [...lives.map(liveSighting(identities)), ...soldBy('live', statements)], identities),
  ];
  return {
    products: byId(products, (record) => record.product_id),
    creators: groupBy(creators, idOfCreator),
    shops: groupBy(
      seen.filter((record) => record.kind === 'shop'),
      (record) => identities.shop(record) ?? 0n,
    ),
    videos: byId(seenRecords(videos), (record) => record.video_id),
    lives: byId(seenRecords(lives), (record) => record.live_id),
    liveCreators: new Map(
      known.flatMap(({ source }) => (source.kind === 'live' ? [[source.sourceId, source.userId] as const] : [])),
    ),
    links: known.flatMap(({ source, sightings }) => linksOf(source, sightings)),
    sources: known.map(({ source }) => source),
    likes: new Map([...byId(videos, (record) => record.video_id)].map(([id, records]) => [id, likesOf(records)])),
    statements,
    fx: seen.filter((record) => record.kind === 'fx'),
    creatorsSeenOn: new Map(
      [...groupBy(ownRecords, idOfCreator)].flatMap(([userId, records]) => {
        const day = firstDayOf(records);
        return day === undefined ? [] : [[userId, day] as const];
      }),
    ),
    identities,
    categoryNames: categoryNames(observations),
  };
}

function byId<R>(records: readonly R[], idOf: (record: R) => string): Map<bigint, R[]> {
  return groupBy(records, (record) => BigInt(idOf(record)));
}

/** A record of a video or of a live, or of a sale by one, in the words they share. */
interface SourceSighting extends Timed, Reservations {
  readonly sourceId: bigint;
  /** The latest day from which on it is known to be there. */
  readonly seenOn: Day;
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

function videoSighting(identities: Identities): (record: VideoObservation) => SourceSighting {
  return (record) => ({
    observed_at: record.observed_at,
    sourceId: BigInt(record.video_id),
    seenOn: dayOf(record.observed_at),
    derived: record.derived,
    rounded_to: record.rounded_to,
    userId: identities.creator(record),
    madeAt: count(record.create_time),
    views: count(record.total_views_cnt),
    own: (record.products ?? []).map((product) => ({
      productId: BigInt(product.product_id),
      units: count(product.total_video_sale_cnt),
      gmv: cents(product.total_video_sale_gmv_amt),
    })),
  });
}

function liveSighting(identities: Identities): (record: LiveObservation) => SourceSighting {
  return (record) => ({
    observed_at: record.observed_at,
    sourceId: BigInt(record.live_id),
    seenOn: dayOf(record.observed_at),
    derived: record.derived,
    rounded_to: record.rounded_to,
    userId: identities.creator(record),
    madeAt: count(record.start_time),
    views: count(record.total_views_cnt),
    own: (record.products ?? []).map((product) => ({
      productId: BigInt(product.product_id),
      units: count(product.total_live_sale_cnt),
      gmv: cents(product.total_live_sale_gmv_amt),
    })),
  });
}

/** Section 5: a sale by a video is a sighting of it, and of its link. */
function soldBy(kind: Link['kind'], statements: readonly Statement[]): SourceSighting[] {
  return statements.flatMap(({ observed_at, source, productIds, userId, lastDay }) =>
    source?.kind !== kind
      ? []
      : [
          {
            observed_at,
            sourceId: source.sourceId,
            seenOn: Math.min(lastDay, dayOf(observed_at)),
            userId,
            madeAt: undefined,
            views: undefined,
            own: productIds.map((productId) => ({ productId, units: undefined, gmv: undefined })),
          },
        ],
  );
}

interface SeenSource {
  readonly source: Source;
  readonly sightings: readonly SourceSighting[];
}

function sourcesOfKind(kind: Source['kind'], records: readonly SourceSighting[], { became }: Identities): SeenSource[] {
  const sources = groupBy(records, ({ sourceId }) => sourceId);
  return [...sources].map(([sourceId, sightings]) => ({
    source: sourceOf(kind, sourceId, sightings, became),
    sightings,
  }));
}

function sourceOf(
  kind: Source['kind'],
  sourceId: bigint,
  records: readonly SourceSighting[],
  became: Identities['became'],
): Source {
  const seen = seenRecords(records);
  const createdOn = createdDay(seen);
  const seenOn = seen.length === 0 ? undefined : Math.min(...seen.map((record) => record.seenOn));
  return {
    kind,
    sourceId,
    userId: became(currentValue(records, (record) => record.userId) ?? 0n),
    madeOn: createdOn ?? seenOn ?? NEVER,
    seenOn,
    views: currentValue(seen, (record) => record.views) ?? 0n,
    traffic: dailySeries(
      gradedTotals(records, (record) => record.views),
      createdOn,
    ),
  };
}

function createdDay(seen: readonly SourceSighting[]): Day | undefined {
  const madeAt = currentValue(seen, (record) => record.madeAt);
  return madeAt === undefined ? undefined : dayOfEpochSeconds(madeAt);
}

function linksOf(source: Source, records: readonly SourceSighting[]): Link[] {
  const createdOn = createdDay(seenRecords(records));
  const productIds = new Set(records.flatMap((record) => record.own.map((own) => own.productId)));
  return [...productIds].map((productId) => ({ ...source, productId, ...ownSales(records, productId, createdOn) }));
}

function likesOf(records: readonly VideoObservation[]): Series {
  const madeAt = currentValue(seenRecords(records), (record) => count(record.create_time));
  const totals = gradedTotals(records, (record) => count(record.total_digg_cnt));
  return dailySeries(totals, madeAt === undefined ? undefined : dayOfEpochSeconds(madeAt));
}

/** The first day of records; undefined of none. */
export function firstDayOf(records: readonly Timed[]): Day | undefined {
  return records.length === 0 ? undefined : Math.min(...records.map((record) => dayOf(record.observed_at)));
}

function lastDayOf(records: readonly Timed[]): Day | undefined {
  return records.length === 0 ? undefined : Math.max(...records.map((record) => dayOf(record.observed_at)));
}

function ownSales(records: readonly SourceSighting[], productId: bigint, createdOn: Day | undefined) {
  const own = records.flatMap((record) =>
    record.own.filter((sales) => sales.productId === productId).map((sales) => ({ ...record, ...sales })),
  );
  const seen = seenRecords(own);
  return {
    ownUnits: dailySeries(
      gradedTotals(own, (sales) => sales.units),
      createdOn,
    ),
    ownGmv: dailySeries(
      gradedTotals(own, (sales) => sales.gmv),
      createdOn,
    ),
    ownUnitsCurrent: currentValue(seen, (sales) => sales.units),
    ownUnitsSeenOn: lastDayOf(seen.filter(({ units }) => units !== undefined)),
    ownGmvCurrent: currentValue(seen, (sales) => sales.gmv),
  };
}
