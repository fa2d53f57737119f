import { amount } from '../readers/amounts.ts';
import { count } from '../readers/counts.ts';
import { currency } from '../readers/currencies.ts';
import { fractionOf } from '../readers/fractions.ts';
import { id } from '../readers/identities.ts';
import { dayIn, endOfToldDay } from '../readers/moments.ts';
import { always, region, text } from '../readers/texts.ts';
import type { Source } from '../source.ts';

const dayMs = 86_400_000;

/** So many days before the day told. */
function toldDay(daysBefore: number) {
  const read = (value: unknown) => {
    const day = dayIn(value);
    if (typeof day !== 'string') return day;
    return new Date(Date.parse(day) - daysBefore * dayMs).toISOString().slice(0, 10);
  };
  return { from: [], reader: { reads: `the day told, less ${daysBefore}`, read }, told: 'day' as const };
}

export const echotikXlsx: Source = {
  name: 'echotik-xlsx',
  title: 'EchoTik export',
  about: 'The export of products (XLSX or CSV). It states what was sold in seven days, and no total.',
  tables: [
    {
      rows: 'products',
      containers: ['xlsx', 'csv'],
      headings: {
        product_id: ['EchoTik Product ID', 'EchoTik商品ID'],
        product_name: ['Product Name', '商品名称'],
        category: ['Category', '商品类目', '类目'],
        price: ['Current Price', 'Price', '当前售价', '售价'],
        sold: ['Sales (7 days)', '7-day Sales', 'Last 7 Days Sales', '近7天销量', '7天销量'],
        revenue: ['GMV', '成交额'],
        commission: ['Commission Rate', '达人佣金率', '佣金率', '佣金比例'],
        shop: ['Shop Name', '店铺名', '店铺名称'],
        growth: ['7-day Growth', '近7天增长'],
      },
      recognised: { all: ['product_id', 'sold'] },
      records: [
        {
          kind: 'product',
          fields: {
            product_id: id('product_id'),
            observed_at: endOfToldDay,
            region: region('region'),
            currency: currency([], ['price', 'revenue']),
            product_name: text('product_name'),
            seller_name: text('shop'),
            min_price: amount('price'),
            product_commission_rate: fractionOf('fraction')('commission'),
          },
        },
        {
          kind: 'sale',
          fields: {
            product_id: id('product_id'),
            observed_at: endOfToldDay,
            day_from: toldDay(6),
            day_to: toldDay(0),
            units: count('sold'),
            basis: always('stated'),
          },
          onlyWith: ['units'],
        },
      ],
      day: 'end of the day told; sales of the seven days up to it',
      lost: ['category', 'revenue', 'growth'],
    },
  ],
};
