import type { PublishDependencies } from '../warehouse/publish/publish.ts';
import {
  constantsOf,
  type EstimateConstants,
  type FittedSetting,
  fittedSettings,
} from '../warehouse/publish/settings.ts';
import type { DatasetVersion, VersionStore } from '../warehouse/versions.ts';
import { type BoundedConstant, fitConstants } from './fit.ts';
import type { AppliedFit, FitStore } from './fits.ts';
import { type FittedConstants, holding } from './fitted-constants.ts';
import { EstimatesRefused } from './refusal.ts';
import { compareEstimates, type EstimateScore, type OnStep, scoreEstimates } from './score.ts';
import { inTrial } from './trial.ts';

/** What estimates are judged, and fitted, with. */
export interface EstimateParts extends Pick<PublishDependencies, 'engine' | 'versions' | 'settings'> {
  readonly fits: FitStore;
  /** Settings that are given: they win over a fit. */
  readonly given: readonly FittedSetting[];
}

/** What a fit found. */
export interface FitReport {
  /** The version it was fitted to. */
  readonly version: number;
  readonly asOf: string;
  /** Products with sales and traffic. */
  readonly products: number;
  /** What the next publish would assume without it. */
  readonly before: EstimateConstants;
  readonly after: EstimateConstants;
  /** Settings that were not fitted, because they are given. */
  readonly given: readonly FittedSetting[];
  /** How well hidden sales are estimated with each. */
  readonly score: { readonly before: EstimateScore; readonly after: EstimateScore };
  /** Constants that the data would have beyond what is allowed. */
  readonly bounded: readonly BoundedConstant[];
  /** Whether the next publish uses them. */
  readonly isApplied: boolean;
}

/** What taking a fit back did. */
export interface UndoneFit {
  readonly undone: AppliedFit;
  /** What the next publish assumes. */
  readonly now: EstimateConstants;
}

/** Judges the estimates of the served version. @throws EstimatesRefused, EngineError */
export async function scoreServed(parts: EstimateParts, onStep?: OnStep): Promise<EstimateScore> {
  const { engine, versions, settings } = parts;
  return scoreEstimates(engine, await servedVersion(versions), { ...settings, ...(await fittedNow(parts)) }, onStep);
}

/**
 * Fits the constants to the served version, and has the next publish use them if so told.
 *
 * @throws EstimatesRefused, EngineError
 */
export async function fitServed(parts: EstimateParts, apply: boolean, onStep?: OnStep): Promise<FitReport> {
  const { engine, versions, settings, fits, given } = parts;
  refuseAllGiven(given);
  const served = await servedVersion(versions);
  const { products, constants, bounded } = await inTrial(engine, served, 'linked', (trial) =>
    fitConstants(trial, settings, given, onStep),
  );
  const [before, after] = [
    { ...settings, ...(await fittedNow(parts)) },
    { ...settings, ...constants },
  ];
  const score = await compareEstimates(engine, served, [before, after], onStep);
  if (apply) await fits.apply(served.version, constants);
  return {
    version: served.version,
    asOf: served.asOf,
    products,
    before: constantsOf(before),
    after: constantsOf(after),
    given,
    score: beforeAndAfter(score),
    bounded,
    isApplied: apply,
  };
}

function beforeAndAfter([before, after]: readonly EstimateScore[]): FitReport['score'] {
  if (before === undefined || after === undefined) throw new TypeError('expected a score before and after');
  return { before, after };
}

/** Takes back the fit that holds. @throws EstimatesRefused where none does */
export async function undoFit(parts: Pick<EstimateParts, 'fits' | 'given' | 'settings'>): Promise<UndoneFit> {
  const undone = await parts.fits.undo();
  if (undone === undefined) throw new EstimatesRefused('no fit is applied: there is nothing to take back');
  return { undone, now: constantsOf({ ...parts.settings, ...(await fittedNow(parts)) }) };
}

/** The fitted constants that hold. */
export async function fittedNow({ fits, given }: Pick<EstimateParts, 'fits' | 'given'>): Promise<FittedConstants> {
  return holding((await fits.current())?.constants ?? {}, given);
}

/** @throws EstimatesRefused */
function refuseAllGiven(given: readonly FittedSetting[]): void {
  if (given.length < fittedSettings.length) return;
  throw new EstimatesRefused(
    'VITRINE_LIVE_VIEW_WEIGHT and VITRINE_UNITS_PER_VIEW are both set, and win over a fit: unset one of them first',
  );
}

/** @throws EstimatesRefused */
async function servedVersion(versions: VersionStore): Promise<DatasetVersion> {
  const served = await versions.current();
  if (served !== undefined) return served;
  throw new EstimatesRefused('nothing is published yet: ingest observations and publish them');
}
