import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IngestFixture, openIngestFixture, type Row } from './ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
afterAll(() => fixture.remove());

/** A text as JSON, some of its characters in escapes. */
function spelt(text: string, escaped: readonly boolean[]): string {
  const units = [...Array(text.length).keys()].map((at) =>
    escaped[at % escaped.length] ? `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}` : plain(text, at),
  );
  return `"${units.join('')}"`;
}

/** Half of a pair cannot stand for itself beside an escape. */
function plain(text: string, at: number): string {
  const unit = text.charAt(at);
  return /[\ud800-\udfff]/.test(unit) ? `\\u${unit.charCodeAt(0).toString(16)}` : JSON.stringify(unit).slice(1, -1);
}

const escapes = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 });
const name = (text: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(JSON.stringify(text)) },
    escapes.map((at) => spelt(text, at)),
  );
const anyText = fc
  .tuple(
    fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom('\ud800', '\udc00', '"', '\\', '\u0000'),
      ),
    }),
    escapes,
  )
  .map(([text, at]) => spelt(text, at));
const count = fc
  .nat({ max: 1e9 })
  .chain((value) => fc.constantFrom(`${value}`, `${value}.00`, `${value}e0`, `"${value}"`, `"${value}.0"`));
const amount = fc
  .nat({ max: 1e9 })
  .chain((value) => fc.constantFrom(`${value / 100}`, `"${value / 100}"`, `${value}E-2`, `"${value}e-2"`));
const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map((value) => `"${value}"`);
const blank = fc.constantFrom('', '', ' ', '\t', '  ');

/** Members in any order, some of them twice, with blanks between them. */
function object(members: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> {
  return fc
    .tuple(members, blank, blank)
    .map(([all, left, right]) => `{${left}${all.join(`${right},${left}`)}${right}}`);
}

function member(field: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(name(field), blank, value).map(([key, gap, text]) => `${key}${gap}:${gap}${text}`);
}

const link = object(
  fc
    .tuple(
      member('product_id', id),
      fc.array(
        fc.oneof(
          member('total_video_sale_cnt', count),
          member('total_video_sale_gmv_amt', amount),
          member('product_id', id),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([first, rest]) => [first, ...rest]),
);
const links = fc.array(link, { maxLength: 3 }).map((all) => `[${all.join(' , ')}]`);
const optional = fc.oneof(
  member('video_desc', anyText),
  member('hash_tag', anyText),
  member('total_views_cnt', count),
  member('width', fc.constant('null')),
  member('products', links),
  member('unknown', anyText),
);
const required = fc.tuple(
  member('kind', fc.constant('"video"')),
  member('video_id', fc.constant('"5"')),
  member('observed_at', fc.constant('"2026-08-12T15:30:57Z"')),
  member('user_id', id),
);
const line = object(
  fc
    .tuple(required, fc.array(optional, { maxLength: 6 }))
    .chain(([first, rest]) => fc.shuffledSubarray([...first, ...rest], { minLength: first.length + rest.length })),
);

test('however a record is spelt, what lands is what JSON.parse reads', async () => {
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      await fixture.empty();
      expect(await fixture.take(text)).toMatchObject({ records: { video: 1 }, rejected: 0 });
      const [row] = await fixture.engine.rows<Row>('SELECT * FROM landing_video');
      expect(landed(row ?? {})).toEqual(parsed(JSON.parse(text)));
    }),
    { numRuns: 150 },
  );
});

function landed(row: Row) {
  const { user_id, video_desc, hash_tag, total_views_cnt, width, products } = row;
  return { user_id, video_desc, hash_tag, total_views_cnt, width, products: new Set(texts(products)) };
}

/** A record as its row should be: absent fields null, counts as digits, broken characters mended, links once each. */
function parsed(record: Row) {
  const links = (record['products'] ?? []) as readonly Row[];
  return {
    user_id: record['user_id'],
    video_desc: mended(record['video_desc']),
    hash_tag: mended(record['hash_tag']),
    total_views_cnt: digits(record['total_views_cnt']),
    width: null,
    products: new Set(texts(links.map(parsedLink))),
  };
}

function parsedLink(link: Row) {
  const sales = link['total_video_sale_gmv_amt'];
  return {
    product_id: link['product_id'],
    total_video_sale_cnt: digits(link['total_video_sale_cnt']),
    total_video_sale_gmv_amt: sales === undefined ? null : Number(sales),
  };
}

function texts(products: unknown): readonly string[] {
  return (products as readonly Row[]).map((link) => JSON.stringify(link));
}

function mended(text: unknown): unknown {
  return typeof text === 'string' ? Buffer.from(text).toString() : null;
}

function digits(value: unknown): unknown {
  return value === undefined ? null : String(Number(value));
}
