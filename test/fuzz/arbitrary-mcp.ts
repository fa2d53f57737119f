import fc from 'fast-check';
import type { Target } from './arbitrary-requests.ts';
import { hostileTexts } from './arbitrary-values.ts';
import type { Header, WireRequest } from './wire-request.ts';

/** Messages of the Model Context Protocol, right ones and hostile ones, with a key, without one and with a dead one. */
export function arbitraryMessages(target: Target): fc.Arbitrary<WireRequest> {
  const callers = fc.constantFrom(target.key, '', ...target.limitedKeys, ...target.deadKeys);
  return fc.tuple(bodies, callers, fc.constantFrom('/mcp', '/tiktok/mcp')).map(([body, key, path]) => ({
    method: 'POST',
    target: path,
    headers: [['Content-Type', 'application/json'], ...bearing(key)],
    body: Buffer.from(body).toString('latin1'),
    expected: { statuses },
  }));
}

const statuses = [200, 202, 400, 401, 413, 429];

function bearing(key: string): readonly Header[] {
  return key === '' ? [] : [['Authorization', `Bearer ${key}`]];
}

const methods = fc.oneof(
  fc.constantFrom('initialize', 'ping', 'tools/list', 'tools/call', 'resources/list', 'resources/read'),
  fc.constantFrom('notifications/initialized', 'notifications/cancelled', 'server/discover', 'completion/complete'),
  hostileTexts,
);
const tools = fc.constantFrom('product_list_analytics', 'product_videos_analytics', 'batch_download_cover_images', 'x');
const ids = fc.oneof(fc.nat(), hostileTexts, fc.constantFrom(null, true, [], {}));

/** Sizes on both sides of every limit. */
const counts = fc.oneof(fc.nat(40), fc.nat(1_200), fc.nat(20_000));
const wide = counts.map((count) => Array.from({ length: count }, () => ({})));
const manyMembers = counts.map((count) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i])));
const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }),
  wide,
  manyMembers,
  hostileTexts,
);

const parameters: fc.Arbitrary<unknown> = fc.oneof(
  hostileValues,
  fc.record({ name: tools, arguments: fc.oneof(fc.constant({ region: 'US' }), hostileValues) }),
  fc.record({ uri: hostileTexts }),
  fc.record({
    protocolVersion: fc.oneof(fc.constantFrom('2024-11-05', '2025-11-25', '2026-07-28'), hostileTexts),
    capabilities: fc.oneof(fc.constant({}), hostileValues),
    clientInfo: fc.oneof(
      fc.constant({ name: 'fuzz', version: '1' }),
      fc.record({ name: hostileTexts, icons: wide }),
      hostileValues,
    ),
  }),
);

const messages = fc
  .record(
    { jsonrpc: fc.constantFrom('2.0', '1.0'), id: ids, method: methods, params: parameters },
    { requiredKeys: ['method'] },
  )
  .map((message) => JSON.stringify(message));

/** What no value gives: levels that do not close, bytes over the limit, a batch, half a document. */
const shapes: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom('[', '{"a":', '[[],', '"', '\\'), counts).map(([open, count]) => open.repeat(count)),
  counts.map((count) => `{"jsonrpc":"2.0","id":1,"method":"ping","params":${'['.repeat(count)}${']'.repeat(count)}}`),
  messages.map((message) => `[${message},${message}]`),
  fc
    .tuple(messages, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([text, part]) => text.slice(0, text.length * part)),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);

const bodies = fc.oneof({ weight: 4, arbitrary: messages }, { weight: 1, arbitrary: shapes });
