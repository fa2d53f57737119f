import type { Transaction } from 'kysely';
import type { AccountsTables } from '../../kernel/accounts/tables.ts';
import { enter } from './entries.ts';
import { keep, settleWithin } from './holdings.ts';
import { calendarMonthStart } from './months.ts';
import { type Lot, type Settlement, soonest } from './settlement.ts';

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

/** Gives a key a quota of credits a month, and that of the first month at once. */
export async function startPlanWithin(
  transaction: Transaction<AccountsTables>,
  { keyId, credits, now }: CreditChange,
  period: QuotaPeriod,
): Promise<void> {
  const anchoredAt = period === 'calendar' ? calendarMonthStart(now) : now;
  await transaction
    .insertInto('credit_plan')
    .values({ key_id: keyId, quota: credits, anchored_at: anchoredAt, renews_at: now })
    .execute();
  await settleWithin(transaction, keyId, now);
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
