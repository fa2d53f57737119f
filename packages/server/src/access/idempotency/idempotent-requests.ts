import { hash } from 'node:crypto';
import type { AccountsDatabase } from '../../kernel/accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { opened, sealed } from './sealed.ts';

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

/** A response as it is sent again. */
export interface KeptResponse {
  readonly status: number;
  readonly body: string;
}

const keptMs = 86_400_000;

/**
 * Requests that are done once however often they are sent. A response is kept for a day, encrypted under the header that names the
 * request; of the header itself only a hash is kept, so that what a created key is cannot be read from the database.
 */
export class IdempotentRequests {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;

  constructor(accounts: AccountsDatabase, clock: Clock) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  /**
   * Claims a request before it is done.
   *
   * @returns the response it had before; undefined: it is new, and to be ended with {@link keep} or {@link drop}.
   * @throws ApiError idempotency-key-reused for another body; idempotency-unfinished while the first one has no response
   */
  async begin(request: RepeatableRequest): Promise<KeptResponse | undefined> {
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
    return claimed === undefined ? this.#responseOf(request) : undefined;
  }

  async keep(request: RepeatableRequest, response: KeptResponse): Promise<void> {
    await this.#accounts
      .updateTable('idempotent_request')
      .set({ response: sealed(JSON.stringify(response), request.key) })
      .where('id_hash', '=', idOf(request))
      .execute();
  }

  /** Nothing was done: it may be sent again. */
  async drop(request: RepeatableRequest): Promise<void> {
    await this.#accounts.deleteFrom('idempotent_request').where('id_hash', '=', idOf(request)).execute();
  }

  async #responseOf(request: RepeatableRequest): Promise<KeptResponse> {
    const found = await this.#accounts
      .selectFrom('idempotent_request')
      .select(['fingerprint', 'response'])
      .where('id_hash', '=', idOf(request))
      .executeTakeFirst();
    if (found !== undefined && found.fingerprint !== hash('sha256', request.body))
      throw new ApiError(errors.idempotencyKeyReused, {});
    if (!found?.response) throw new ApiError(errors.idempotencyUnfinished, {}, { headers: { 'Retry-After': '1' } });
    return JSON.parse(opened(found.response, request.key)) as KeptResponse;
  }
}

function idOf({ caller, key, route }: RepeatableRequest): string {
  return hash('sha256', `${caller}\n${route}\n${key}`);
}
