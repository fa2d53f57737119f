import { type Clock, systemClock } from '../kernel/clock.ts';
import { ApiError, errors } from '../kernel/errors.ts';
import { type FoundKey, requireScope, requireWorking } from './admission.ts';
import { type CreditLedger, creditsInWords, type Receipt } from './credits/credits.ts';
import { hintOf } from './keys/key-format.ts';
import type { KeyLookups, KeyRecord } from './keys/keys.ts';
import { KnownKeys } from './keys/known-keys.ts';
import type { FailedAttempts } from './rates/failed-attempts.ts';
import type { RateDecision, RateLimiter } from './rates/rates.ts';

/** Who calls, and who hears what the gate finds out on the way, also when it refuses the call in the end. */
export interface Caller {
  /** The key as it was presented. */
  readonly presentedKey: string | undefined;
  /** Where the call comes from, to count keys that do not work by. */
  readonly address: string;
  onKnown(key: KeyRecord): void;
  onRate(decision: RateDecision): void;
  /** May refuse the call, as the last one. @throws ApiError */
  onAdmitted(key: KeyRecord): void;
}

/**
 * What every surface asks, in this order: `admit`, then it checks its parameters, `requireCredits`, the work, `charge`,
 * and only then it answers. Nothing but a call that was charged is a success.
 */
export interface Gate {
  /**
   * Who calls, whether that is within the key's scopes, and not too often.
   *
   * @param scopes what is asked for, all of it; none: something that every key may ask for.
   * @throws ApiError 401 key-…; 403 scope-missing; 429 attempts-exceeded, rate-exceeded, concurrency-exceeded; in this order, but for
   *   attempts-exceeded, which takes the place of the 401
   */
  admit(caller: Caller, ...scopes: readonly string[]): Promise<KeyRecord>;
  /** As {@link admit} but without counting a call: for work that goes on, during which a key may be revoked. */
  confirm(caller: Caller, ...scopes: readonly string[]): Promise<void>;
  /**
   * Refuses early, before work is done that could not be paid.
   *
   * @param refusal default: it says the price; credits-short does not.
   * @throws ApiError 402, the refusal
   */
  requireCredits(key: KeyRecord, credits: number, refusal?: CreditsRefusal): Promise<void>;
  /**
   * Takes so many credits, durably; of a test key none.
   *
   * @returns what is left; null: unlimited.
   * @throws ApiError 402 credits-spent when fewer are left; none is taken then
   */
  charge(key: KeyRecord, credits: number): Promise<number | null>;
  /** As {@link charge}, so many times or as many as can be paid; of a test key it takes none. */
  chargeUpTo(key: KeyRecord, credits: number, times: number): Promise<Receipt>;
}

export type CreditsRefusal = typeof errors.creditsSpent | typeof errors.creditsShort;

export interface GateParts {
  readonly keys: KeyLookups;
  readonly rates: RateLimiter;
  readonly credits: CreditLedger;
  /** Keys that do not work; no others are counted with them. */
  readonly attempts: FailedAttempts;
  /** Keys that worked before; default: none yet. */
  readonly known?: KnownKeys;
  readonly clock?: Clock;
}

export function createGate(given: GateParts): Gate {
  const parts = { ...given, known: given.known ?? new KnownKeys() };
  const { keys, rates, credits, clock = systemClock } = parts;
  return {
    async admit(caller, ...scopes) {
      const key = await workingKey(parts, caller, scopes, clock.now());
      const decision = await rates.take(key);
      caller.onRate(decision);
      requireRate(decision);
      caller.onAdmitted(key);
      return key;
    },
    async confirm(caller, ...scopes) {
      await workingKey(parts, caller, scopes, clock.now());
    },
    async requireCredits(key, price, refusal) {
      if (key.credits === null || key.credits >= price) return;
      // The record was read a moment ago; only a refusal needs a second look, lest a grant since then is missed.
      const left = await credits.balance(key.id);
      if (left !== null && left < price) throw creditsRefused(key, price, left, refusal);
    },
    async charge(key, price) {
      if (key.mode === 'test') {
        await keys.noteUse(key);
        return null;
      }
      const { times, left } = await credits.charge(key.id, price);
      if (times === 0) throw creditsRefused(key, price, left);
      return key.credits === null ? null : left;
    },
    async chargeUpTo(key, price, times) {
      if (key.mode === 'live') return credits.charge(key.id, price, times);
      await keys.noteUse(key);
      return { times, left: 0 };
    },
  };
}

/** What a key is told that has fewer credits left than something costs. */
export function creditsRefused(
  { id: keyId }: KeyRecord,
  price: number,
  left: number,
  refusal: CreditsRefusal = errors.creditsSpent,
): ApiError {
  const values = { keyId, price: creditsInWords(price), credits: left, left: left === 0 ? 'none' : left };
  return new ApiError(refusal, values);
}

type KeyParts = Pick<GateParts, 'keys' | 'attempts'> & { readonly known: KnownKeys };

async function workingKey(parts: KeyParts, caller: Caller, scopes: readonly string[], now: number): Promise<KeyRecord> {
  const presentedKey = presentedBy(caller);
  const found = await knownKey(parts, presentedKey, caller);
  requireWorking(found, presentedKey, now);
  for (const scope of scopes) requireScope(found.key, scope);
  return found.key;
}

function presentedBy({ presentedKey }: Caller): string {
  if (presentedKey) return presentedKey;
  throw new ApiError(errors.keyMissing, {});
}

async function knownKey(parts: KeyParts, presentedKey: string, caller: Caller): Promise<FoundKey> {
  const { keys, attempts, known } = parts;
  let isNew = false;
  // A key that worked before passes even if others at the same address try out keys.
  const lookup = await keys.find(presentedKey, async () => {
    isNew = !known.has(presentedKey);
    if (isNew) await attempts.check(caller.address);
  });
  if (lookup.found !== 'known') {
    await attempts.count(caller.address);
    throw new ApiError(errors[refusals[lookup.found]], { given: hintOf(presentedKey) });
  }
  if (isNew) known.add(presentedKey);
  caller.onKnown(lookup.key);
  return lookup;
}

const refusals = { malformed: 'keyMalformed', unknown: 'keyUnknown' } as const;

function requireRate({ allowed, retryAfterMs, qps }: RateDecision): void {
  if (allowed) return;
  const retryAfterSeconds = Math.ceil(retryAfterMs / 1000);
  const headers = { 'Retry-After': String(retryAfterSeconds) };
  throw new ApiError(errors.rateExceeded, { qps, retryAfterSeconds }, { headers });
}
