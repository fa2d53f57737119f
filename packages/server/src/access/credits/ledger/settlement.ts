import type { CreditLotKind } from '../../../accounts/tables.ts';
import type { Entry } from './entries.ts';
import { monthAround } from './months.ts';

/** Credits of a key that expire together. */
export interface Lot {
  readonly kind: CreditLotKind;
  readonly credits: number;
  /** From this moment on, epoch milliseconds, they are gone. */
  readonly expiresAt: number;
}

/** A quota that renews. Times are epoch milliseconds. */
export interface Plan {
  /** Credits a month. */
  readonly quota: number;
  /** When the first month began. */
  readonly anchoredAt: number;
  readonly renewsAt: number;
}

/** What of a key's credits depends on time. */
export interface Holdings {
  readonly lots: readonly Lot[];
  readonly plan: Plan | undefined;
}

/** What a settlement comes to. */
export interface Settlement extends Holdings {
  readonly entries: readonly Omit<Entry, 'keyId'>[];
  /** When something is due next; null: never. */
  readonly dueAt: number | null;
}

/**
 * Takes what was charged since the last settlement from the lots: quota first, then what expires soonest. Credits that
 * do not expire are in no lot and go last. Then lets what is due expire and renews the quota.
 *
 * Months that passed wholly without a call are passed over: their quota would lapse as soon as it is granted.
 *
 * @param charged credits charged since the last settlement, all of them before anything of `now` was due.
 */
export function settle({ lots, plan }: Holdings, charged: number, now: number): Settlement {
  const left = afterCharges(lots, charged);
  const kept = left.filter(({ expiresAt }) => expiresAt > now);
  const expired = left.filter(({ expiresAt }) => expiresAt <= now);
  const renewed = plan && plan.renewsAt <= now ? renewal(plan, now) : undefined;
  const lotsNow = renewed ? [renewed.lot, ...kept] : kept;
  const planNow = renewed?.plan ?? plan;
  return {
    lots: lotsNow,
    plan: planNow,
    entries: [...expired.map(expiryOf), ...(renewed ? [renewed.entry] : [])],
    dueAt: soonest([...lotsNow.map(({ expiresAt }) => expiresAt), ...(planNow ? [planNow.renewsAt] : [])]),
  };
}

export function soonest(moments: readonly number[]): number | null {
  return moments.length === 0 ? null : Math.min(...moments);
}

function afterCharges(lots: readonly Lot[], charged: number): readonly Lot[] {
  let open = charged;
  const left = [...lots].sort(byTurn).map((lot) => {
    const taken = Math.min(lot.credits, open);
    open -= taken;
    return { ...lot, credits: lot.credits - taken };
  });
  return left.filter(({ credits }) => credits > 0);
}

function byTurn(a: Lot, b: Lot): number {
  if (a.kind !== b.kind) return a.kind === 'quota' ? -1 : 1;
  return a.expiresAt - b.expiresAt;
}

function expiryOf({ kind, credits, expiresAt }: Lot): Omit<Entry, 'keyId'> {
  const note = kind === 'quota' ? 'unused monthly quota' : 'expired';
  return { kind: 'expiry', credits: -credits, createdAt: expiresAt, note };
}

function renewal(plan: Plan, now: number) {
  const { startsAt, endsAt } = monthAround(plan.anchoredAt, now);
  const lot: Lot = { kind: 'quota', credits: plan.quota, expiresAt: endsAt };
  const entry: Omit<Entry, 'keyId'> = {
    kind: 'grant',
    credits: plan.quota,
    createdAt: Math.max(startsAt, plan.renewsAt),
    note: 'monthly quota',
  };
  return { plan: { ...plan, renewsAt: endsAt }, lot, entry };
}
