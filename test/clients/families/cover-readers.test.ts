import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverDownload } from '../../../packages/server/src/catalogue/lookups/cover-download.ts';
import { type ClientRow, type FamilyServer, familyServer, getEnvelope } from './family-server.ts';

/* Readers of converted covers. Each finds the new address of an image in another way. */
let server: FamilyServer;
let rows: readonly ClientRow[];
beforeAll(async () => {
  server = await familyServer();
  const url = `${server.origin}/api/v3/echotik/batch/cover/download`;
  const { envelope } = await getEnvelope(url, coverDownload.example.query, { 'x-api-key': server.key });
  rows = envelope.data ?? [];
});
afterAll(() => server.remove());

const original = String(coverDownload.example.row['original_url']);
const converted = String(coverDownload.example.row['converted_url']);

/** A reader: from rows to the new address. */
type Reader = (rows: readonly ClientRow[]) => unknown;

const readers: readonly (readonly [string, Reader])[] = [
  [
    'a map of every name and value that begins with http',
    (all) => {
      const pairs = all.flatMap((row) => Object.entries(row)).filter(([, value]) => String(value).startsWith('http'));
      return new Map(pairs).get(original);
    },
  ],
  [
    'the first value that begins with http',
    ([row = {}]) => Object.values(row).find((value) => String(value).startsWith('http')),
  ],
  ['the value under the address', (all) => all.find((row) => original in row)?.[original]],
  ['the first name and its value', ([row = {}]) => Object.entries(row)[0]?.[1]],
  ['the two fields', (all) => all.find((row) => row['original_url'] === original)?.['converted_url']],
];

describe('the new address of an image is found by', () => {
  it.each(readers)('%s', (_, read) => {
    expect(read(rows)).toBe(converted);
  });
});

it('several addresses may be sent joined by commas, or as a parameter that is repeated', async () => {
  const url = `${server.origin}${coverDownload.path}`;
  const headers = { authorization: `Bearer ${server.key}` };
  const joined = await fetch(`${url}?cover_urls=${encodeURIComponent(`${original},${original}`)}`, { headers });
  const one = encodeURIComponent(original);
  const repeated = await fetch(`${url}?cover_urls=${one}&cover_urls=${one}`, { headers });
  expect([joined.status, repeated.status]).toEqual([200, 200]);
});
