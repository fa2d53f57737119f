import { at } from '../columns.ts';
import { draw } from '../random.ts';
import { regionAt } from '../regions.ts';
import type { RecordSource, Stage } from './stage.ts';

/** Shops, once a week, with their name and picture at first sight. */
export function shopRecords(stage: Stage): RecordSource {
  const { shops } = stage.world;
  return {
    range: () => ({ first: 0, end: shops.count }),
    lines(shop, day) {
      if (!stage.observing.isShopSeen(shop, day)) return '';
      const details = day === at(shops.seenDay, shop) ? shopDetails(stage, shop) : {};
      return `${JSON.stringify({
        kind: 'shop',
        seller_id: shops.ids[shop],
        region: regionAt(shops.ranges, shop).code,
        observed_at: stage.observedAt(shop, day),
        ...details,
        total_sale_cnt: at(stage.market.shopUnits, shop),
      })}\n`;
    },
  };
}

function shopDetails({ world, texts, keys }: Stage, shop: number): object {
  return {
    shop_name: texts.shopName(regionAt(world.shops.ranges, shop).language, shop),
    avatar: `https://img.example.com/shop/${world.shops.ids[shop]}.webp`,
    is_s_shop: at(world.shops.isManaged, shop),
    rating: (30 + (draw(keys.detail, shop, 1) % 21)) / 10,
  };
}
