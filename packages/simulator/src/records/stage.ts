import type { MarketState } from '../course/market-state.ts';
import { createObserving, type Observing } from '../observing.ts';
import { draw } from '../random.ts';
import { createTexts, type Texts } from '../text/texts.ts';
import type { World } from '../world/world.ts';

/** What a record is made from: the world, its true state at the end of the day, and who is looking. */
export interface Stage {
  readonly world: World;
  readonly market: MarketState;
  readonly observing: Observing;
  readonly texts: Texts;
  readonly keys: Keys;
  /** The moment of the nightly look at an entity, as ISO 8601 in UTC with milliseconds. */
  observedAt(entity: number, day: number): string;
}

/** Streams for what only records need. */
interface Keys {
  readonly look: number;
  readonly detail: number;
}

/**
 * One kind of record: at most one line (or two, for lives) an entity and day, each ended by a newline; '' where nothing
 * is seen.
 */
export interface RecordSource {
  /** Entities to go through on a day: from `first` up to `end`, itself not included. */
  range(day: number): { readonly first: number; readonly end: number };
  lines(entity: number, day: number): string;
}

/** The stage of a world whose market moves on by itself. */
export function createStage(world: World, market: MarketState): Stage {
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

const CLOCK_COUNT = 4_096;

/** Looks happen in the last three hours of the day, so that a total stands for its whole day. */
function createObservedAt(world: World, key: number): Stage['observedAt'] {
  const clocks = Array.from({ length: CLOCK_COUNT }, (_, i) => clockOf(75_600_000 + (draw(key, i) % 10_800_000)));
  let known = { day: Number.NaN, date: '' };
  return (entity, day) => {
    if (known.day !== day) known = { day, date: world.calendar.dateOf(day) };
    return known.date + clocks[draw(key, entity, day) % CLOCK_COUNT];
  };
}

function clockOf(ms: number): string {
  return new Date(ms).toISOString().slice(10);
}

/** Counts in hundredths as a decimal number of the currency, as JSON. */
export function amount(cents: number): number {
  return cents / 100;
}
