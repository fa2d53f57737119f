import { topNameOf } from '../categories.ts';
import { csv } from './csv.ts';
import { percent, priceRange } from './formats.ts';
import type { ShownProduct } from './shown-product.ts';
import type { SourceForm } from './source-form.ts';

export const echotikXlsx: SourceForm = {
  name: 'echotik-xlsx',
  title: 'the product sheet of the EchoTik pages, as CSV',
  extension: 'csv',
  tells: ['region', 'day'],
  isOfOneRegion: true,
  write: (shown) => csv(columns, shown.products),
};

const columns: Readonly<Record<string, (product: ShownProduct) => string | number>> = {
  EchoTik商品ID: ({ id }) => id,
  商品名称: ({ details }) => details().product_name,
  商品类目: ({ details }) => topNameOf((Number(details().category_id) - 930_000) / 1_000),
  当前售价: ({ prices, region }) => priceRange(prices.minCents, prices.minCents, region),
  近7天销量: ({ sold }) => sold(7).units,
  达人佣金率: ({ details }) => percent(details().product_commission_rate),
  店铺名: ({ shopName }) => shopName,
};
