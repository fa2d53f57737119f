import { amount, highestPrice, lowestPrice } from '../readers/amounts.ts';
import { count } from '../readers/counts.ts';
import { currency } from '../readers/currencies.ts';
import { seconds } from '../readers/durations.ts';
import { fractionOf } from '../readers/fractions.ts';
import { handle, id } from '../readers/identities.ts';
import { endOfToldDay } from '../readers/moments.ts';
import { type Reading, readingTogether, Unreadable } from '../readers/reader.ts';
import { endOfRange, firstDay, lastDay } from '../readers/sales.ts';
import { always, images, number, region, text } from '../readers/texts.ts';
import type { Mapping, Source } from '../source.ts';
import { kalodataHeadings } from './kalodata-headings.ts';

const containers = ['csv', 'xlsx'] as const;

/** The id that all addresses of a row name. */
const idInAddresses = readingTogether('id in the addresses of the row, which must agree', (addresses, known) => {
  const ids = Object.entries(addresses).map(([column, address]) => {
    const read = id().reader.read(address, known);
    return read instanceof Unreadable ? read.in(column) : read;
  });
  const bad = ids.find((each) => each instanceof Unreadable);
  if (bad !== undefined) return bad;
  const found = [...new Set(ids.filter((each) => each !== undefined))];
  return found.length > 1 ? new Unreadable(`its addresses name different ids, ${found.join(' and ')}`) : found[0];
});

/** `region=US` of an address. */
const regionInAddress = {
  from: ['tiktok_url'],
  reader: {
    reads: 'region in the address',
    read: (value: unknown, _known: Reading) => /[?&]region=([A-Za-z]{2})\b/.exec(String(value))?.[1]?.toUpperCase(),
  },
};
const regionOfRow: Mapping = [regionInAddress, region()];

const observedAt: Mapping = [endOfRange('date_range'), endOfToldDay];
const endOfDates = 'end of the date range; without it, the day told';
/** Without the days that they are of, sales are refused aloud. */
const firstOfRange = readingTogether(firstDay().reader.reads, ({ date_range: range, sold }) => {
  const first = range === undefined ? undefined : firstDay().reader.read(range);
  if (range !== undefined) return first instanceof Unreadable ? first.in('date_range') : first;
  return sold === undefined
    ? undefined
    : new Unreadable('nothing says of which days they are: export with the date range');
});

/** The sales of a window are stated ones: never a running total. */
const statedSale = {
  day_from: firstOfRange('date_range', 'sold'),
  day_to: lastDay('date_range'),
  observed_at: observedAt,
  units: count('sold'),
  currency: currency([], ['revenue']),
  gmv: amount('revenue'),
  basis: always('stated'),
};

const ofWindow = [
  ...['live_revenue', 'video_revenue', 'card_revenue', 'revenue_growth', 'sold_growth', 'creator_count', 'video_count'],
  ...['live_count', 'conversion', 'views', 'category', 'launch_date', 'shipping_fee'],
];

const products = {
  rows: 'products',
  containers,
  headings: kalodataHeadings,
  recognised: { all: ['product_name', 'sold', 'kalodata_url'], none: ['creator_handle'] },
  records: [
    {
      kind: 'product',
      fields: {
        product_id: idInAddresses('kalodata_url', 'tiktok_url'),
        observed_at: observedAt,
        region: regionOfRow,
        currency: currency([], ['price', 'avg_price']),
        product_name: text('product_name'),
        cover_url: images('image'),
        min_price: lowestPrice('price'),
        max_price: highestPrice('price'),
        spu_avg_price: amount('avg_price'),
        product_commission_rate: fractionOf('fraction')('commission'),
        product_rating: number('rating'),
      },
    },
    {
      kind: 'sale',
      fields: { product_id: idInAddresses('kalodata_url', 'tiktok_url'), ...statedSale },
      onlyWith: ['day_from'],
    },
  ],
  day: endOfDates,
  lost: ofWindow,
};

const creators = {
  rows: 'creators',
  containers,
  headings: kalodataHeadings,
  recognised: { all: ['creator_handle', 'followers'], none: ['video_description', 'product_name'] },
  records: [
    {
      kind: 'creator',
      fields: {
        unique_id: handle('creator_handle', 'tiktok_url'),
        observed_at: observedAt,
        region: regionOfRow,
        nick_name: text('creator_name'),
        total_followers_cnt: count('followers'),
      },
    },
  ],
  day: endOfDates,
  personal: ['email', 'contact'],
  lost: ['sold', 'revenue', ...ofWindow],
};

const videos = {
  rows: 'videos',
  containers,
  headings: kalodataHeadings,
  recognised: { all: ['video_description', 'creator_handle'] },
  records: [
    {
      kind: 'video',
      fields: {
        video_id: idInAddresses('tiktok_url', 'kalodata_url'),
        observed_at: observedAt,
        unique_id: handle('creator_handle'),
        region: regionOfRow,
        video_desc: text('video_description'),
        duration: seconds('duration'),
        products: { link: { product_id: id('product_url') } },
      },
    },
    {
      kind: 'sale',
      fields: {
        product_id: id('product_url'),
        video_id: idInAddresses('tiktok_url', 'kalodata_url'),
        unique_id: handle('creator_handle'),
        ...statedSale,
      },
      onlyWith: ['day_from'],
    },
  ],
  day: endOfDates,
  lost: ofWindow,
};

export const kalodata: Source = {
  name: 'kalodata',
  title: 'Kalodata',
  about: 'Exports of products, creators and videos (CSV or XLSX), in any language of its pages.',
  tables: [videos, products, creators],
};
