import { kinds } from '../../src/ingest/kinds/index.ts';
import type { Row } from './ingest-fixture.ts';
import { least } from './samples.ts';

const product = least.product;
const video = least.video;
/** Text that is too long. */
export const far = 'x'.repeat(65_537);

/** A record, the field that is wrong with it, and words of the reason. */
const badRecords: readonly (readonly [record: Row, field: string, words: string])[] = [
  [{ ...product, kind: undefined }, 'kind', `expected one of ${[...kinds.keys()].join(', ')}, but missing`],
  [{ ...product, kind: 'toString' }, 'kind', 'got "toString"'],
  [{ ...product, kind: 7 }, 'kind', 'got 7'],
  [{ ...product, product_id: undefined }, 'product_id', 'required, but missing'],
  [{ ...product, product_id: null }, 'product_id', 'required, but missing'],
  [{ ...product, observed_at: undefined }, 'observed_at', 'required, but missing'],
  [{ ...product, region: undefined }, 'region', 'required, but missing'],
  [{ ...video, user_id: undefined }, 'user_id', 'required, but missing'],
  [{ ...least.fx, per_usd: undefined }, 'per_usd', 'required, but missing'],
  [{ ...product, product_id: Number('1729382420060341472') }, 'product_id', 'a JSON number loses digits above 2^53'],
  [{ ...product, product_id: '' }, 'product_id', 'an id of 1 to 20 digits, got ""'],
  [{ ...product, product_id: '12a' }, 'product_id', 'an id of 1 to 20 digits, got "12a"'],
  [{ ...product, product_id: '-5' }, 'product_id', 'an id of 1 to 20 digits'],
  [{ ...product, product_id: '0' }, 'product_id', 'an id above 0'],
  [{ ...product, product_id: '18446744073709551616' }, 'product_id', 'an id up to 18446744073709551615'],
  [{ ...product, product_id: '123456789012345678901' }, 'product_id', 'an id of 1 to 20 digits'],
  [{ ...product, product_id: ['5'] }, 'product_id', 'got an array'],
  [{ ...product, seller_id: '0' }, 'seller_id', 'an id above 0'],
  [{ ...product, total_sale_cnt: -3 }, 'total_sale_cnt', 'expected a whole number from 0 to 1,000,000,000, got -3'],
  [{ ...product, total_sale_cnt: 1.5 }, 'total_sale_cnt', 'got 1.5'],
  [{ ...product, total_sale_cnt: 1_000_000_001 }, 'total_sale_cnt', 'a whole number from 0 to 1,000,000,000, got'],
  [{ ...product, total_sale_cnt: 1_786_500_000 }, 'total_sale_cnt', 'got 1786500000 (a timestamp in seconds?)'],
  [
    { ...product, total_sale_cnt: 1_786_500_000_000 },
    'total_sale_cnt',
    'got 1786500000000 (a timestamp in milliseconds?)',
  ],
  [{ ...product, total_sale_cnt: '1786500000000' }, 'total_sale_cnt', '(a timestamp in milliseconds?)'],
  [{ ...product, review_count: 900_000_000_001 }, 'review_count', 'a whole number from 0 to 900,000,000,000, got'],
  [{ ...video, total_views_cnt: 1_786_500_000_000 }, 'total_views_cnt', '(a timestamp in milliseconds?)'],
  [{ ...product, total_sale_cnt: '1,200' }, 'total_sale_cnt', 'got "1,200"'],
  [{ ...product, total_sale_cnt: true }, 'total_sale_cnt', 'got true'],
  [{ ...product, total_sale_gmv_amt: -0.01 }, 'total_sale_gmv_amt', 'an amount from 0 to 10^13, got -0.01'],
  [{ ...product, min_price: '$5' }, 'min_price', 'a price from 0 to 10^12, got "$5"'],
  [{ ...product, max_price: 1_000_000_000_001 }, 'max_price', 'a price from 0 to 10^12'],
  [{ ...product, total_sale_gmv_amt: 10_000_000_000_001 }, 'total_sale_gmv_amt', 'an amount from 0 to 10^13'],
  [{ ...product, min_price: 'NaN' }, 'min_price', 'got "NaN"'],
  [{ ...product, product_commission_rate: 5 }, 'product_commission_rate', 'a fraction below 1 (0.05 is 5 %), got 5'],
  [{ ...product, product_commission_rate: 1 }, 'product_commission_rate', 'a fraction below 1 (0.05 is 5 %), got 1'],
  [{ ...product, product_commission_rate: '15%' }, 'product_commission_rate', 'got "15%"'],
  [{ ...product, product_rating: 5.1 }, 'product_rating', 'a rating from 0 to 5'],
  [{ ...product, is_s_shop: 2 }, 'is_s_shop', '0, 1, true or false, got 2'],
  [{ ...product, region: 'us' }, 'region', 'two capital letters'],
  [{ ...product, region: 'USA' }, 'region', 'got "USA"'],
  [{ ...product, currency: 'US' }, 'currency', 'three capital letters'],
  [{ ...product, observed_at: '2026-08-12T15:30:57' }, 'observed_at', 'a timestamp with a time zone'],
  [{ ...product, observed_at: '2026-08-12' }, 'observed_at', 'a timestamp with a time zone'],
  [{ ...product, observed_at: 1786548657 }, 'observed_at', 'a timestamp with a time zone'],
  [{ ...product, observed_at: '2026-02-30T00:00:00Z' }, 'observed_at', 'a timestamp with a time zone'],
  [{ ...product, observed_at: '2026-08-12T24:00:00Z' }, 'observed_at', 'a timestamp with a time zone'],
  [
    { ...product, observed_at: '1970-01-01T00:00:00Z' },
    'observed_at',
    'a timestamp from 2000-01-01 to 2026-08-21T12:00',
  ],
  [
    { ...product, observed_at: '2100-01-01T00:00:00Z' },
    'observed_at',
    'a timestamp from 2000-01-01 to 2026-08-21T12:00',
  ],
  [{ ...product, observed_at: '2026-08-21T12:00:00.001Z' }, 'observed_at', 'a timestamp from 2000-01-01'],
  [{ ...product, observed_at: '2000-01-01T00:00:00+01:00' }, 'observed_at', 'a timestamp from 2000-01-01'],
  [{ ...video, create_time: 0 }, 'create_time', 'seconds since 1970-01-01 from 2000-01-01'],
  [{ ...video, create_time: 1_739_372_260_000 }, 'create_time', 'seconds since 1970-01-01 from 2000-01-01'],
  [{ ...video, create_time: '2026-08-12' }, 'create_time', 'whole seconds since 1970-01-01'],
  [{ ...least.live, start_time: 1_900_000_000 }, 'start_time', 'to 2027-08-21'],
  [{ ...least.fx, date: '2026-8-12' }, 'date', 'a date such as 2026-08-12'],
  [{ ...least.fx, date: '2026-02-29' }, 'date', 'a date such as 2026-08-12'],
  [{ ...least.fx, date: '1999-12-31' }, 'date', 'a date from 2000-01-01'],
  [{ ...least.fx, per_usd: 0 }, 'per_usd', 'a rate above 0'],
  [{ ...least.fx, per_usd: -1 }, 'per_usd', 'a rate above 0'],
  [{ ...least.fx, per_usd: 0.1234567 }, 'per_usd', 'at most six decimals'],
  [{ ...product, derived: 'yes' }, 'derived', '0, 1, true or false, got "yes"'],
  [{ ...video, rounded_to: '1K' }, 'rounded_to', 'a whole number from 0'],
  [{ ...least.sale, video_id: 'x' }, 'video_id', 'an id of 1 to 20 digits, got "x"'],
  [{ ...least.sale, sale_id: 5 }, 'sale_id', 'expected text, got 5'],
  [{ ...least.sale, unique_id: 5 }, 'unique_id', 'expected text, got 5'],
  [{ ...product, product_name: 5 }, 'product_name', 'expected text, got 5'],
  [{ ...product, product_name: { a: 1 } }, 'product_name', 'expected text, got an object'],
  [{ ...product, product_name: far }, 'product_name', 'text of at most 65,536 bytes'],
  [{ ...product, product_name: 'é'.repeat(32_769) }, 'product_name', 'text of at most 65,536 bytes'],
  [{ ...product, skus: 'https://example.test/' }, 'skus', 'JSON in the string'],
  [{ ...product, skus: 5 }, 'skus', 'a JSON array or object, got 5'],
  [{ ...product, skus: '5' }, 'skus', 'a JSON array or object, got 5'],
  [{ ...product, skus: ['x'.repeat(1_048_577)] }, 'skus', 'JSON of at most 1,048,576 bytes'],
  [{ ...product, skus: JSON.stringify(['x'.repeat(1_048_577)]) }, 'skus', 'JSON of at most 1,048,576 bytes'],
  [{ ...product, skus: JSON.parse('['.repeat(65) + ']'.repeat(65)) }, 'skus', 'nested at most 64 deep'],
  [{ ...video, products: {} }, 'products', 'an array of {product_id, …}, got an object'],
  [{ ...video, products: [null] }, 'products[]', 'entry 1: expected an object with a product_id'],
  [{ ...video, products: [{}] }, 'products[]', 'entry 1: product_id: required, but missing'],
  [
    { ...video, products: [{ product_id: '5' }, { product_id: 6 }] },
    'products[]',
    'entry 2: product_id: expected an id',
  ],
  [
    { ...video, products: [{ product_id: '5', total_video_sale_cnt: -1 }] },
    'products[].total_video_sale_cnt',
    'entry 1: expected a whole number',
  ],
  [{ ...video, products: '[{"product_id":5}]' }, 'products[]', 'entry 1: product_id: expected an id'],
  [
    { ...video, products: Array.from({ length: 1001 }, () => ({ product_id: '5' })) },
    'products',
    'at most 1,000 products',
  ],
];

