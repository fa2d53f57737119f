import type { Draws } from './draws.ts';
import type { EndpointSample } from './samples.ts';

/** What requests are made of. */
export interface Material {
  readonly samples: readonly EndpointSample[];
  /** Deep pages lie between these. */
  readonly deepPages: { readonly min: number; readonly max: number };
}

/** Makes one request: path and query. */
export type Question = (draws: Draws, material: Material) => string;
