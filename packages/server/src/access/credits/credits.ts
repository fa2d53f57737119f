/** What was taken of a key. */
export interface Receipt {
  readonly credits: number;
  /** Credits left after the charges that were committed together; of no meaning for an unlimited key, or when nothing was taken. */
  readonly left: number;
}

/** Who has how many credits, and what was spent: 1 credit a successful call. */
export interface CreditLedger {
  /** Credits left; null: unlimited. A key that does not exist has 0. */
  balance(keyId: string): Promise<number | null>;
  /** Whether there is a credit right now: a cheap check before the work, which promises nothing about `charge`. */
  hasCredit(keyId: string): Promise<boolean>;
  /**
   * Takes exactly one credit. Resolves once that is durable: true, or false when there was none left.
   *
   * @throws what the database reports; nothing was taken then, as far as the database can tell.
   */
  charge(keyId: string): Promise<boolean>;
  /**
   * Takes so many credits, or as many as there are. Resolves once that is durable, with how many it took.
   *
   * @throws as {@link charge}
   */
  chargeUpTo(keyId: string, credits: number): Promise<number>;
  /** As {@link chargeUpTo}, and says what is left. @throws as {@link charge} */
  take(keyId: string, credits: number): Promise<Receipt>;
}
