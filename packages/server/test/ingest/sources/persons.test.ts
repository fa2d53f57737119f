import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { IngestError } from '../../../src/ingest/ingest-error.ts';
import { type IngestFixture, openIngestFixture } from '../ingest-fixture.ts';
import { videoRow } from './keyapi-rows.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const person = ['Ann Andersson', 'ann@example.test', '+66812345678', '1 Long Road'];
const header =
  'Order ID,Order Status,SKU ID,Quantity,SKU Subtotal After Discount,Created Time,Recipient,Phone #,Detail Address';
const line = (id: number, rest: string) => `${id},Completed,1730706088342900001,1,5,2026-05-10 10:00:00,${rest}`;
const orders = (...rows: readonly string[]) => [header, line(1, 'x,y,z'), ...rows].join('\n');
const creator = (rest: string) =>
  `${JSON.stringify({ data: [{ ...videoRow() }], code: 0 })}\n{"user_id":"6530900000000000001","unique_id":"h","signature":"Ann Andersson ann@example.test"${rest}\n`;

describe('what is said of persons stands nowhere in what is reported', () => {
  test.each([
    ['a broken quote', orders(line(2, '"Ann Andersson" x,+66812345678,"1 Long Road"'))],
    ['a quote that stays open', orders(line(2, '"Ann Andersson,+66812345678,1 Long Road'))],
    ['too many cells', orders(line(2, 'Ann Andersson,+66812345678,1 Long Road,more'))],
    [
      'bytes that are no UTF-8',
      Buffer.from(`${orders(line(2, 'Ann Andersson,+66812345678,1 Long Road'))}\xff`, 'latin1'),
    ],
    [
      'a row without its id',
      orders(line(2, 'Ann Andersson,+66812345678,1 Long Road').replace('1730706088342900001', '')),
    ],
    ['headings of no source', 'Pedido,Quem,Fone\n1,Ann Andersson,+66812345678\n'],
    ['JSON that is cut off', creator('')],
    ['JSON with a slip', creator(' "contact_email":"ann@example.test"}')],
    ['JSON with a slip in a text', creator(',"contact_email":"\\qann@example.test"}')],
    ['a row of no source', creator('}').replace('"user_id"', '"who"')],
    ['a text between rows', creator('}').replace('{"user_id"', '"Ann Andersson", {"user_id"')],
  ])('%s', async (_, body) => {
    const told = { region: 'TH', day: '2026-08-11' };
    const summary = await fixture.take(body, { told }).catch((error: unknown) => {
      if (error instanceof IngestError) return { error: error.message, rejected: 1, batch: 0, summary: error.summary };
      throw error;
    });
    expect(summary.rejected).toBeGreaterThan(0);
    const file = join(fixture.directory, 'rejects', `batch-${summary.batch}.ndjson`);
    const [report] = await fixture.accounts
      .selectFrom('ingest_batch')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    const all = [
      JSON.stringify(summary),
      existsSync(file) ? readFileSync(file, 'utf8') : '',
      JSON.stringify(report),
    ].join('\n');
    for (const word of person) expect(all).not.toContain(word.slice(0, 6));
  });
});
