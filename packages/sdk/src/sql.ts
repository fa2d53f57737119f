import { type Address, brokenOff, dataOf, envelopeIn, send, textOf } from './transport.ts';

/** Formats of a file of rows. */
export type SqlFormat = 'csv' | 'ndjson' | 'parquet';

/** The rows of a statement. */
export interface SqlRows {
  /** The dataset version that answered. */
  readonly version: number;
  /** Its as-of day, yyyy-MM-dd. */
  readonly asOf: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** A value a column; 64-bit whole numbers are strings of digits. */
  readonly rows: readonly (readonly unknown[])[];
}

/** @throws VitrineError */
export async function sqlFile(address: Address, sql: string, format: SqlFormat): Promise<Uint8Array> {
  const response = await send(address, { method: 'POST', path: '/admin/v1/sql', json: { sql, format } });
  if (!response.ok) dataOf(envelopeIn(await textOf(address, response), response.status));
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw brokenOff(address, cause);
  });
  return new Uint8Array(bytes);
}
