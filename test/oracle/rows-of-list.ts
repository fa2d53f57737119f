import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { methodName } from '../../packages/server/src/catalogue/method-name.ts';
import type { OracleResult, OracleTables } from './oracle.ts';
import type { Row } from './row.ts';

/** What the oracle calls the rows of a list, where that is not the name of its method in the SDK. */
const oracleNames: Readonly<Record<string, keyof OracleTables>> = {
  'product-list': 'products',
  'influencer-products': 'creatorProducts',
};

/** The rows that a list must have. @throws Error for a list that the oracle does not know. */
export function rowsOfList(expected: OracleResult, list: ListEndpoint): readonly Row[] {
  const name = oracleNames[list.id] ?? methodName(list);
  const rows = Object.hasOwn(expected, name) ? expected[name as keyof OracleTables] : expected.plain[name];
  if (rows === undefined) throw new Error(`the oracle has no rows of ${list.id}: add ${name} to test/oracle/oracle.ts`);
  return rows;
}
