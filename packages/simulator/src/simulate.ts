import { chunksOfDay } from './chunks.ts';
import { type MarketState, openMarketState } from './course/market-state.ts';
import { createObserving } from './observing.ts';
import { resolveOptions, type Settings, type SimulationOptions } from './options.ts';
import { creatorRecords } from './records/creators.ts';
import { fxRecords } from './records/fx.ts';
import { liveRecords } from './records/lives.ts';
import { productRecords } from './records/products.ts';
import { shopRecords } from './records/shops.ts';
import { createObservedAt, type RecordSource, type Stage } from './records/stage.ts';
import { truthRecords } from './records/truth.ts';
import { videoRecords } from './records/videos.ts';
import { createTexts } from './text/texts.ts';
import { createWorld, type World } from './world/world.ts';

/** A piece of one of the two streams: whole NDJSON lines in UTF-8, all of one UTC day. */
export interface SimulationChunk {
  /** `observations`: records to ingest. `truth`: what each source truly sold. */
  readonly stream: 'observations' | 'truth';
  /** UTC day of the lines, YYYY-MM-DD. */
  readonly date: string;
  readonly bytes: Uint8Array;
}

/**
 * Observations of a simulated marketplace as chunks of whole NDJSON lines, day after day. Nothing is made before it is
 * asked for, so a slow reader holds the simulation back; memory does not grow with the days.
 * @throws RangeError naming the option that is out of range
 */
export function simulate(options: SimulationOptions): Generator<Uint8Array, void, undefined> {
  return bytesOf(run(resolveOptions(options), [['observations', observationRecords]]));
}

/**
 * As `simulate`, with the truth: a line `{day, product_id, source, source_id, units, gmv_amt}` for each product and
 * source that sold on the day. `source` is `video`, `live` or `storefront` (`source_id` "0"); `gmv_amt` is in the
 * product's currency. The units of all sources are the growth of the true running total, which observations show less
 * corrections.
 *
 * @throws RangeError naming the option that is out of range
 */
export function simulateWithTruth(options: SimulationOptions): Generator<SimulationChunk, void, undefined> {
  const streams: readonly Stream[] = [
    ['observations', observationRecords],
    ['truth', truthRecords],
  ];
  return run(resolveOptions(options), streams);
}

type Stream = readonly [name: SimulationChunk['stream'], sources: (stage: Stage) => readonly RecordSource[]];

function* bytesOf(chunks: Iterable<SimulationChunk>): Generator<Uint8Array, void, undefined> {
  for (const { bytes } of chunks) yield bytes;
}

function* run(settings: Settings, streams: readonly Stream[]): Generator<SimulationChunk, void, undefined> {
  const world = createWorld(settings);
  const market = openMarketState(world, settings.fromDay - 1);
  const stage = createStage(world, market);
  const opened = streams.map(([stream, sourcesOf]) => ({ stream, sources: sourcesOf(stage) }));
  for (let day = settings.fromDay; day <= settings.toDay; day++) {
    market.advance(day);
    const date = world.calendar.dateOf(day);
    for (const { stream, sources } of opened) {
      for (const bytes of chunksOfDay(sources, day)) yield { stream, date, bytes };
    }
  }
}

function createStage(world: World, market: MarketState): Stage {
  const look = world.keyOf('record.look');
  return {
    world,
    market,
    observing: createObserving(world),
    texts: createTexts(world.keyOf),
    keys: { look, detail: world.keyOf('record.detail') },
    observedAt: createObservedAt(world, look),
  };
}

function observationRecords(stage: Stage): readonly RecordSource[] {
  return [
    fxRecords(stage),
    shopRecords(stage),
    creatorRecords(stage),
    productRecords(stage),
    videoRecords(stage),
    liveRecords(stage),
  ];
}
