/** What became of charges. */
export interface Receipt {
  /** How many of them were paid. */
  readonly times: number;
  /** Credits left after the charges that were committed together; of no meaning for unlimited and test keys. */
  readonly left: number;
}

/** Who has how many credits, and what was spent. */
export interface CreditLedger {
  /** Credits left; null: unlimited. A key that does not exist has 0. */
  balance(keyId: string): Promise<number | null>;
  /**
   * Takes so many credits, all or none of them; of several charges, as many as can be paid whole. Resolves once that is
   * durable.
   *
   * @param credits a whole number above 0
   * @param times default: once
   * @throws what the database reports; nothing was taken then, as far as the database can tell.
   */
  charge(keyId: string, credits: number, times?: number): Promise<Receipt>;
}

/** "1 credit" */
export function creditsInWords(credits: number): string {
  return `${credits} credit${credits === 1 ? '' : 's'}`;
}
