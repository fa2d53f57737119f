import type { Engine } from '../warehouse/engine/engine.ts';
import type { PublishSettings } from '../warehouse/publish/settings.ts';
import type { DatasetVersion } from '../warehouse/versions.ts';
import { type Accuracy, accuracyOf } from './accuracy.ts';
import { type Contradictions, contradictionsOf, type HiddenSale, hiddenSales, knownSales } from './hidden-sales.ts';
import { folds, inTrial, windowsJudged } from './trial.ts';

/** Where fewer sources, or units of them, are known, a figure means nothing. */
export const scoreLeast = { sources: 10, units: 50 } as const;

/** How well what videos or lives sold in a window is estimated, by those of which it is known. */
export interface KindScore {
  readonly kind: HiddenSale['kind'];
  /** Days up to the as-of day. */
  readonly window: HiddenSale['window'];
  /** Sources that were hidden. */
  readonly sources: number;
  /** Sales that were hidden: of each source those of each product. */
  readonly links: number;
  /** Units that they are known to have sold, at most those of their products. */
  readonly knownUnits: number;
  /** By rates that are learned; null where too little is known. */
  readonly learned: Accuracy | null;
  /** By views alone, each day for itself; null where too little is known, or scores are compared. */
  readonly naive: Accuracy | null;
}

/** What the known sales of a marketplace say about its estimates. */
export interface EstimateScore {
  readonly version: number;
  readonly asOf: string;
  /** By which of the two numbers are served. */
  readonly attribution: PublishSettings['attribution'];
  /** Whether enough is known of videos or of lives to say anything. */
  readonly isEnough: boolean;
  readonly least: typeof scoreLeast;
  readonly folds: number;
  readonly scores: readonly KindScore[];
  /** Known sales, as far as the totals of the products leave room for them. */
  readonly contradicted: Contradictions;
}

/** Called as work goes on. */
export type OnStep = (name: string, index: number, count: number) => void;

/**
 * Judges the estimates of the served version by sources whose sales are known: these are hidden, a fifth at a time, and
 * estimated as all others are.
 *
 * @throws EstimatesRefused, EngineError
 */
export async function scoreEstimates(
  engine: Engine,
  served: DatasetVersion,
  settings: PublishSettings,
  onStep?: OnStep,
): Promise<EstimateScore> {
  const both = [learnedBy(settings), { ...settings, attribution: 'naive' } as const];
  const judged = await judge(engine, served, both, onStep);
  const [learned, naive] = judged.hidden;
  return scoreOf(served, settings, judged, learned, naive);
}

/**
 * The same of several settings by the same hidden sales, without the naive split: a score of each.
 *
 * @throws EstimatesRefused, EngineError
 */
export async function compareEstimates(
  engine: Engine,
  served: DatasetVersion,
  settings: readonly PublishSettings[],
  onStep?: OnStep,
): Promise<readonly EstimateScore[]> {
  const judged = await judge(engine, served, settings.map(learnedBy), onStep);
  return settings.map((each, place) => scoreOf(served, each, judged, judged.hidden[place]));
}

function learnedBy(settings: PublishSettings): PublishSettings {
  return { ...settings, attribution: 'learned' };
}

/** Known sales, and what of them is estimated by each of several settings: nothing where too little is known. */
interface Judged {
  readonly known: readonly HiddenSale[];
  readonly hidden: readonly (readonly HiddenSale[])[];
  readonly contradicted: Contradictions;
}

async function judge(
  engine: Engine,
  served: DatasetVersion,
  settings: readonly PublishSettings[],
  onStep?: OnStep,
): Promise<Judged> {
  return inTrial(engine, served, 'known', async (trial) => {
    const known = await knownSales(trial);
    const contradicted = await contradictionsOf(trial);
    if (!cells.some((cell) => isEnough(salesOf(known, cell)))) return { known, hidden: [], contradicted };
    const hidden = await hiddenSales(trial, settings, (fold) => onStep?.('hidden sales', fold, folds));
    return { known, hidden, contradicted };
  });
}

function scoreOf(
  { version, asOf }: DatasetVersion,
  { attribution }: PublishSettings,
  { known, contradicted }: Judged,
  learned?: readonly HiddenSale[],
  naive?: readonly HiddenSale[],
): EstimateScore {
  const scores = cells.map((cell) => kindScore(cell, known, learned, naive));
  const isEnoughKnown = scores.some((score) => score.learned !== null);
  return { version, asOf, attribution, isEnough: isEnoughKnown, least: scoreLeast, folds, scores, contradicted };
}

type Cell = Pick<KindScore, 'kind' | 'window'>;

const cells: readonly Cell[] = (['video', 'live'] as const).flatMap((kind) =>
  windowsJudged.map((window) => ({ kind, window })),
);

function salesOf(sales: readonly HiddenSale[], { kind, window }: Cell): readonly HiddenSale[] {
  return sales.filter((sale) => sale.kind === kind && sale.window === window);
}

function kindScore(
  cell: Cell,
  known: readonly HiddenSale[],
  learned: readonly HiddenSale[] = [],
  naive: readonly HiddenSale[] = [],
): KindScore {
  const sales = salesOf(known, cell);
  const { sources, units } = amountOf(sales);
  const accuracy = (estimated: readonly HiddenSale[]) =>
    isEnough(sales) && estimated.length > 0 ? accuracyOf(salesOf(estimated, cell)) : null;
  return {
    ...cell,
    sources,
    links: sales.length,
    knownUnits: Math.round(units),
    learned: accuracy(learned),
    naive: accuracy(naive),
  };
}

function isEnough(sales: readonly HiddenSale[]): boolean {
  const { sources, units } = amountOf(sales);
  return sources >= scoreLeast.sources && units >= scoreLeast.units;
}

function amountOf(sales: readonly HiddenSale[]) {
  return {
    sources: new Set(sales.map(({ source }) => source)).size,
    units: sales.reduce((sum, { known }) => sum + known, 0),
  };
}
