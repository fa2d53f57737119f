import { ApiError, errors } from '../kernel/errors.ts';
import type { CreditLedger } from './credits.ts';
import { hintOf } from './key-format.ts';
import type { KeyLookup, KeyRecord, KeyStore } from './keys.ts';
import type { RateDecision, RateLimiter } from './rates.ts';

/**
 * What every surface asks, in this order: `admit`, then it checks its parameters, `requireCredit`, the work, `charge`,
 * and only then it answers. Nothing but a call that was charged is a success.
 */
export interface Gate {
  /**
   * Who calls, and not too often.
   *
   * @param onKnown hears whose key it is, also when the call is refused because the key is revoked or calls too often.
   * @throws ApiError 401 key-missing, -malformed, -unknown, -revoked; 429 rate-exceeded
   */
  admit(presented: string | undefined, onKnown?: (key: KeyRecord) => void): Promise<KeyRecord>;
  /** Refuses early, before work is done that could not be paid. @throws ApiError 402 credits-spent */
  requireCredit(key: KeyRecord): Promise<void>;
  /** Takes one credit, durably. @throws ApiError 402 credits-spent when others took the last one meanwhile */
  charge(key: KeyRecord): Promise<void>;
}

export interface GateParts {
  readonly keys: KeyStore;
  readonly rates: RateLimiter;
  readonly credits: CreditLedger;
}

export function createGate({ keys, rates, credits }: GateParts): Gate {
  return {
    async admit(presented, onKnown) {
      const key = await knownKey(keys, presented, onKnown);
      requireRate(await rates.take(key.id, key.qps));
      return key;
    },
    async requireCredit(key) {
      // The record was read a moment ago; only a refusal needs a second look, lest a grant since then is missed.
      if (key.credits !== null && key.credits <= 0) requirePaid(key, await credits.hasCredit(key.id));
    },
    async charge(key) {
      requirePaid(key, await credits.charge(key.id));
    },
  };
}

async function knownKey(
  keys: KeyStore,
  presented: string | undefined,
  onKnown: (key: KeyRecord) => void = () => {},
): Promise<KeyRecord> {
  if (!presented) throw new ApiError(errors.keyMissing, {});
  const lookup = await keys.find(presented);
  if (lookup.found === 'known') onKnown(lookup.key);
  if (lookup.found === 'known' && lookup.key.revokedAt === null) return lookup.key;
  throw refusal(lookup, hintOf(presented));
}

function refusal(lookup: KeyLookup, given: string): ApiError {
  if (lookup.found === 'malformed') return new ApiError(errors.keyMalformed, { given });
  if (lookup.found === 'unknown') return new ApiError(errors.keyUnknown, { given });
  const date = new Date(lookup.key.revokedAt ?? 0).toISOString().slice(0, 10);
  return new ApiError(errors.keyRevoked, { given, date });
}

function requireRate({ allowed, retryAfterMs, qps }: RateDecision): void {
  if (allowed) return;
  const retryAfterSeconds = Math.ceil(retryAfterMs / 1000);
  const headers = { 'Retry-After': String(retryAfterSeconds) };
  throw new ApiError(errors.rateExceeded, { qps, retryAfterSeconds }, { headers });
}

function requirePaid(key: KeyRecord, paid: boolean): void {
  if (!paid) throw new ApiError(errors.creditsSpent, { keyId: key.id });
}
