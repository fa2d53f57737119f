import { at } from '../columns.ts';
import { draw } from '../random.ts';
import { regionAt } from '../regions.ts';
import type { World } from '../world/world.ts';
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

/** What the page of a shop shows. */
export function shopDetails({ world, texts, keys }: Stage, shop: number) {
  return {
    shop_name: texts.shopName(regionAt(world.shops.ranges, shop).language, shop),
    avatar: `https://img.example.com/shop/${world.shops.ids[shop]}.webp`,
    is_s_shop: at(world.shops.isManaged, shop),
    from_flag: at(world.shops.isManaged, shop) === 1 ? 2 : 1,
    rating: (30 + (draw(keys.detail, shop, 1) % 21)) / 10,
    ...accountOf(world, shop),
  };
}

/** Every third shop has a creator of its region for an account. */
function accountOf({ shops, creators }: World, shop: number): { readonly user_id?: string | undefined } {
  const region = regionAt(shops.ranges, shop);
  const range = creators.ranges.find((each) => each.region === region);
  if (shop % 3 !== 0 || range === undefined) return {};
  return { user_id: creators.ids[range.first + (shop % range.count)] };
}
