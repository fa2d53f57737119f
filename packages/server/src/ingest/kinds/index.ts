import { category } from './category.ts';
import { creator } from './creator.ts';
import { fx } from './fx.ts';
import type { Kind } from './kind.ts';
import { live } from './live.ts';
import { product } from './product.ts';
import { review } from './review.ts';
import { sale } from './sale.ts';
import { shop } from './shop.ts';
import { video } from './video.ts';

/** Every kind of record, by its name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  [product, shop, creator, video, live, sale, review, category, fx].map((kind) => [kind.name, kind]),
);
