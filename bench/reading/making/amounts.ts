/** How many there are of what. */
export interface Amounts {
  readonly products: number;
  /** Products that somebody promotes. */
  readonly linked: number;
  /** Pairs of a product and a creator who promotes it. */
  readonly pairs: number;
  readonly creators: number;
  /** Shops a market. */
  readonly shops: number;
}

/** Scale 1: a million products, five million pairs, and about ten million videos (two a pair). */
export function amountsOf(scale: number): Amounts {
  const products = Math.round(1_000_000 * scale);
  return {
    products,
    linked: Math.floor(products * 0.7),
    pairs: products * 5,
    creators: products,
    shops: Math.ceil(products / 50),
  };
}
