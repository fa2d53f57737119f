import type { AccountsDatabase } from '../accounts/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { FittedConstants } from './fitted-constants.ts';

/** Constants that were fitted and applied. */
export interface AppliedFit {
  readonly id: number;
  /** The version they were fitted on. */
  readonly version: number;
  readonly constants: FittedConstants;
  /** Milliseconds since the epoch. */
  readonly appliedAt: number;
}

/** The fits that were applied; the latest that is not undone holds. */
export interface FitStore {
  /** The one that holds; undefined: none does. */
  current(): Promise<AppliedFit | undefined>;
  apply(version: number, constants: FittedConstants): Promise<AppliedFit>;
  /** Takes back the one that holds: that before it holds again. @returns it; undefined: there was none */
  undo(): Promise<AppliedFit | undefined>;
}

export function databaseFits(database: AccountsDatabase, clock: Clock): FitStore {
  return new DatabaseFits(database, clock);
}

class DatabaseFits implements FitStore {
  readonly #database: AccountsDatabase;
  readonly #clock: Clock;

  constructor(database: AccountsDatabase, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async current(): Promise<AppliedFit | undefined> {
    const found = await this.#database
      .selectFrom('estimate_fit')
      .select(['id', 'version', 'constants', 'applied_at as appliedAt'])
      .where('undone_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return found && { ...found, constants: JSON.parse(found.constants) as FittedConstants };
  }

  async apply(version: number, constants: FittedConstants): Promise<AppliedFit> {
    const appliedAt = this.#clock.now();
    const { id } = await this.#database
      .insertInto('estimate_fit')
      .values({ version, constants: JSON.stringify(constants), applied_at: appliedAt })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id, version, constants, appliedAt };
  }

  async undo(): Promise<AppliedFit | undefined> {
    const held = await this.current();
    if (held === undefined) return undefined;
    await this.#database
      .updateTable('estimate_fit')
      .set({ undone_at: this.#clock.now() })
      .where('id', '=', held.id)
      .execute();
    return held;
  }
}