/** A line that is no record at all, and words of the reason. */
export const badLines: readonly (readonly [line: Buffer, words: string])[] = [
  [Buffer.from('{"kind":"product",'), 'expected JSON: '],
  [Buffer.from('{"kind":"shop","shop_name":"a\u0001b"}'), 'expected JSON: Bad control character'],
  [Buffer.from('[1,2]'), 'expected one JSON object per line'],
  [Buffer.from('"text"'), 'expected one JSON object per line'],
  [Buffer.from('null'), 'expected one JSON object per line'],
  [Buffer.from([...Buffer.from('{"kind":"shop","shop_name":"'), 0xff, 0xfe, ...Buffer.from('"}')]), 'expected UTF-8'],
  [Buffer.alloc(30_000_000, 'x'), 'expected a line of at most 8,388,608 bytes'],
  [Buffer.from('['.repeat(100_000)), 'expected JSON of at most 100 levels'],
];

/** Whether the record cannot do without the field. */
function isNeeded({ kind }: Row, field: string): boolean {
  const known = kinds.get(String(kind));
  return known === undefined || known.decisive.has(field);
}

/** Those that cost the record. */
export const refused = badRecords.filter(([record, field]) => isNeeded(record, field));
/** Those that cost their field. */
export const cut = badRecords.filter(([record, field]) => !isNeeded(record, field));
