import { ApiError, errors } from '../../kernel/errors.ts';
import { checkText } from '../../kernel/field-checks.ts';
import type { Engine } from '../../warehouse/engine/engine.ts';
import type { VersionStore } from '../../warehouse/versions.ts';
import { bringBack, setAside } from '../../warehouse/withdrawn-rows.ts';
import type { BatchEntry, Batches } from '../batches.ts';

export interface WithdrawalParts {
  readonly engine: Engine;
  readonly batches: Batches;
  readonly versions: Pick<VersionStore, 'outdate'>;
}

const reasonLengthMax = 500;

/**
 * Withdraws a batch: its records count no more, and the next publish is as if it had never come. What is served stays
 * until then. The records are kept apart, for {@link restoreBatch}. No publish may run.
 *
 * @param reason why, for the list of batches and the audit log.
 * @throws ApiError 400 without a reason, 404 for a batch that never was, 409 when it is open or withdrawn already.
 */
export async function withdrawBatch(parts: WithdrawalParts, batch: number, reason: string): Promise<BatchEntry> {
  const given = reason.trim();
  checkText('reason', given, 1, reasonLengthMax);
  await completeWithdrawals(parts);
  const { status, withdrawal } = await found(parts, batch);
  if (status === 'open') throw new ApiError(errors.ingestRunning, { batch });
  if (withdrawal !== null) throw refusal(batch, 'it is already withdrawn');
  await parts.batches.setWithdrawal(batch, 'withdrawing', given);
  await completeWithdrawals(parts);
  return found(parts, batch);
}

/**
 * Takes a withdrawal back: the records count again from the next publish on. No publish may run.
 *
 * @throws ApiError 404 for a batch that never was, 409 when it is not withdrawn.
 */
export async function restoreBatch(parts: WithdrawalParts, batch: number): Promise<BatchEntry> {
  await completeWithdrawals(parts);
  const { withdrawal } = await found(parts, batch);
  if (withdrawal === null) throw refusal(batch, 'it is not withdrawn');
  await parts.batches.setWithdrawal(batch, 'restoring');
  await completeWithdrawals(parts);
  return found(parts, batch);
}

/** Completes what was cut short. To be done before rows are counted on: it takes nothing where all is done. */
export async function completeWithdrawals({ engine, batches, versions }: WithdrawalParts): Promise<void> {
  for (const { batch, withdrawal } of await batches.withdrawals()) {
    if (withdrawal === 'withdrawn') continue;
    // First: a lineage that may have seen the rows is not gone on from, however far the move comes.
    await versions.outdate(batch);
    await (withdrawal === 'withdrawing' ? setAside(engine, batch) : bringBack(engine, batch));
    await batches.setWithdrawal(batch, withdrawal === 'withdrawing' ? 'withdrawn' : null);
  }
}

async function found({ batches }: WithdrawalParts, batch: number): Promise<BatchEntry> {
  const entry = await batches.find(batch);
  if (entry === undefined) throw new ApiError(errors.resourceUnknown, { kind: 'batch', id: batch });
  return entry;
}

function refusal(batch: number, reason: string): ApiError {
  return new ApiError(errors.withdrawalRefused, { batch, reason });
}
