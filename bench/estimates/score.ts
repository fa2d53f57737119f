import { filterSplit } from './filter.ts';
import { fittedConstants } from './fit.ts';
import { judgedAt, type Level, levels, windows } from './levels.ts';
import type { Market } from './market.ts';
import { bias, type Coverage, coverage, deviance, wape } from './measures.ts';
import { knowingSplit, naiveSplit, type Split, servedSplit, shippedConstants, trueConstants } from './splits.ts';

/** How far a split is off. */
export interface Figures {
  readonly wape: number;
  readonly bias: number;
  readonly deviance: number;
}

/** Splits that are compared. */
export const rivals = [
  'naive',
  'naive with true constants',
  'weekly filter',
  'weekly filter, fitted',
  'served',
  'knows the rates',
] as const;
export type Rival = (typeof rivals)[number];

/** A level and window of a marketplace. */
export interface Cell {
  readonly level: Level;
  readonly window: number;
  readonly figures: Readonly<Record<Rival, Figures>>;
  /** Of what is served. */
  readonly coverage: Coverage;
}

/** A marketplace that was judged. */
export interface Scored {
  readonly world: string;
  readonly seed: number;
  readonly cells: readonly Cell[];
}

/** All levels and windows, but those in which hardly anything was sold. */
export function scoreOf(market: Market): readonly Cell[] {
  const splits: Readonly<Record<Rival, Split>> = {
    naive: naiveSplit(market, shippedConstants),
    'naive with true constants': naiveSplit(market, trueConstants(market)),
    'weekly filter': filterSplit(market, shippedConstants),
    'weekly filter, fitted': filterSplit(market, fittedConstants(market)),
    served: servedSplit(market),
    'knows the rates': knowingSplit(market),
  };
  assertConservation(splits.served);
  return levels.flatMap((level) =>
    windows
      .filter((window) => window <= market.days)
      .map((window) => ({ level, window, judged: judgedByRival(level, market, splits, window) }))
      .filter(({ judged }) => soldIn(judged.served) >= soldMin)
      .map(({ judged, ...cell }) => ({
        ...cell,
        figures: mapped(judged, figuresOf),
        coverage: coverage(judged.served),
      })),
  );
}

/** What is served of a product and day is never more than the product sold. @throws Error */
function assertConservation({ storefronts }: Split): void {
  const short = storefronts.flatMap((series, product) => (series.some((left) => left < -1e-6) ? [product] : []));
  if (short.length > 0) throw new Error(`more was attributed than sold, of ${short.length} products`);
}

/** Where fewer were sold, a ratio says nothing. */
const soldMin = 50;

function soldIn(judged: Judgements): number {
  return judged.reduce((sum, { truth }) => sum + truth, 0);
}

type Judgements = ReturnType<typeof judgedAt>;

function judgedByRival(level: Level, market: Market, splits: Readonly<Record<Rival, Split>>, window: number) {
  return mapped(splits, (split) => judgedAt(level, market, split, window));
}

function figuresOf(judged: Judgements): Figures {
  return { wape: wape(judged), bias: bias(judged), deviance: deviance(judged) };
}

function mapped<From, To>(record: Readonly<Record<Rival, From>>, to: (value: From) => To): Readonly<Record<Rival, To>> {
  return Object.fromEntries(rivals.map((rival) => [rival, to(record[rival])])) as Record<Rival, To>;
}
