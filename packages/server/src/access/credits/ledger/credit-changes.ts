import type { Transaction } from 'kysely';
import type { AccountsTables } from '../../../accounts/tables.ts';
import { enter } from './entries.ts';
import { keep, settleWithin } from './holdings.ts';
import { calendarMonthStart } from './months.ts';
import { type Lot, type Plan, type Settlement, soonest } from './settlement.ts';

/** Which months a quota is for: those of the calendar (UTC), or those counted from when the plan began. */
export type QuotaPeriod = 'calendar' | 'anniversary';

/** A change that an operator makes of a key's credits. */
interface CreditChange {
  readonly keyId: string;
  /** 1 or more. */
  readonly credits: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly note?: string;
}

/** Adds credits. @param expiresAt from then on, epoch milliseconds, what is left of them is gone; absent: never. */
export async function grantWithin(
  transaction: Transaction<AccountsTables>,
  { keyId, credits, now, note = '' }: CreditChange,
  expiresAt?: number,
): Promise<void> {
  const settlement = await settleWithin(transaction, keyId, now);
  await enter(transaction, { keyId, kind: 'grant', credits, createdAt: now, note });
  if (settlement === undefined || expiresAt === undefined) return;
  await keep(transaction, keyId, withLot(settlement, { kind: 'grant', credits, expiresAt }));
}

/** How many credits can be refunded at most, until the transaction ends. */
export async function refundableWithin(
  transaction: Transaction<AccountsTables>,
  { keyId, now }: Pick<CreditChange, 'keyId' | 'now'>,
): Promise<number> {
  await settleWithin(transaction, keyId, now);
  const row = await transaction
    .selectFrom('credit_balance')
    .select(['charged', 'refunded'])
    .where('key_id', '=', keyId)
    .executeTakeFirst();
  return row ? row.charged - row.refunded : 0;
}

/** Gives charged credits back; they do not expire. */
export async function refundWithin(
  transaction: Transaction<AccountsTables>,
  { keyId, credits, now, note = '' }: CreditChange,
): Promise<void> {
  await transaction
    .updateTable('credit_balance')
    .set(({ eb }) => ({ refunded: eb('refunded', '+', credits) }))
    .where('key_id', '=', keyId)
    .execute();
  await enter(transaction, { keyId, kind: 'refund', credits, createdAt: now, note });
}

/** What is to become of a key's quota. */
export interface PlanChange extends Pick<CreditChange, 'keyId' | 'now'> {
  /** Credits a month; null: no more of them. */
  readonly quota: number | null;
  /** Of a quota that begins. */
  readonly period: QuotaPeriod;
}

/**
 * Gives a key a quota of credits a month, another one, or none. One that begins gives that of the first month at once,
 * or when what is left of an earlier one ends; what this month has already stays as it is.
 */
export async function changePlanWithin(
  transaction: Transaction<AccountsTables>,
  { keyId, now, quota, period }: PlanChange,
): Promise<void> {
  const held = await settleWithin(transaction, keyId, now);
  if (held === undefined) return;
  await transaction.deleteFrom('credit_plan').where('key_id', '=', keyId).execute();
  if (quota !== null) {
    const { anchoredAt, renewsAt } = held.plan ?? beginning(held, period, now);
    const values = { key_id: keyId, quota, anchored_at: anchoredAt, renews_at: renewsAt };
    await transaction.insertInto('credit_plan').values(values).execute();
  }
  await settleWithin(transaction, keyId, now);
}

function beginning({ lots }: Settlement, period: QuotaPeriod, now: number): Omit<Plan, 'quota'> {
  const left = lots.find(({ kind }) => kind === 'quota');
  return { anchoredAt: period === 'calendar' ? calendarMonthStart(now) : now, renewsAt: left?.expiresAt ?? now };
}

/** Credits that expire at the same moment are one lot. */
function withLot({ lots, plan, dueAt }: Settlement, lot: Lot): Omit<Settlement, 'entries'> {
  const isAlike = ({ kind, expiresAt }: Lot) => kind === lot.kind && expiresAt === lot.expiresAt;
  const alike = lots.find(isAlike)?.credits ?? 0;
  return {
    lots: [...lots.filter((each) => !isAlike(each)), { ...lot, credits: lot.credits + alike }],
    plan,
    dueAt: soonest([lot.expiresAt, ...(dueAt === null ? [] : [dueAt])]),
  };
}
