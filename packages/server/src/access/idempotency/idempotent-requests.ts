import { hash } from 'node:crypto';
import type { AccountsDatabase } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { Claim, type KeptResponse, unfinished } from './claim.ts';
import { opened } from './sealed.ts';

/** A request that may be sent twice. */
export interface RepeatableRequest {
  /** Who sends it: what one was answered is nobody else's. */
  readonly caller: string;
  /** As the header `Idempotency-Key` had it. */
  readonly key: string;
  /** Method and path. */
  readonly route: string;
  /** Its body as text. */
  readonly body: string;
}

const keptMs = 86_400_000;
/** After that, a request that is not done is done by a retry: its process is dead, or too late. */
const claimMs = 60_000;

/**
 * Requests that are done once however often they are sent. A response is kept for a day, encrypted under the header
 * that names the request; of the header itself only a hash is kept, so that what a created key is cannot be read from
 * the database.
 */
export class IdempotentRequests {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;

  constructor(accounts: AccountsDatabase, clock: Clock) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  /**
   * Claims a request before it is done. The claim of one that is not done after a minute is taken over.
   *
   * @returns the response it had before; a claim: it is to be done.
   * @throws ApiError idempotency-key-reused for another body; idempotency-unfinished while the first one has no
   * response
   */
  async begin(request: RepeatableRequest): Promise<KeptResponse | Claim> {
    const now = this.#clock.now();
    await this.#accounts.deleteFrom('idempotent_request').where('expires_at', '<=', now).execute();
    const claimed = await this.#accounts
      .insertInto('idempotent_request')
      .values({
        id_hash: idOf(request),
        fingerprint: hash('sha256', request.body),
        begun_at: now,
        expires_at: now + keptMs,
      })
      .onConflict((conflict) => conflict.column('id_hash').doNothing())
      .returning('id_hash')
      .executeTakeFirst();
    return claimed === undefined ? this.#beginAgain(request, now) : this.#claim(request, now);
  }

  async #beginAgain(request: RepeatableRequest, now: number): Promise<KeptResponse | Claim> {
    const found = await this.#accounts
      .selectFrom('idempotent_request')
      .select(['fingerprint', 'begun_at', 'response'])
      .where('id_hash', '=', idOf(request))
      .executeTakeFirst();
    if (found === undefined) throw unfinished();
    if (found.fingerprint !== hash('sha256', request.body)) throw new ApiError(errors.idempotencyKeyReused, {});
    if (found.response !== null) return JSON.parse(opened(found.response, request.key)) as KeptResponse;
    if (now - found.begun_at < claimMs) throw unfinished();
    return this.#takeOver(request, found.begun_at, now);
  }

  /** A change that is being made holds the row: this waits for it, and leaves the claim alone once it is made. */
  async #takeOver(request: RepeatableRequest, begunAt: number, now: number): Promise<Claim> {
    const taken = await this.#accounts
      .updateTable('idempotent_request')
      .set({ begun_at: now })
      .where('id_hash', '=', idOf(request))
      .where('begun_at', '=', begunAt)
      .where('done_at', 'is', null)
      .returning('id_hash')
      .executeTakeFirst();
    if (taken === undefined) throw unfinished();
    return this.#claim(request, now);
  }

  #claim(request: RepeatableRequest, begunAt: number): Claim {
    return new Claim(this.#accounts, this.#clock, { idHash: idOf(request), key: request.key, begunAt });
  }
}

function idOf({ caller, key, route }: RepeatableRequest): string {
  return hash('sha256', `${caller}\n${route}\n${key}`);
}
