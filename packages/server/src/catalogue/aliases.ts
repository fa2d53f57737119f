import type { Endpoint } from './endpoint.ts';

const echotik = '/api/v3/echotik';

/** Other paths of an endpoint, by its id: those that clients of EchoTik call. A new endpoint that has one is a line here. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  'product-list': [`${echotik}/product/list`],
  'product-creators': [`${echotik}/product/influencer/list`],
  'product-videos': [`${echotik}/product/video/list`],
  'influencer-products': [`${echotik}/influencer/product/list`],
  'shop-videos': [`${echotik}/seller/video/list`],
  'cover-download': [`${echotik}/batch/cover/download`],
};

/** Ids of the endpoints that have other paths. */
export const aliasedIds: readonly string[] = Object.keys(aliases);

/** Paths at which the endpoint is served besides its own, with the same rows, price and tags. */
export function aliasesOf({ id }: Pick<Endpoint, 'id'>): readonly string[] {
  return aliases[id] ?? [];
}
