import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, type IngestFixture, openIngestFixture } from '../ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const told = { region: 'US', day: '2026-08-11' };
const refusalOf = async (body: string, readAs?: string) =>
  (await failureOf(fixture.take(body, { told, readAs }))).message;
const url = 'https://www.kalodata.com/product/detail?id=1729382420060341472';

describe('a file that is almost one of a source is refused with what it lacks', () => {
  test.each([
    [
      'a column of an export is gone',
      'Date Range,Product Name,Price($),Item Sold\n2026-08-09~2026-08-10,Spray,12,5\n',
      'the nearest is kalodata (products), which needs KalodataUrl as well',
    ],
    [
      'a heading is misspelt',
      `Date Range,Product Name,KalodataUrl,Itm Sold\n2026-08-09~2026-08-10,Spray,${url},5\n`,
      'the nearest is kalodata (products), which needs Item Sold as well: did you mean it by Itm Sold?',
    ],
    [
      'a heading in another language is misspelt',
      'หมายเลขคำสั่งซื้อ,สถานะคำสั่งซื้อ,รหัส SKU,จำนวน,เวลาที่สร้าาง\n1,a,2,3,10/05/2026 22:05:43\n',
      'the nearest is tiktok-orders (lines of orders), which needs Created Time as well: did you mean it by เวลาที่สร้าาง?',
    ],
    [
      'one of several columns is gone',
      'Room ID,Start Time,Duration\n7623285229813000003,2026-07-12 19:02,2h\n',
      'the nearest is tiktok-live (lives), which needs Views, Attributed GMV or Attributed orders as well',
    ],
    [
      'members of JSON',
      '[{"product_id":"1","sold_counts":5,"crate_show":"14%","relate_author_count":3}]',
      'the nearest is fastmoss (products of a search), which needs sold_count as well: did you mean it by sold_counts?',
    ],
  ])('%s', async (_what, body, words) => {
    expect(await refusalOf(body)).toContain(words);
  });

  test('and the file that --from names, with its own alone', async () => {
    const body = 'Date Range,Product Name,Price($),Item Sold\n2026-08-09~2026-08-10,Spray,12,5\n';
    expect(await refusalOf(body, 'tiktok-live')).not.toContain('nearest');
    expect(await refusalOf(body, 'kalodata')).toContain('the nearest is kalodata (products), which needs KalodataUrl');
  });

  test('what has nothing of any source is near none', async () => {
    expect(await refusalOf('colour,size\nred,5\n')).not.toContain('nearest');
  });
});

describe('a column that is none of its source, and near one that is missing, is suspected', () => {
  const header = 'Date Range,Product Name,KalodataUrl,Item Sold';
  const taken = (columns: string, cells: string) =>
    fixture.take(`${header},${columns}\n2026-08-09~2026-08-10,Spray,${url},5,${cells}\n`, { told });

  test('it is named with the heading that was meant', async () => {
    expect((await taken('Comission Rate,Product Ratings', '15%,4.5')).suspicions).toMatchObject([
      {
        sign: 'misspelt-column',
        field: 'product.product_commission_rate',
        message: 'column Comission Rate of kalodata is not known, and was not read: did you mean Commission Rate?',
      },
      { sign: 'misspelt-column', field: 'product.product_rating' },
    ]);
  });

  test.each([
    ['the one that was meant is there', 'Commission Rate,Commission Rates', '15%,1%'],
    ['it is of other days', 'Revenue 7 days', '5'],
    ['it is near none', 'Remarks', 'good'],
    ['it is known and not kept', 'Launch Date', '2026-01-01'],
  ])('but not where %s', async (_what, columns, cells) => {
    expect((await taken(columns, cells)).suspicions).toBeUndefined();
  });
});

test('tables of pages that several sources show alike are of one or the other', async () => {
  const body = `商品,商品链接,总销量\nSpray,https://shop.tiktok.com/view/product/1729382420060341472,128\n`;
  expect(await fixture.take(body, { told })).toMatchObject({ from: 'fastmoss or tabcut', records: { product: 1 } });
  expect(await fixture.take(body, { told, readAs: 'tabcut' })).toMatchObject({ from: 'tabcut' });
});
