import { recorded } from '../access/audit/audit-log.ts';
import type { BufferingAuditLog } from '../access/audit/buffering-audit-log.ts';
import type { EstimateScore, OnStep as OnScoreStep } from '../estimates/score.ts';
import {
  type EstimateParts,
  type FitReport,
  fitServed,
  scoreServed,
  type UndoneFit,
  undoFit,
} from '../estimates/served-estimates.ts';
import type { BatchEntry } from '../ingest/batches.ts';
import {
  creatorPreview,
  type ErasureOptions,
  type ErasureParts,
  type ErasureReport,
  eraseCreator,
  type FinishedErasures,
  finishErasures,
} from '../ingest/erasure/erase-creator.ts';
import type { ErasurePreview } from '../ingest/erasure/erasure-preview.ts';
import {
  completeWithdrawals,
  restoreBatch,
  type WithdrawalParts,
  withdrawBatch,
} from '../ingest/withdrawal/withdrawals.ts';
import { ApiError, errors } from '../kernel/errors.ts';
import { type PublishReport, type PublishRequest, publish } from '../warehouse/publish/publish.ts';
import { type RollbackReport, rollBack } from '../warehouse/rollback.ts';
import { exclusive } from './exclusive.ts';
import { type PublishAnewParts, publishAnew } from './publish-anew.ts';

type OnStep = PublishRequest['onStep'];

/** Changes of what is served, one at a time. Each throws ApiError publish-running while another one runs. */
export interface DatasetChanges {
  /** @throws PublishRefused, EngineError as `publish` of the warehouse does */
  publish(request?: PublishRequest): Promise<PublishReport>;
  /** Serves an earlier version again. @throws ApiError as `rollBack` of the warehouse does */
  rollBack(version?: number): Promise<RollbackReport>;
  /**
   * Withdraws a batch: the next publish is as if it had never been ingested.
   *
   * @throws ApiError as `withdrawBatch` does
   */
  withdrawBatch(batch: number, reason: string): Promise<BatchEntry>;
  /** Restores a withdrawn batch. @throws ApiError as `restoreBatch` does */
  restoreBatch(batch: number): Promise<BatchEntry>;
  /**
   * Erases a creator permanently and publishes without them.
   *
   * @throws ApiError as `eraseCreator` of ingest does; what `publish` throws
   */
  eraseCreator(userId: string, options?: ErasureOptions, onStep?: OnStep): Promise<ErasureReport>;
  /** Whom an erasure would affect, and what it would delete. @throws ApiError parameter-invalid */
  previewErasure(userId: string): Promise<ErasurePreview>;
  /**
   * Judges the estimates of the served version by sales that are known. Changes nothing, but no change may run meanwhile.
   *
   * @throws EstimatesRefused, EngineError
   */
  scoreEstimates(onStep?: OnScoreStep): Promise<EstimateScore>;
  /**
   * Fits the constants of estimates to the served version; with `apply` the next publish uses them.
   *
   * @throws EstimatesRefused, EngineError
   */
  fitEstimates(apply: boolean, onStep?: OnScoreStep): Promise<FitReport>;
  /** Takes back the fit that was applied last. @throws EstimatesRefused where none is applied */
  undoFit(): Promise<UndoneFit>;
  /** Completes erasures that an earlier process left unfinished, as a publish does first; undefined: there was none. */
  finishErasures(): Promise<FinishedErasures | undefined>;
  /** Resolves when no change is under way. */
  changesSettled(): Promise<void>;
  /** Refuses further changes, and waits for the running one. */
  endChanges(): Promise<void>;
}

export interface ChangeParts {
  readonly audit: BufferingAuditLog;
  readonly anew: PublishAnewParts;
  readonly erasure: Omit<ErasureParts, 'publishAnew'>;
  readonly withdrawal: WithdrawalParts;
  readonly estimates: Pick<EstimateParts, 'fits' | 'given'>;
}

/** Makes changes, each of which is served once its promise resolves. */
export function datasetChanges({ audit, anew, erasure, withdrawal, estimates }: ChangeParts): DatasetChanges {
  const { change, changeOfRows, changesSettled, endChanges } = exclusiveChanges(anew.dataset, withdrawal);
  const erasureWith = (onStep: OnStep) => ({ ...erasure, publishAnew: () => publishAnew(anew, onStep) });
  const completed = (onStep?: OnStep) => recordedCompletion(audit, erasureWith(onStep));
  const ofServed = { ...anew.publication, ...estimates };
  return {
    publish: (request) =>
      changeOfRows(async () => {
        const finished = await completed(request?.onStep);
        const report = await publish(anew.publication, request);
        return finished === undefined ? report : { ...report, erasuresFinished: finished.persons };
      }),
    rollBack: (version) => change(() => rollBack(erasure.versions, version)),
    withdrawBatch: (batch, reason) => change(() => withdrawBatch(withdrawal, batch, reason)),
    restoreBatch: (batch) => change(() => restoreBatch(withdrawal, batch)),
    eraseCreator: (userId, options, onStep) => changeOfRows(() => eraseCreator(erasureWith(onStep), userId, options)),
    previewErasure: (userId) => creatorPreview(erasure, userId),
    scoreEstimates: (onStep) => change(() => scoreServed(ofServed, onStep)),
    fitEstimates: (apply, onStep) => change(() => fitServed(ofServed, apply, onStep)),
    undoFit: () => change(() => undoFit(ofServed)),
    finishErasures: async () =>
      (await erasure.erasures.unfinished()).length === 0 ? undefined : changeOfRows(() => completed()),
    changesSettled,
    endChanges,
  };
}

function exclusiveChanges(dataset: PublishAnewParts['dataset'], withdrawal: WithdrawalParts) {
  const publishing = exclusive(() => new ApiError(errors.publishRunning, {}));
  const change = <Report>(work: () => Promise<Report>): Promise<Report> =>
    publishing.run(async () => {
      const report = await work();
      // Within the exclusive part: the next change could drop a version that is served until this refresh.
      await dataset.refresh();
      return report;
    });
  /** Only whole batches count. */
  const changeOfRows = <Report>(work: () => Promise<Report>): Promise<Report> =>
    change(async () => {
      await completeWithdrawals(withdrawal);
      return work();
    });
  return {
    change,
    changeOfRows,
    changesSettled: () => publishing.settled(),
    endChanges: () => publishing.end(() => new ApiError(errors.shuttingDown, {})),
  };
}

/** Adds an entry to the audit log only if there is something to complete. */
async function recordedCompletion(
  audit: BufferingAuditLog,
  parts: ErasureParts,
): Promise<FinishedErasures | undefined> {
  if ((await parts.erasures.unfinished()).length === 0) return undefined;
  const change = { actor: 'local', origin: 'this server', action: 'forget.finish', request: {} } as const;
  return recorded(audit, change, () => finishErasures(parts), { ofResult: (result) => ({ ...result }) });
}
