import type { Endpoint } from './endpoint.ts';

const echotik = '/api/v3/echotik';

/** Other paths of an endpoint, by its id: those that clients of EchoTik call. A new endpoint that has one is a line here. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  'product-list': [`${echotik}/product/list`],
  'product-detail': [`${echotik}/product/detail`],
  'product-ranking': [`${echotik}/product/ranklist`],
  'product-creators': [`${echotik}/product/influencer/list`],
  'product-videos': [`${echotik}/product/video/list`],
  'influencer-list': [`${echotik}/influencer/list`],
  'influencer-detail': [`${echotik}/influencer/detail`],
  'influencer-products': [`${echotik}/influencer/product/list`],
  'influencer-ranking': [`${echotik}/influencer/ranklist`],
  'shop-list': [`${echotik}/seller/list`],
  'shop-ranking': [`${echotik}/seller/ranklist`],
  'shop-detail': [`${echotik}/seller/detail`],
  'shop-videos': [`${echotik}/seller/video/list`],
  'video-list': [`${echotik}/video/list`],
  'video-ranking': [`${echotik}/video/ranklist`],
  'video-detail': [`${echotik}/video/detail`],
  'cover-download': [`${echotik}/batch/cover/download`],
};

/** Ids of the endpoints that have other paths. */
export const aliasedIds: readonly string[] = Object.keys(aliases);

/** Paths at which the endpoint is served besides its own, with the same rows, price and tags. */
export function aliasesOf({ id }: Pick<Endpoint, 'id'>): readonly string[] {
  return aliases[id] ?? [];
}
