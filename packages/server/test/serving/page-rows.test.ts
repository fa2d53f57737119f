import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { productVideos } from '../../src/catalogue/lists/product-videos.ts';
import { checkQuery } from '../../src/catalogue/parameters.ts';
import { withFields } from '../../src/serving/chosen-fields.ts';
import { ClickHouseReader } from '../../src/serving/clickhouse-reader.ts';
import { asLines, firstRows, plainText, valuesOf } from '../../src/serving/page-rows.ts';
import type { Page } from '../../src/serving/reader.ts';
import { parsed, type Row, rowsOf, store } from './rows.ts';
import { type TemporaryEngine, temporaryEngine } from './temporary-engine.ts';

let place: TemporaryEngine;
beforeAll(async () => {
  place = await temporaryEngine();
});
afterAll(() => place.remove());

/** Texts that look like what stands between values and rows. */
const hostile = [
  '',
  '"',
  '\\',
  '\\"',
  '\\\\"',
  ',{',
  '},{"create_time":',
  '"},{"create_time":"1","x":"',
  '{"',
  'a,b\r\n"c"',
  '\u0000\u001f\u007f',
  '漢字 🙂',
  '}',
  '],[',
];

let version = 0;
beforeEach(() => {
  version++;
});

async function pageOf(differences: readonly Row[]): Promise<Page> {
  await store(place.engine, productVideos, version, rowsOf(productVideos, differences));
  const query = checkQuery(productVideos, { ...productVideos.example.query, page_num: 1, page_size: 10 });
  return new ClickHouseReader(place.engine).page(productVideos, { ...query, pageSize: 1_000 }, version);
}

const arbitraryText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.array(fc.constantFrom(...hostile)).map((texts) => texts.join('')),
  fc.string({ unit: 'grapheme' }),
);

describe('the rows of a page, whatever their texts', () => {
  it('are told apart: as lines, as values, the first of them, and some of their fields', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryText, { maxLength: 20 }), fc.nat(25), async (texts, count) => {
        version++;
        const page = await pageOf(
          texts.map((text, i) => ({
            video_id: String(i + 1),
            // The last text of a row, and one within it.
            currency: text,
            video_desc: text,
            total_digg_cnt: '9223372036854775807',
          })),
        );
        const rows = parsed(page);
        const lines = asLines(productVideos, page).toString();
        expect(
          lines === ''
            ? []
            : lines
                .trimEnd()
                .split('\n')
                .map((line) => JSON.parse(line)),
        ).toEqual(rows);
        const values = [...valuesOf(productVideos, page)].map((each) => each.map(plainText));
        const names = productVideos.row.map(({ name }) => name);
        expect(values).toEqual(
          rows.map((row) =>
            names.map((name) => (name === 'total_digg_cnt' ? '9223372036854775807' : String(row[name]))),
          ),
        );
        const few = withFields(productVideos, { fields: ['currency', 'video_id'] }, page);
        expect(few.count).toBe(rows.length);
        expect(JSON.stringify(parsed(few))).toBe(
          JSON.stringify(rows.map(({ video_id, currency }) => ({ video_id, currency }))),
        );
        const first = firstRows(productVideos, page, count);
        expect([first.count, parsed(first)]).toEqual([Math.min(count, rows.length), rows.slice(0, count)]);
      }),
      { numRuns: 25 },
    );
  });
});
