import type { Suspicion } from '@vitrine/sdk';

/** `looks wrong: product.product_id: 8 of 8 ids end in 000…; such as 1…, 2…` */
export function suspicionInWords({ field, message, examples }: Suspicion): string {
  const such = examples.length === 0 ? '' : `; such as ${examples.join(', ')}`;
  return `looks wrong: ${field}: ${message}${such}`;
}
