import type { AccountsDatabase, WithinTransaction } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { sealed } from './sealed.ts';

/** A response as it is sent again. */
export interface KeptResponse {
  readonly status: number;
  readonly body: string;
}

/** Which request is claimed. */
export interface Claimed {
  readonly idHash: string;
  /** As the header `Idempotency-Key` had it. */
  readonly key: string;
  /** Epoch milliseconds. With it a claim is told from one that took it over. */
  readonly begunAt: number;
}

/** A request that is to be done now, and to be ended with {@link keep} or {@link drop}. */
export class Claim {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;
  readonly #claimed: Claimed;

  constructor(accounts: AccountsDatabase, clock: Clock, claimed: Claimed) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#claimed = claimed;
  }

  /**
   * Marks the request as done, in the transaction that makes its change.
   *
   * @throws ApiError idempotency-unfinished when another request took the claim over: the change must not be made
   */
  readonly markDone: WithinTransaction = async (transaction) => {
    const { idHash, begunAt } = this.#claimed;
    const marked = await transaction
      .updateTable('idempotent_request')
      .set({ done_at: this.#clock.now() })
      .where('id_hash', '=', idHash)
      .where('begun_at', '=', begunAt)
      .returning('id_hash')
      .executeTakeFirst();
    if (marked === undefined) throw unfinished();
  };

  async keep(response: KeptResponse): Promise<void> {
    const { idHash, begunAt, key } = this.#claimed;
    await this.#accounts
      .updateTable('idempotent_request')
      .set({ response: sealed(JSON.stringify(response), key) })
      .where('id_hash', '=', idHash)
      .where('begun_at', '=', begunAt)
      .execute();
  }

  /** It may be sent again, unless it was done. */
  async drop(): Promise<void> {
    const { idHash, begunAt } = this.#claimed;
    await this.#accounts
      .deleteFrom('idempotent_request')
      .where('id_hash', '=', idHash)
      .where('begun_at', '=', begunAt)
      .where('done_at', 'is', null)
      .execute();
  }
}

/** What a request gets while another one with its key has no response. */
export function unfinished(): ApiError {
  return new ApiError(errors.idempotencyUnfinished, {}, { headers: { 'Retry-After': '1' } });
}
