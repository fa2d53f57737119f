import { catalogue } from '../catalogue/catalogue.ts';
import type { Endpoint, ListEndpoint } from '../catalogue/endpoint.ts';
import { influencerList } from '../catalogue/lists/influencer-list.ts';
import { productList } from '../catalogue/lists/product-list.ts';
import { shopList } from '../catalogue/lists/shop-list.ts';
import { videoList } from '../catalogue/lists/video-list.ts';
import type { Logger } from '../kernel/logger.ts';
import { BoundedWork } from '../serving/bounded-work.ts';
import { countRows } from '../serving/count-rows.ts';
import { type DistributionGroup, distribution } from '../serving/distribution.ts';
import { type Market, markets } from '../serving/markets.ts';
import { observedImages } from '../serving/observed-images.ts';
import type { PageQuery } from '../serving/page-query.ts';
import { pageSecondsMax } from '../serving/page-sql.ts';
import { categoryLookups } from '../surfaces/category-lookups.ts';
import type { HttpExtension } from '../surfaces/http/server.ts';
import { answerable, type Lookups } from '../surfaces/lookups.ts';
import { askedTogether } from '../surfaces/media/asked-together.ts';
import { coverLookup } from '../surfaces/media/cover-lookup.ts';
import { ImageStore } from '../surfaces/media/image-store.ts';
import { openMediaKey } from '../surfaces/media/media-key.ts';
import { mediaRoutes } from '../surfaces/media/media-routes.ts';
import type { Network } from '../surfaces/media/origin/pinned-request.ts';
import { openRenderer, type RenderImage } from '../surfaces/media/render-image.ts';
import { playbackLookup } from '../surfaces/playback-lookup.ts';
import { searchLookup } from '../surfaces/search-lookup.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import type { ResourceStack } from './resource-stack.ts';
import type { Vitrine } from './vitrine.ts';

/** What a server offers besides lists. */
export interface LookupsAndMedia {
  /** The endpoints that this server answers. */
  readonly catalogue: readonly Endpoint[];
  readonly lookups: Lookups;
  readonly mediaRoutes: readonly HttpExtension[];
  /** How many rows a query has. @throws EngineError; ApiError too-slow */
  count(list: ListEndpoint, query: PageQuery, version: number): Promise<number>;
  /** How the values of a field are spread over the rows of a query. @throws EngineError; ApiError too-slow */
  distribution(
    list: ListEndpoint,
    query: PageQuery,
    field: string,
    version: number,
  ): Promise<readonly DistributionGroup[]>;
  /** The markets of a version. @throws EngineError; ApiError too-slow */
  markets(version: number): Promise<readonly Market[]>;
  /** Images of rows; absent where they are switched off. */
  readonly images?: ImageStore;
}

/** Lookups and counts take few sessions of the engine, so that pages are never without one. */
const lookupBounds = { msMax: pageSecondsMax * 1000, atOnceMax: 2 };

/** Opens lookups, and images unless they are switched off. */
export async function openLookupsAndMedia(
  vitrine: Vitrine,
  resources: ResourceStack,
  logger: Logger,
  network: Network,
): Promise<LookupsAndMedia> {
  const { clock, config } = vitrine;
  const work = resources.add(new BoundedWork(lookupBounds));
  const engine: Pick<Engine, 'rows'> = {
    rows: (sql, parameters) => work.run(() => vitrine.engine.rows(sql, parameters)),
  };
  const count: LookupsAndMedia['count'] = (list, query, version) => countRows(engine, list, query, version);
  const reading = {
    count,
    distribution: (list: ListEndpoint, query: PageQuery, field: string, version: number) =>
      distribution(engine, list, query, field, version),
    markets: onceAVersion((version) => markets(engine, marketTables, version)),
  };
  const always = {
    'video-download-url': playbackLookup(engine, clock),
    ...categoryLookups(engine),
    search: searchLookup(engine, vitrine.dataset),
  };
  if (config.media.mode === 'off') return { ...answeredBy(always), mediaRoutes: [], ...reading };
  const key = await openMediaKey(vitrine.accounts);
  const observed = (addresses: readonly string[]) => observedImages(engine, addresses);
  const renderer = resources.add(openRenderer());
  const images = openImages(vitrine, { engine, logger, network, render: renderer.render });
  const covers = { 'cover-download': coverLookup({ observed, key, clock }) };
  return {
    ...answeredBy({ ...always, ...covers }),
    mediaRoutes: [mediaRoutes({ images, key, clock })],
    images,
    ...reading,
  };
}

/** The lists whose rows are of a market. */
const marketTables = {
  products: productList.table,
  shops: shopList.table,
  creators: influencerList.table,
  videos: videoList.table,
};

/** Rows of a version never change: what was asked of the last one is kept. */
function onceAVersion<Value>(ask: (version: number) => Promise<Value>): (version: number) => Promise<Value> {
  let kept: { readonly version: number; readonly value: Promise<Value> } | undefined;
  return (version) => {
    if (kept?.version === version) return kept.value;
    const value = ask(version);
    kept = { version, value };
    value.catch(() => {
      if (kept?.value === value) kept = undefined;
    });
    return value;
  };
}

function answeredBy(lookups: Lookups): Pick<LookupsAndMedia, 'catalogue' | 'lookups'> {
  return { catalogue: answerable(catalogue, lookups), lookups };
}

interface ImageParts {
  readonly engine: Pick<Engine, 'rows'>;
  readonly logger: Logger;
  readonly network: Network;
  readonly render: RenderImage;
}

function openImages({ images }: Vitrine, { engine, logger, network, render }: ImageParts): ImageStore {
  return new ImageStore({
    cache: images,
    network,
    render,
    isObserved: askedTogether((addresses) => observedImages(engine, addresses)),
    onMissing: ({ kind, message }) => logger.info({ kind, reason: message }, 'cannot fetch an image'),
    onCacheFailure: (error) => logger.error({ err: error }, 'cannot cache an image'),
  });
}
