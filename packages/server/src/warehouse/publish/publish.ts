import type { Clock } from '../../kernel/clock.ts';
import type { Suspicion } from '../../kernel/suspicion.ts';
import { dateOf } from '../day.ts';
import { type Engine, EngineError, type SqlParameters } from '../engine/engine.ts';
import { isDiskFull } from '../engine/engine-failures.ts';
import type { DatasetVersion, VersionStore } from '../versions.ts';
import type { AsOfWish } from './as-of-day.ts';
import { rowsOf, type VersionContents, versionContents } from './contents.ts';
import { fingerprint } from './fingerprint.ts';
import { prepareState, tidy } from './housekeeping.ts';
import { refuseLosses } from './losses.ts';
import { stepParameters } from './parameters.ts';
import { type PublishPlan, planPublish } from './plan.ts';
import { quarantineOf, setBrokenAside } from './quarantine.ts';
import type { Quarantine } from './quarantine-words.ts';
import { makeScratch } from './scratch.ts';
import { constantsOf, type EstimateConstants, type PublishSettings } from './settings.ts';
import { sideBySide } from './side-by-side.ts';
import { Stages } from './stages.ts';
import type { Step } from './step.ts';
import { fillSearch, runFile, stepFile, stepGroups } from './steps.ts';
import { publishSuspicions } from './suspicions.ts';

export interface PublishDependencies {
  readonly engine: Engine;
  readonly versions: VersionStore;
  readonly clock: Clock;
  readonly settings: PublishSettings;
  /** Settings that were fitted to the data and hold now, in place of those above. */
  fitted?(): Promise<Partial<PublishSettings>>;
  /** Ingest batches with a smaller id are wholly in the landing tables. */
  watermark(): Promise<number>;
}

export interface PublishRequest extends AsOfWish {
  /** Works everything out from the observations again. */
  readonly anew?: boolean | undefined;
  /** Called as each step begins. */
  onStep?(name: string, index: number, count: number): void;
}

/** What a publish did. */
export interface PublishReport extends VersionContents {
  readonly version: number;
  readonly asOf: string;
  /** The version whose state it went on from; 0 when it worked everything out anew. */
  readonly base: number;
  readonly seconds: number;
  /** Seconds by step, of which some share the time. */
  readonly steps: Readonly<Record<string, number>>;
  readonly quarantine: Quarantine;
  /** What its estimates assume. */
  readonly constants: EstimateConstants;
  /** What looks wrong about the totals that have news; absent: nothing does. */
  readonly suspicions?: readonly Suspicion[];
  /** How many persons' erasures, cut short earlier, were completed first; absent: there were none. */
  readonly erasuresFinished?: number;
  /** Why data of earlier versions could not be removed, which the next publish does again; absent: it was. */
  readonly untidied?: string;
}

/**
 * Builds a new dataset version from the observations and switches readers to it. The served version stays until then,
 * and stays for good when this fails or is killed.
 *
 * @throws PublishRefused when there is nothing to publish, the as-of day is outside the observed days, or a list would lose
 * more than half its rows
 * @throws EngineError when a step fails; the version is marked failed
 */
export async function publish(given: PublishDependencies, request: PublishRequest = {}): Promise<PublishReport> {
  const settings = { ...given.settings, ...(await given.fitted?.()) };
  const dependencies = { ...given, settings };
  const { engine, versions } = dependencies;
  const watermark = await dependencies.watermark();
  const { reportingCurrency } = settings;
  const settingsPrint = fingerprint(settings);
  const plan = await planPublish({
    engine,
    versions,
    watermark,
    asOf: request.asOf,
    force: request.force,
    fingerprint: settingsPrint,
    reportingCurrency,
    anew: request.anew,
  });
  const building = await versions.begin({
    asOf: dateOf(plan.asOfDay),
    lineage: plan.base?.lineage ?? 0,
    watermark,
    settings: settingsPrint,
  });
  const stages = new Stages(dependencies.clock, stepGroups.flat().length + stagesBesideSteps, request.onStep);
  const report = await buildOrFail(dependencies, plan, building, stages);
  const untidied = await stages.run('90_tidy', () => tidied(engine, versions));
  return untidied === undefined ? report : { ...report, untidied };
}

/** The version is served by now: whatever goes wrong is for the next publish to do again. @returns why, if it was */
async function tidied(engine: Engine, versions: VersionStore): Promise<string | undefined> {
  try {
    await tidy(engine, versions);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** `00_state`, `80_verify`, `82_search` and `90_tidy`. */
const stagesBesideSteps = 4;

/** Up to the moment readers are switched, whatever goes wrong leaves a version that is marked failed and never served. */
async function buildOrFail(
  dependencies: PublishDependencies,
  plan: PublishPlan,
  building: DatasetVersion,
  stages: Stages,
): Promise<PublishReport> {
  const { versions } = dependencies;
  try {
    const report = await build(dependencies, plan, building, stages);
    await versions.complete(building.version, report);
    return report;
  } catch (cause) {
    const failure = isDiskFull(cause) ? diskFull(cause) : cause;
    const why = failure instanceof Error ? failure.message : String(failure);
    // What failed first is what to know. A version that stays marked as being built is marked by the next start.
    await versions.fail(building.version, why).catch(() => {});
    throw failure;
  }
}

function diskFull(cause: unknown): EngineError {
  const advice = 'the new version is discarded and the current one is still served; free some space and publish again';
  return new EngineError(`the disk is full: ${advice}`, 'NOT_ENOUGH_SPACE', { cause });
}

async function build(
  { engine, clock, settings }: PublishDependencies,
  plan: PublishPlan,
  building: DatasetVersion,
  stages: Stages,
): Promise<PublishReport> {
  const parameters = stepParameters(plan, building, settings);
  const begun = clock.now();
  await stages.run('00_state', async () => {
    await runFile(engine, stepFile('00_state'), parameters);
    await prepareState(engine, building.lineage, { base: plan.base?.version ?? 0, served: plan.served });
    await makeScratch(engine, parameters);
  });
  const run = (step: Step) => stages.run(step.name, () => step.run({ engine, plan, parameters }));
  for (const group of stepGroups) await sideBySide(group.map((step) => () => run(step)));
  const contents = await stages.run('80_verify', async () => {
    await setBrokenAside(engine, parameters);
    return contentsWithoutLosses(engine, plan, building.version, parameters);
  });
  await stages.run('82_search', () => fillSearch(engine, parameters));
  const suspicions = await publishSuspicions(engine, parameters);
  return {
    version: building.version,
    asOf: building.asOf,
    base: plan.base?.version ?? 0,
    seconds: (clock.now() - begun) / 1000,
    steps: stages.seconds,
    ...contents,
    quarantine: await quarantineOf(engine, parameters),
    constants: constantsOf(settings),
    ...(suspicions.length > 0 && { suspicions }),
  };
}

/** @throws PublishRefused when a list would lose more than half its rows and nobody forces it */
async function contentsWithoutLosses(
  engine: Engine,
  { served, force }: PublishPlan,
  version: number,
  parameters: SqlParameters,
): Promise<VersionContents> {
  const contents = await versionContents(engine, version, parameters);
  if (!force) refuseLosses({ version: served, rows: await rowsOf(engine, served) }, contents.rows);
  return contents;
}
