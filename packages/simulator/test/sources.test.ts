import { FEATURES, type Feature, type SimulationOptions, simulateAs, sourceForms } from '@vitrine/simulator';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Row, rowsOf, textsOf } from './reading.ts';

const small: SimulationOptions = { products: 6, days: 40, seed: 1, endDate: '2026-08-31' };
const dayMs = 86_400_000;

function textOf(source: string, options: SimulationOptions, day?: string): string {
  return Buffer.concat([...simulateAs(source, options, day)]).toString();
}

function dayBefore(count: number): string {
  return new Date(Date.parse(small.endDate) - count * dayMs).toISOString().slice(0, 10);
}

function productsIn(text: string): readonly Row[] {
  const rows = rowsOf(text).flatMap(({ data }) => data as readonly Row[]);
  return rows.filter((row) => row['last_crawl_dt'] !== undefined && row['product_id'] !== undefined);
}

/** Units by day, product and content, as ingest reads them. */
function affiliateSales(csv: string): ReadonlyMap<string, number> {
  const rows: readonly Readonly<Record<string, string>>[] = parse(csv, { columns: true, record_delimiter: '\r\n' });
  const sold = new Map<string, number>();
  for (const row of rows) {
    if (row['Order Status'] === 'Canceled') continue;
    const [first = '', second = '', year = ''] = (row['Time Created'] ?? '').split(' ')[0]?.split('/') ?? [];
    const [month, day] = row['Currency'] === 'USD' ? [first, second] : [second, first];
    const key = `${year}-${month}-${day} ${row['Product ID']} ${row['Content ID']}`;
    sold.set(key, (sold.get(key) ?? 0) + Number(row['Quantity']) - Number(row['Items refunded']));
  }
  return sold;
}

describe('files of a source show the truth of a day', () => {
  test('windows and running totals are what was sold, whatever the seed and the day', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.constantFrom(0, 3), (seed, before) => {
        const options = { ...small, seed };
        const sales = rowsOf(textsOf(options).truth);
        const soldOf = (id: unknown, days: number) =>
          sales
            .filter(({ product_id, day }) => product_id === id && dayBefore(before + days) < String(day))
            .filter(({ day }) => String(day) <= dayBefore(before))
            .reduce((sum, { units }) => sum + Number(units), 0);
        const earlier = new Map(
          productsIn(textOf('keyapi', options, dayBefore(before + 1))).map((row) => [row['product_id'], row]),
        );
        const rows = productsIn(textOf('keyapi', options, dayBefore(before)));
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          const id = row['product_id'];
          for (const days of [1, 7, 15, 30]) expect(row[`total_sale_${days}d_cnt`]).toBe(soldOf(id, days));
          const total = earlier.get(id)?.['total_sale_cnt'];
          if (total !== undefined) expect(Number(row['total_sale_cnt']) - Number(total)).toBe(soldOf(id, 1));
        }
      }),
      { numRuns: 5 },
    );
  });

  test('orders through a video or live are its true sales, of one country of the same marketplace', () => {
    const worlds = fc.constantFrom<readonly Feature[]>([], FEATURES);
    const regions = fc.constantFrom<readonly string[] | undefined>(undefined, ['US', 'TH'], ['TH']);
    fc.assert(
      fc.property(fc.nat(1_000), fc.constantFrom(0, 3), worlds, regions, (seed, before, features, regions) => {
        const options = { ...small, products: 30, seed, features, ...(regions && { regions }) };
        const of = new Map(
          rowsOf(textsOf(options).observations)
            .filter(({ kind }) => kind === 'product')
            .map((row) => [row['product_id'], row['region']]),
        );
        const sales = rowsOf(textsOf(options).truth).filter(
          ({ source, day, product_id }) =>
            source !== 'storefront' &&
            of.get(product_id) === (regions?.[0] ?? 'US') &&
            dayBefore(before + 30) < String(day) &&
            String(day) <= dayBefore(before),
        );
        // Which country a product is of that was never observed is not known here.
        const exported = [...affiliateSales(textOf('tiktok-affiliate', options, dayBefore(before)))].filter(([key]) =>
          of.has(key.split(' ')[1]),
        );
        expect(exported.sort()).toEqual(
          sales
            .map(({ day, product_id, source_id, units }) => [`${day} ${product_id} ${source_id}`, Number(units)])
            .sort(),
        );
      }),
      { numRuns: 8 },
    );
  });

  test.each(sourceForms)('$name: the same options give the same bytes, another day others', ({ name }) => {
    expect(textOf(name, small)).toBe(textOf(name, small));
    expect(textOf(name, small)).not.toBe(textOf(name, small, dayBefore(9)));
  });

  test('what cannot be is refused, naming the option', () => {
    expect(() => textOf('nowhere', small)).toThrow(/^as: expected one of keyapi.*, got "nowhere"$/);
    expect(() => textOf('keyapi', small, '2026-07-22')).toThrow(/^day: expected one of the 40 days up to 2026-08-31/);
  });
});
