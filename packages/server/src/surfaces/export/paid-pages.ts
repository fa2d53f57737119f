import { creditsRefused, type Gate } from '../../access/gate.ts';
import type { KeyRecord } from '../../access/keys/keys.ts';
import type { ExportedEndpoint } from '../../catalogue/endpoint.ts';
import { firstRows } from '../../serving/page-rows.ts';
import type { Page } from '../../serving/reader.ts';
import type { CallNotes } from '../call-notes.ts';
import { stepRows } from './exported-rows.ts';

const rowsACharge = 10;

/**
 * Credits that an export of so many rows costs: a page's price for every ten begun, and for learning that there are
 * none.
 */
export function exportPrice({ priceCredits }: ExportedEndpoint, rows: number): number {
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
  /** The rows, in pages of a step. */
  readonly steps: AsyncIterable<Page>;
  readonly key: KeyRecord;
  readonly endpoint: ExportedEndpoint;
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
  const { gate, steps, key, endpoint, version, rows, notes, mayGoOn } = parts;
  if (rows === 0) return payForNone(parts);
  let read = 0;
  for await (const step of steps) {
    if (read > 0) await mayGoOn();
    const page = firstRows(endpoint, step, rows - read);
    if (page.count < Math.min(stepRows, rows - read)) break;
    read += page.count;
    const charges = chargesFor(page.count);
    const { times: paid, left } = await gate.chargeUpTo(key, endpoint.priceCredits, charges);
    const affordable = firstRows(endpoint, page, paid * rowsACharge);
    if (key.mode === 'live') notes.credits += paid * endpoint.priceCredits;
    notes.rows += affordable.count;
    if (affordable.count > 0) yield affordable;
    if (notes.rows === 0) throw creditsRefused(key, endpoint.priceCredits, left);
    if (paid < charges) throw new ExportCut('the credits of the key ran out');
    if (read === rows) return;
  }
  throw new ExportCut(`dataset version ${version} is no longer available`);
}

async function payForNone({ gate, key, endpoint, notes }: PaidPagesParts): Promise<void> {
  await gate.charge(key, endpoint.priceCredits);
  if (key.mode === 'live') notes.credits += endpoint.priceCredits;
}
