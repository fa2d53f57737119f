import { chunksOfDay } from './chunks.ts';
import { openMarketState } from './course/market-state.ts';
import { dayNumber, resolveOptions, type Settings, type SimulationOptions } from './options.ts';
import { categoryRecords } from './records/categories.ts';
import { creatorRecords } from './records/creators.ts';
import { fxRecords } from './records/fx.ts';
import { liveRecords } from './records/lives.ts';
import { productRecords } from './records/products.ts';
import { reviewRecords } from './records/reviews.ts';
import { shopRecords } from './records/shops.ts';
import { createStage, type RecordSource, type Stage } from './records/stage.ts';
import { truthRecords } from './records/truth.ts';
import { videoRecords } from './records/videos.ts';
import { sourceFormNamed } from './sources/index.ts';
import { openShownDay } from './sources/shown-day.ts';
import { createWorld } from './world/world.ts';

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

/**
 * What an export of a source looks like that shows the simulated marketplace at the end of a day, in pieces of UTF-8. It
 * shows the truth of {@link simulateWithTruth} with the same options: days on which nobody looked, and corrections, are not
 * in it. Files of some sources are of one country, and show the part of the marketplace that is in the first of the regions.
 *
 * @param source name of one of `sourceForms`
 * @param date UTC day of the run, YYYY-MM-DD; default: the last
 * @throws RangeError naming the option that is out of range
 */
export function simulateAs(
  source: string,
  options: SimulationOptions,
  date: string = options.endDate,
): Generator<Uint8Array, void, undefined> {
  const form = sourceFormNamed(source);
  const settings = resolveOptions(options);
  const only = form.isOfOneRegion === true ? settings.regions[0] : undefined;
  return textBytes(form.write(openShownDay(settings, dayNumber(settings, date), only)));
}

function* textBytes(texts: Iterable<string>): Generator<Uint8Array, void, undefined> {
  for (const text of texts) yield Buffer.from(text);
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

function observationRecords(stage: Stage): readonly RecordSource[] {
  return [
    fxRecords(stage),
    categoryRecords(stage),
    shopRecords(stage),
    creatorRecords(stage),
    productRecords(stage),
    reviewRecords(stage),
    videoRecords(stage),
    liveRecords(stage),
  ];
}
