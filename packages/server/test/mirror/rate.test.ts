import { expect, it } from 'vitest';
import { waitMsAskedBy } from '../../src/mirror/upstream/rate.ts';

const now = Date.parse('2026-08-12T06:00:00Z');

it.each<[Record<string, string>, number | undefined]>([
  [{}, undefined],
  [{ 'retry-after': '3' }, 3_000],
  [{ 'retry-after': 'Wed, 12 Aug 2026 06:00:05 GMT' }, 5_000],
  [{ 'retry-after': 'Wed, 12 Aug 2026 05:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'ratelimit-remaining': '1', 'ratelimit-reset': '9' }, undefined],
  [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '9' }, 9_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9' }, 9_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 7) }, 7_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 1_500) }, 1_500],
  [{ 'x-ratelimit-remaining': '0' }, undefined],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'never' }, undefined],
  [{ 'x-ratelimit-remaining': '', 'x-ratelimit-reset': '60' }, undefined],
  [{ 'retry-after': '1', 'ratelimit-remaining': '0', 'ratelimit-reset': '60' }, 1_000],
])('an answer with %j asks for a pause of %s ms', (headers, expected) => {
  expect(waitMsAskedBy(new Headers(headers), now)).toBe(expected);
});
