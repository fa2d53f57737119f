import { at } from '../columns.ts';
import type { MarketState } from '../course/market-state.ts';
import { priceSpanOf, productDetails } from '../records/productDetails.ts';
import { shopDetails } from '../records/shops.ts';
import type { Stage } from '../records/stage.ts';
import { type Region, regionAt } from '../regions.ts';

/** Units and GMV, the latter in hundredths of the currency. */
export interface Sold {
  readonly units: number;
  readonly cents: number;
}

/** A product as its page and its providers show it at the end of a day. */
export interface ShownProduct {
  readonly index: number;
  readonly id: string;
  readonly region: Region;
  readonly shopId: string;
  readonly shopName: string;
  /** In hundredths of the currency. */
  readonly prices: ReturnType<typeof priceSpanOf>;
  /** All that its page shows besides. */
  details(): ReturnType<typeof productDetails>;
  /** Up to the end of the day. */
  readonly total: Sold;
  /** In the last so many days. */
  sold(days: number): Sold;
}

/** @param marketBefore the market at the end of the day so many days before. */
export function shownProduct(stage: Stage, marketBefore: (days: number) => MarketState, index: number): ShownProduct {
  const { products, shops } = stage.world;
  const region = regionAt(products.ranges, index);
  const shop = at(products.shop, index);
  const total = totalIn(stage.market, index);
  return {
    index,
    region,
    total,
    id: String(products.ids[index]),
    shopId: String(shops.ids[shop]),
    shopName: shopDetails(stage, shop).shop_name,
    prices: priceSpanOf(stage, region, index),
    details: () => productDetails(stage, region, index),
    sold(days) {
      const before = totalIn(marketBefore(days), index);
      return { units: total.units - before.units, cents: total.cents - before.cents };
    },
  };
}

function totalIn(market: MarketState, index: number): Sold {
  return { units: at(market.productUnits, index), cents: at(market.productCents, index) };
}
