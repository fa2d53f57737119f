import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { fieldOf } from '../../packages/server/src/serving/list-source.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';

/**
 * Rows by key: on both sides of the length from which orders are kept, one key with a single row, and the largest id.
 */
const rowsByKey: Readonly<Record<string, number>> = { '1': 1, '7': 1023, '18446744073709551615': 1025, '900': 3000 };
const regions = ['US', 'ID', '', 'GB'];

const hostileTexts = ['', 'a\u0000b\u0001c\n\r\t', '"\\"/', '\u2028\u{1F440} é 日本語', '[{"url":"x\\ny"}]'];

/** Stores lists of every endpoint in which few values differ, so that ties abound. */
export async function storeLargeLists(engine: Engine, version: number): Promise<void> {
  for (const endpoint of lists) {
    const lines = Object.values(rowsByKey).flatMap((rowCount, key) =>
      Array.from({ length: rowCount }, (_, row) => JSON.stringify(rowOf(endpoint, version, key, row))),
    );
    await engine.insert(endpoint.table, Buffer.from(lines.join('\n')));
  }
  await engine.command(
    `INSERT INTO serving_product_list (version, region, product_id, product_name)
     SELECT {version:UInt32}, 'US', 5000000 + number, concat('not utf-8: ', char(255, 65, 195), 'b') FROM numbers(3)`,
    { version },
  );
}

function rowOf(endpoint: ListEndpoint, version: number, key: number, row: number): Readonly<Record<string, unknown>> {
  const fields = endpoint.row.map(({ name }, i) => [name, fieldValue(endpoint, name, row * 31 + i * 7)] as const);
  const [keyField = ''] = endpoint.key;
  const keyText = fieldOf(endpoint, keyField).kind === 'id' ? Object.keys(rowsByKey)[key] : regions[key];
  return { ...Object.fromEntries(fields), [keyField]: keyText, [endpoint.rowId]: String(10 + row * 3), version };
}

function fieldValue(endpoint: ListEndpoint, name: string, chance: number): string | number {
  const few = (chance * 2_654_435_761) % 11;
  switch (fieldOf(endpoint, name).kind) {
    case 'id':
      return String(few * 1_700_000_000_000_000_000);
    case 'digits':
      return few === 0 ? '' : String(1_700_000_000 + few);
    case 'text':
    case 'json':
      return hostileTexts[few % hostileTexts.length] ?? '';
    case 'flag':
      return few % 3;
    case 'day':
      return 20_260_101 + few;
    case 'count':
      return few === 10 ? 9_007_199_254_740_991 : few;
    case 'amount':
      return few === 10 ? '70000000000000.01' : `${few}.${few}${few % 2}`;
    default:
      return `0.${few}5`;
  }
}
