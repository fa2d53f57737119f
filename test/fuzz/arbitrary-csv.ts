import fc from 'fast-check';
import { hostileBytes, hostileTexts } from './arbitrary-values.ts';

const columns = ['seller_id', 'observed_at', 'region', 'shop_name', 'total_sale_cnt'];
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
const delimiters = fc.constantFrom(',', ';', '\t', '|', ':');

const headers = fc.oneof(
  { weight: 6, arbitrary: fc.constant(columns.join(',')) },
  { weight: 2, arbitrary: delimiters.map((delimiter) => columns.join(delimiter)) },
  delimiters.map((delimiter) => [...columns, 'region'].join(delimiter)),
  fc.constantFrom('', '"', 'seller_id', columns.join(',').repeat(2_000), `"${columns.join('","')}"`),
  hostileTexts,
);

/** Cells that a reader of CSV may trip over. */
const cells = fc.oneof(
  fc.constantFrom('"Best" shoes', '"open', '""', '"', '"a""b"', '27" monitor', '\\N', ' ', '1e400', '"x\ny"', '\ud800'),
  fc.constantFrom('5', '7494048773396071648', '2026-08-12T15:30:57Z', 'US', '"a,b"', ''),
  hostileTexts,
);

const lines = fc.oneof(
  fc.tuple(fc.array(cells, { maxLength: 8 }), delimiters).map(([row, delimiter]) => row.join(delimiter)),
  fc.nat().map((id) => `${id + 1},2026-08-12T15:30:57Z,US,shop,5`),
  fc.constantFrom('', ',,,,', '\u0000', ',"'.repeat(3_000), '""x'.repeat(3_000)),
  hostileBytes,
);

/** Files that are said to be CSV. Texts hold one byte a character, or more. */
export const arbitraryCsv: fc.Arbitrary<Buffer> = fc
  .tuple(headers, fc.array(lines, { maxLength: 30 }), lineEnds, fc.boolean())
  .map(([header, rows, lineEnd, isLatin1]) =>
    Buffer.from([header, ...rows].join(lineEnd), isLatin1 ? 'latin1' : 'utf8'),
  );
