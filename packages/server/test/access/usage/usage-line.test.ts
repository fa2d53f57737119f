import fc from 'fast-check';
import { expect, it } from 'vitest';
import { usageLine } from '../../../src/access/usage/usage-record.ts';

/** Also what is no text in Unicode: halves of characters. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\r', '\u0000', '\u2028', '\u2029', 'a') }),
);
const number = fc.maxSafeNat();

const record = fc.record({
  at: number,
  keyId: text,
  endpoint: text,
  status: fc.integer({ min: 100, max: 599 }),
  credits: number,
  latencyMicros: number,
  rows: number,
  bytes: number,
  datasetVersion: number,
});

it('a record is one line of JSON, with its values under the names of the columns', () => {
  fc.assert(
    fc.property(record, (one) => {
      const { keyId, endpoint, latencyMicros, datasetVersion, ...alike } = one;
      const line = usageLine(one);
      const columns = { ...alike, key_id: keyId, endpoint, latency_us: latencyMicros, dataset_version: datasetVersion };
      expect(JSON.parse(line)).toEqual(columns);
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(JSON.parse(Buffer.from(line).toString())).toEqual(columns);
    }),
    { numRuns: 1_000 },
  );
});
