import { at } from '../columns.ts';
import { creatorDetails, creatorTotals } from '../records/creators.ts';
import { liveCounts, liveCover } from '../records/lives.ts';
import { skus } from '../records/productDetails.ts';
import { shopDetails } from '../records/shops.ts';
import { amount, type Stage } from '../records/stage.ts';
import { videoCounts, videoDetails } from '../records/videos.ts';
import { regionAt } from '../regions.ts';
import { pagesOf } from './pages.ts';
import { indices, promotionOf, type ShownDay, type ShownLink } from './shown-day.ts';
import type { ShownProduct } from './shown-product.ts';
import type { SourceForm } from './source-form.ts';

const SALE_DAYS = [1, 7, 15, 30, 60, 90];
const VIEW_DAYS = [1, 7, 30, 90];

/** Responses of lists of products, and of the videos, lives, creators and shops around them, one a line. */
export const keyapi: SourceForm = {
  name: 'keyapi',
  title: 'responses of the KeyAPI and EchoTik API v3, one a line',
  extension: 'ndjson',
  tells: ['day'],
  *write(shown) {
    yield* responses(shown.products, (product) => productRow(shown, product));
    yield* responses(shown.videoLinks, (link) => videoRow(shown, link));
    yield* responses(shown.liveLinks, (link) => liveRow(shown, link));
    const { creators, shops } = shown.stage.world;
    yield* responses(seen(creators.seenDay, shown), (creator) => creatorRow(shown, creator));
    yield* responses(seen(shops.seenDay, shown), (shop) => shopRow(shown, shop));
  },
};

function* responses<Each>(all: readonly Each[], rowOf: (each: Each) => object): Generator<string, void, undefined> {
  for (const page of pagesOf(all)) yield `${JSON.stringify({ code: 0, message: 'success', data: page.map(rowOf) })}\n`;
}

/** Those that providers know by the day. */
function seen(seenDay: Int32Array, { day }: ShownDay): readonly number[] {
  return indices(seenDay.length, (index) => at(seenDay, index) <= day);
}

function productRow(shown: ShownDay, product: ShownProduct): object {
  const { stage } = shown;
  const { total, region } = product;
  const promotion = promotionOf(shown, product);
  const { cover_url, desc_detail, sale_props, ...details } = product.details();
  return {
    product_id: product.id,
    region: region.code,
    ...details,
    cover_url: jsonText(cover_url),
    desc_detail: jsonText(desc_detail),
    sale_props: jsonText(sale_props),
    skus: jsonText(skus(stage, region, product.index, product.prices)),
    last_crawl_dt: crawlDay(shown),
    total_ifl_cnt: promotion.creators,
    total_video_cnt: promotion.videos,
    total_live_cnt: promotion.lives,
    total_sale_cnt: total.units,
    total_sale_gmv_amt: amount(total.cents),
    ...windows(SALE_DAYS, (days) => ({
      [`total_sale_${days}d_cnt`]: product.sold(days).units,
      [`total_sale_gmv_${days}d_amt`]: amount(product.sold(days).cents),
    })),
  };
}

/** What the video sold is of the product alone. */
function videoRow({ stage, marketBefore }: ShownDay, { owner, product, sold }: ShownLink): object {
  const counts = videoCounts(stage, owner);
  return {
    video_id: stage.world.videos.ids[owner],
    ...creatorOf(stage, at(stage.world.videos.creator, owner)),
    product_id: product.id,
    ...videoDetails(stage, owner),
    ...counts,
    ...windows(VIEW_DAYS, (days) => {
      const before = videoCounts({ ...stage, market: marketBefore(days) }, owner);
      return {
        [`total_views_${days}d_cnt`]: counts.total_views_cnt - before.total_views_cnt,
        [`total_digg_${days}d_cnt`]: counts.total_digg_cnt - before.total_digg_cnt,
      };
    }),
    total_video_sale_cnt: sold.units,
    total_video_sale_gmv_amt: amount(sold.cents),
  };
}

function liveRow({ stage }: ShownDay, { owner, product, sold }: ShownLink): object {
  const { lives } = stage.world;
  const creator = at(lives.creator, owner);
  const region = regionAt(stage.world.creators.ranges, creator);
  return {
    room_id: lives.ids[owner],
    ...creatorOf(stage, creator),
    product_id: product.id,
    region: region.code,
    title: stage.texts.liveTitle(region.language, owner),
    create_time: at(lives.startSeconds, owner),
    finish_time: at(lives.endSeconds, owner),
    cover_url: liveCover(stage.world, owner),
    ...liveCounts(at(lives.viewers, owner)),
    total_sale_cnt: sold.units,
    total_sale_gmv_amt: amount(sold.cents),
  };
}

function creatorRow(shown: ShownDay, creator: number): object {
  const { stage, day } = shown;
  return {
    last_crawl_dt: crawlDay(shown),
    user_id: stage.world.creators.ids[creator],
    ...creatorDetails(stage, creator),
    ...creatorTotals(stage, creator, day),
  };
}

function shopRow(shown: ShownDay, shop: number): object {
  const { stage } = shown;
  const { shop_name, avatar, ...details } = shopDetails(stage, shop);
  return {
    seller_id: stage.world.shops.ids[shop],
    region: regionAt(stage.world.shops.ranges, shop).code,
    seller_name: shop_name,
    cover_url: avatar,
    ...details,
    last_crawl_dt: crawlDay(shown),
    total_sale_cnt: at(stage.market.shopUnits, shop),
  };
}

function creatorOf({ world, texts }: Stage, creator: number): object {
  return { user_id: world.creators.ids[creator], unique_id: texts.handle(creator) };
}

function crawlDay({ dateBefore }: ShownDay): number {
  return Number(dateBefore(0).replaceAll('-', ''));
}

function windows(days: readonly number[], windowOf: (days: number) => object): object {
  return Object.assign({}, ...days.map(windowOf));
}

/** The API sends what is structured as text. */
function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
