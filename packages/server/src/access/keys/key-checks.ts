import { checkMoment, checkScopes, checkText, checkWhole, invalid, isoOf } from '../../kernel/field-checks.ts';
import type { KeyChanges, KeyRecord, NewKey } from './keys.ts';

const qpsMax = 1_000_000;
/** Thousands of grants of this size still sum below 2^53. */
const creditsMax = 1_000_000_000_000;
const dayMs = 86_400_000;
const overlapMsMax = 365 * dayMs;

/** What the checks of a key depend on. */
export interface KeyCircumstances {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Ids of the endpoints there are. */
  readonly scopes: readonly string[];
}

/** @throws ApiError parameter-invalid */
export function checkNewKey(wanted: NewKey, circumstances: KeyCircumstances): void {
  const { name, credits, monthlyQuota, quotaPeriod, mode, ...changes } = wanted;
  if (credits !== undefined) checkWhole('credits', credits, 0, creditsMax);
  if (monthlyQuota !== undefined) checkWhole('monthlyQuota', monthlyQuota, 1, creditsMax);
  if (mode === 'test') refuseFor('a test key is free', { credits, monthlyQuota });
  if (monthlyQuota === undefined) refuseFor('there is no monthlyQuota', { quotaPeriod });
  checkChanges({ name, ...changes }, { notBefore: null, expiresAt: null }, circumstances);
}

/** @param current the key before the changes. @throws ApiError parameter-invalid */
export function checkChanges(
  { name, owner, scopes, qps, burst, notBefore, expiresAt }: KeyChanges,
  current: Pick<KeyRecord, 'notBefore' | 'expiresAt'>,
  circumstances: KeyCircumstances,
): void {
  if (name !== undefined) checkText('name', name, 1);
  if (owner !== undefined) checkText('owner', owner, 0);
  if (given(scopes)) checkScopes(scopes, circumstances.scopes);
  if (given(qps)) checkWhole('qps', qps, 1, qpsMax);
  if (burst !== undefined) checkWhole('burst', burst, 0, qpsMax);
  if (given(notBefore)) checkMoment('notBefore', notBefore, 0);
  if (given(expiresAt)) checkMoment('expiresAt', expiresAt, circumstances.now);
  checkPeriod(notBefore ?? current.notBefore, expiresAt ?? current.expiresAt, { notBefore, expiresAt });
}

/** @param current the key before the changes. @throws ApiError parameter-invalid */
export function checkPlanChange(
  { monthlyQuota, quotaPeriod }: KeyChanges,
  current: Pick<KeyRecord, 'mode' | 'credits' | 'monthlyQuota'>,
): void {
  if (!given(monthlyQuota)) {
    refuseFor('there is no monthlyQuota', { quotaPeriod });
    return;
  }
  checkWhole('monthlyQuota', monthlyQuota, 1, creditsMax);
  const free = current.mode === 'test' ? 'a test key is free' : 'the key is unlimited';
  if (current.credits === null) refuseFor(free, { monthlyQuota });
  if (current.monthlyQuota !== null) refuseFor('the key has a quota, whose months stay', { quotaPeriod });
}

/** @throws ApiError parameter-invalid */
export function checkGrant(credits: number, expiresAt: number | undefined, now: number): void {
  checkWhole('credits', credits, 1, creditsMax);
  if (expiresAt !== undefined) checkMoment('expiresAt', expiresAt, now);
}

/** @throws ApiError parameter-invalid */
export function checkRefund(credits: number, reason: string): void {
  checkWhole('credits', credits, 1, creditsMax);
  checkText('reason', reason, 1);
}

/** @throws ApiError parameter-invalid: at most so many can be refunded. */
export function checkRefundable(credits: number, refundable: number): void {
  if (credits <= refundable) return;
  throw invalid('credits', `at most ${refundable}, which were charged and not refunded`, String(credits));
}

/** Credits of an unlimited key cannot expire. @throws ApiError parameter-invalid */
export function checkExpiry({ credits }: KeyRecord, expiresAt: number | undefined): void {
  if (credits === null) refuseFor('the key is unlimited', { expiresAt });
}

function refuseFor(reason: string, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) throw invalid(name, `no value, because ${reason}`, String(value));
  }
}

/** @throws ApiError parameter-invalid */
export function checkOverlap(overlapMs: number): void {
  checkWhole('overlapMs', overlapMs, 0, overlapMsMax);
}

function given<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

/** A limit that the changes take away counts no more. */
function checkPeriod(
  notBefore: number | null,
  expiresAt: number | null,
  changes: Pick<KeyChanges, 'notBefore' | 'expiresAt'>,
): void {
  if (changes.notBefore === null || changes.expiresAt === null || notBefore === null || expiresAt === null) return;
  if (notBefore >= expiresAt) throw invalid('notBefore', `a time before ${isoOf(expiresAt)}`, isoOf(notBefore));
}
