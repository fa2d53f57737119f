import type { Endpoint } from './endpoint.ts';

/** Name of the endpoint's method in the SDK: `product-list` → `productList`. */
export function methodName({ id }: Pick<Endpoint, 'id'>): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
