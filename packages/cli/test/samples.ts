/** A product seen on two days, as a line of NDJSON each. */
export function productLines(productId: string, soldBefore = 100, soldAfter = 110): string {
  const seen = (observed_at: string, total_sale_cnt: number) =>
    JSON.stringify({
      kind: 'product',
      product_id: productId,
      observed_at,
      region: 'US',
      currency: 'USD',
      product_name: `Product ${productId}`,
      spu_avg_price: 9.99,
      total_sale_cnt,
    });
  return `${seen('2026-11-19T10:00:00Z', soldBefore)}\n${seen('2026-11-20T10:00:00Z', soldAfter)}\n`;
}
