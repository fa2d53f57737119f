import type { Gate } from '../../access/gate.ts';
import type { KeyRecord } from '../../access/keys/keys.ts';
import type { ListEndpoint } from '../../catalogue/endpoint.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { PageQuery } from '../../serving/page-query.ts';
import { firstRows } from '../../serving/page-rows.ts';
import type { Page, Reader } from '../../serving/reader.ts';
import type { CallNotes } from '../call-notes.ts';

/** Rows that are read, paid and sent at a time. */
export const stepRows = 200;

const rowsACredit = 10;

/** Credits that an export of so many rows costs: one for every ten begun, and one for learning that there are none. */
export function exportPrice(rows: number): number {
  return Math.max(1, priceOf(rows));
}

function priceOf(rows: number): number {
  return Math.ceil(rows / rowsACredit);
}

/** An export that ends before its last row. What was sent is paid; the rest is not. */
export class ExportCut extends Error {
  override readonly name = 'ExportCut';
}

export interface PaidPagesParts {
  readonly gate: Pick<Gate, 'charge' | 'chargeUpTo'>;
  readonly reader: Reader;
  readonly key: KeyRecord;
  readonly list: ListEndpoint;
  readonly query: PageQuery;
  readonly version: number;
  /** So many rows there are, or are wanted. */
  readonly rows: number;
  /** Told of rows and credits as it goes on. */
  readonly notes: CallNotes;
  /** Asked before each page. @throws ApiError when the key works no more */
  mayGoOn(): Promise<void>;
}

/**
 * Pages of one dataset version, each handed out when it is paid for, durably. Who stops taking them pays no more.
 *
 * @throws ApiError when the key works no more, or cannot pay the first credit; ExportCut when the credits run out, or the version is gone; what the reader throws
 */
export async function* paidPages(parts: PaidPagesParts): AsyncGenerator<Page, void, undefined> {
  const { gate, reader, key, list, query, version, rows, notes, mayGoOn } = parts;
  if (rows === 0) await payForNone(parts);
  for (let sent = 0; sent < rows; sent += stepRows) {
    if (sent > 0) await mayGoOn();
    const step = { ...query, pageNum: sent / stepRows + 1, pageSize: stepRows };
    const page = firstRows(list, await reader.page(list, step, version), rows - sent);
    if (page.count < Math.min(stepRows, rows - sent))
      throw new ExportCut(`dataset version ${version} is no longer available`);
    const price = priceOf(page.count);
    const paid = await gate.chargeUpTo(key, price);
    const affordable = firstRows(list, page, paid * rowsACredit);
    if (key.mode === 'live') notes.credits += paid;
    notes.rows += affordable.count;
    if (affordable.count > 0) yield affordable;
    if (notes.rows === 0) throw new ApiError(errors.creditsSpent, { keyId: key.id });
    if (paid < price) throw new ExportCut('the credits of the key ran out');
  }
}

async function payForNone({ gate, key, notes }: PaidPagesParts): Promise<void> {
  await gate.charge(key);
  if (key.mode === 'live') notes.credits += 1;
}
