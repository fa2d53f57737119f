import { catalogue } from '../catalogue/catalogue.ts';
import type { Endpoint, ListEndpoint } from '../catalogue/endpoint.ts';
import type { Logger } from '../kernel/logger.ts';
import { BoundedWork } from '../serving/bounded-work.ts';
import { countRows } from '../serving/count-rows.ts';
import { observedImages } from '../serving/observed-images.ts';
import type { PageQuery } from '../serving/page-query.ts';
import { pageSecondsMax } from '../serving/page-sql.ts';
import { categoryLookups } from '../surfaces/category-lookups.ts';
import type { HttpExtension } from '../surfaces/http/server.ts';
import { answerable, type Lookups } from '../surfaces/lookups.ts';
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
  const always = {
    'video-download-url': playbackLookup(engine, clock),
    ...categoryLookups(engine),
    search: searchLookup(engine, vitrine.dataset),
  };
  if (config.media.mode === 'off') return { ...answeredBy(always), mediaRoutes: [], count };
  const key = await openMediaKey(vitrine.accounts);
  const observed = (addresses: readonly string[]) => observedImages(engine, addresses);
  const renderer = resources.add(openRenderer());
  const images = openImages(vitrine, { engine, logger, network, render: renderer.render });
  const covers = { 'cover-download': coverLookup({ observed, key, clock }) };
  return { ...answeredBy({ ...always, ...covers }), mediaRoutes: [mediaRoutes({ images, key, clock })], count };
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
    isObserved: async (address) => (await observedImages(engine, [address])).has(address),
    onMissing: ({ kind, message }) => logger.info({ kind, reason: message }, 'cannot fetch an image'),
    onCacheFailure: (error) => logger.error({ err: error }, 'cannot cache an image'),
  });
}
