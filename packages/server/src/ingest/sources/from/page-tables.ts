import { amount, highestPrice, lowestPrice } from '../readers/amounts.ts';
import { count } from '../readers/counts.ts';
import { currency, signReader } from '../readers/currencies.ts';
import { fractionOf } from '../readers/fractions.ts';
import { handle, id } from '../readers/identities.ts';
import { endOfToldDay } from '../readers/moments.ts';
import { type FieldSource, type Reader, reading, saysNothing, unreadable } from '../readers/reader.ts';
import { region } from '../readers/texts.ts';
import type { TableDeclaration } from '../source.ts';

/** Names of marketplaces on Chinese pages. */
const regions: Readonly<Record<string, string>> = {
  美国: 'US',
  英国: 'GB',
  印度尼西亚: 'ID',
  印尼: 'ID',
  泰国: 'TH',
  越南: 'VN',
  菲律宾: 'PH',
  马来西亚: 'MY',
  新加坡: 'SG',
  墨西哥: 'MX',
  巴西: 'BR',
  日本: 'JP',
  西班牙: 'ES',
  德国: 'DE',
  法国: 'FR',
  意大利: 'IT',
  爱尔兰: 'IE',
};

const regionName: Reader = {
  reads: 'country (`US`, `美国`)',
  read(value) {
    const given = String(value).trim();
    if (saysNothing(given)) return undefined;
    return /^[a-z]{2}$/i.test(given)
      ? given.toUpperCase()
      : (regions[given] ?? unreadable('a country, such as US', value));
  },
};

/** The first line of a cell that holds several. */
const firstLine = reading({
  reads: 'first line of the cell',
  read: (value) => String(value).split(/\r?\n/)[0]?.trim() || undefined,
} satisfies Reader);

/** `售价：$8.00 - 12.80` in a cell of several lines. */
function behindLabel(inner: Reader): (...from: string[]) => FieldSource {
  return reading({
    reads: `${inner.reads}, behind 售价`,
    read(value, known) {
      const [, price] = /售价\s*[:：]\s*([^\n]+)/.exec(String(value)) ?? [];
      return price === undefined ? undefined : inner.read(price, known);
    },
  });
}

const { reader: lowest } = lowestPrice();
const { reader: highest } = highestPrice();

/**
 * Products as the pages of FastMoss and TabCut show them, copied or exported as a table with a column of links: the
 * totals are running ones; sales of a period that the table does not name are left out.
 */
export const pageProducts: TableDeclaration = {
  rows: 'products of a page',
  containers: ['xlsx', 'csv'],
  headings: {
    link: ['Product Link', 'Product URL', '商品链接', '商品ID', '链接', 'TikTok链接', 'TikTok商品链接'],
    product: ['Product', '商品', '商品名称', '商品标题', '商品信息'],
    price: ['Price', '售价', '价格', '商品价格'],
    country: ['Country/Region', '国家/地区', '国家', '地区'],
    shop: ['Shop', '店铺', '店铺名称', '所属店铺'],
    category: ['Category', '类目', '商品分类', '商品类目'],
    commission: ['Commission', '佣金', '佣金比例', '佣金率'],
    total_sold: ['Total Sales', 'Total Units Sold', '总销量', '累计销量'],
    total_revenue: ['Total Revenue', 'Total GMV', '总销售额', '累计销售额'],
    sold: ['Sales', '销量'],
    revenue: ['Revenue', '销售额'],
  },
  recognised: { all: ['link', 'product', 'total_sold'] },
  isAlike: true,
  records: [
    {
      kind: 'product',
      fields: {
        product_id: id('link'),
        observed_at: endOfToldDay,
        region: [reading(regionName)('country'), region()],
        currency: [behindLabel(signReader)('price', 'product'), ...currency([], ['price', 'total_revenue'])],
        product_name: firstLine('product'),
        seller_name: firstLine('shop'),
        min_price: [behindLabel(lowest)('price', 'product'), lowestPrice('price')],
        max_price: [behindLabel(highest)('price', 'product'), highestPrice('price')],
        product_commission_rate: fractionOf('fraction')('commission'),
        total_sale_cnt: count('total_sold'),
        total_sale_gmv_amt: amount('total_revenue'),
      },
    },
  ],
  day: 'end of the day told',
  lost: ['category', 'sold', 'revenue'],
};

/** Videos of a week. Their views and sales are those of the week, so they are left out. */
export const weeklyVideos: TableDeclaration = {
  rows: 'videos of a week',
  containers: ['xlsx', 'csv'],
  recognised: { all: ['video_id', 'creator_handle'], any: ['video_sales', 'video_views', 'creator_followers'] },
  records: [
    {
      kind: 'video',
      fields: {
        video_id: id('video_id'),
        observed_at: endOfToldDay,
        unique_id: handle('creator_handle'),
        region: [reading(regionName)('market'), region()],
      },
    },
    {
      kind: 'creator',
      fields: {
        unique_id: handle('creator_handle'),
        observed_at: endOfToldDay,
        total_followers_cnt: count('creator_followers'),
      },
      onlyWith: ['total_followers_cnt'],
    },
  ],
  day: 'end of the day told',
  lost: ['video_sales', 'video_views', 'product_total_gmv', 'price_raw'],
};
