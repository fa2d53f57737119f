import { creditsRefused, type Gate } from '../../access/gate.ts';
import type { KeyRecord } from '../../access/keys/keys.ts';
import type { ListEndpoint } from '../../catalogue/endpoint.ts';
import type { PageQuery } from '../../serving/page-query.ts';
import { firstRows } from '../../serving/page-rows.ts';
import type { Page, Reader } from '../../serving/reader.ts';
import type { CallNotes } from '../call-notes.ts';

/** Rows that are read, paid and sent at a time. */
export const stepRows = 200;

const rowsACharge = 10;

/**
 * Credits that an export of so many rows costs: a page's price for every ten begun, and for learning that there are
 * none.
 */
export function exportPrice({ priceCredits }: ListEndpoint, rows: number): number {
  return priceCredits * Math.max(1, chargesFor(rows));
}

function chargesFor(rows: number): number {
  return Math.ceil(rows / rowsACharge);
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
 * @throws ApiError when the key works no more, or cannot pay the first rows; ExportCut when the credits run out, or the
 * version is gone; what the reader throws
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
    const charges = chargesFor(page.count);
    const { times: paid, left } = await gate.chargeUpTo(key, list.priceCredits, charges);
    const affordable = firstRows(list, page, paid * rowsACharge);
    if (key.mode === 'live') notes.credits += paid * list.priceCredits;
    notes.rows += affordable.count;
    if (affordable.count > 0) yield affordable;
    if (notes.rows === 0) throw creditsRefused(key, list.priceCredits, left);
    if (paid < charges) throw new ExportCut('the credits of the key ran out');
  }
}

async function payForNone({ gate, key, list, notes }: PaidPagesParts): Promise<void> {
  await gate.charge(key, list.priceCredits);
  if (key.mode === 'live') notes.credits += list.priceCredits;
}
