import type { Draws } from './draws.ts';
import type { EntitySample } from './entities.ts';
import type { EndpointSample } from './samples.ts';

/** What requests are made of. */
export interface Material {
  readonly samples: readonly EndpointSample[];
  /** Of the lists of a market, what can be asked for by its id or name. */
  readonly entities: readonly EntitySample[];
  /** The last day the rows know of, yyyy-MM-dd. */
  readonly lastDate: string;
  /** Deep pages lie between these. */
  readonly deepPages: { readonly min: number; readonly max: number };
}

/** Makes one request: path and query. */
export type Question = (draws: Draws, material: Material) => string;
