import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../packages/server/src/catalogue/catalogue.ts';
import type { IngestSummary } from '../../packages/server/src/ingest/summary.ts';
import { type Marketplace, openMarketplace } from '../running/marketplace.ts';
import { arbitraryCsv } from './arbitrary-csv.ts';
import type { Target } from './arbitrary-requests.ts';
import { abandon, exchange } from './connection.ts';
import { arbitraryConversations, type Conversation } from './conversations.ts';
import { growthOf, type MemorySample, memoryOf, requestsUnderWay } from './memory.ts';
import { exampleTarget, harvest, readOperations } from './operations.ts';
import { judge, judgeAnswer } from './verdict.ts';
import { readAnswers, type WireAnswer } from './wire-answers.ts';
import { bytesOf, type WireRequest } from './wire-request.ts';

const { FUZZ_REQUESTS: requestsWanted = '3000', FUZZ_SEED: seedWanted = '1', FUZZ_PATH: path = '' } = process.env;
const requestsMin = Number(requestsWanted);
const seed = seedWanted === 'random' ? randomInt(2 ** 31) : Number(seedWanted);
/** Longer than a run of this size takes on a busy machine. */
const runMsMax = 120_000 + requestsMin * 60;

/** What a client that is gone has asked for may still be read for so long. */
const slotMsMax = 90_000;

/** The engine in the process takes some 80,000 requests to settle: 4 kB a request of 50,000 would be found. */
const residentMiBMore = 64;

/** The old heap grows between two full collections (`--heap-growing-percent`), which a short run has few of. */
const heapMiBMore = requestsMin < 50_000 ? 32 : 8;

let server: Marketplace;
let target: Target;
let port = 0;
beforeAll(async () => {
  server = await openMarketplace({ environment: { VITRINE_FAILED_AUTH_PER_MINUTE: '1000000' } });
  port = Number(new URL(server.url).port);
  target = await openTarget();
});
afterAll(() => server?.remove());

async function openTarget(): Promise<Target> {
  const { key } = await server.newKey({ qps: 1_000_000 });
  const operations = await readOperations(server.url);
  const known = await harvest(server.url, operations, { authorization: `Bearer ${key}` });
  const limits = [{ credits: 0, qps: 1_000_000 }, { qps: 1 }, { scopes: [catalogue[0]?.id], qps: 1_000_000 }];
  const limited = await Promise.all(limits.map((rules) => server.newKey(rules)));
  const revoked = await server.newKey();
  await server.admin('POST', `/admin/v1/keys/${revoked.id}/revoke`);
  const deadKeys = [revoked.key, `${key.slice(0, -1)}~`, 'x', `sk_live_${'x'.repeat(5_000)}`];
  return { operations, known, key, limitedKeys: limited.map((made) => made.key), deadKeys };
}

const counts = { requests: 0, answers: 0, statuses: new Map<number, number>() };
const samples: MemorySample[] = [];

async function tryOut(conversation: Conversation): Promise<void> {
  if (conversation.kind === 'lost') {
    await abandon(port, conversation.bytes, conversation.waits);
    await noneUnderWay();
    return count(conversation.requests, []);
  }
  const answers =
    conversation.kind === 'requests' ? await tryRequests(conversation.requests) : await tryBytes(conversation.bytes);
  const requests = conversation.kind === 'requests' ? conversation.requests.length : 1;
  await count(
    requests,
    answers.map(({ status }) => status),
  );
}

/** Every line is a record, a reject, part of one of them, or blank. */
async function tryCsv(body: Buffer): Promise<void> {
  const call = server.admin('POST', '/admin/v1/ingest?kind=shop', { body, type: 'text/csv' });
  const summary = await call.catch((error: Error) => {
    expect(error.message).toMatch(/^POST [^ ]+: (400 http|422 nothing was ingested)/);
  });
  if (summary === undefined) return;
  const { records, rejected, firstRejects } = summary as IngestSummary;
  const linesMax = body.toString('latin1').split(/\r\n|\n|\r/).length;
  expect((records['shop'] ?? 0) + rejected).toBeLessThan(linesMax);
  for (const { line, reason } of firstRejects) {
    expect(line).toBeGreaterThan(1);
    expect(line).toBeLessThanOrEqual(linesMax);
    expect(reason).not.toMatch(/DB::|\/vitrine-/);
  }
}

/** @throws Error when slots are still held after every deadline */
async function noneUnderWay(): Promise<void> {
  const isFree = async () => (await requestsUnderWay(server.url)).every((count) => count === 0);
  await vi.waitUntil(isFree, { timeout: slotMsMax, interval: 10 });
}

async function tryRequests(requests: readonly WireRequest[]): Promise<readonly WireAnswer[]> {
  const bytes = Buffer.concat(requests.map((request, index) => bytesOf(request, index === requests.length - 1)));
  const methods = requests.map(({ method }) => method);
  const answers = readAnswers(await exchange(port, bytes, false), methods);
  judge(requests, answers);
  return answers;
}

async function tryBytes(bytes: Buffer): Promise<readonly WireAnswer[]> {
  const answers = readAnswers(await exchange(port, bytes, true), []);
  for (const answer of answers) judgeAnswer(answer);
  return answers;
}

async function count(requests: number, statuses: readonly number[]): Promise<void> {
  const before = counts.requests;
  counts.requests += requests;
  for (const status of statuses) counts.statuses.set(status, (counts.statuses.get(status) ?? 0) + 1);
  const sampleEvery = Math.ceil(requestsMin / 90);
  if (Math.floor(counts.requests / sampleEvery) > Math.floor(before / sampleEvery))
    samples.push(await memoryOf(server.url));
}

describe('whatever comes in', () => {
  it(
    `is answered in the envelope with a documented status or the connection is closed, ${requestsMin} times (seed ${seed})`,
    async () => {
      const property = fc.asyncProperty(arbitraryConversations(target), tryOut);
      // Most conversations have three or four requests, some one, and some that are lost twenty: 3.16 in the mean.
      const numRuns = Math.ceil(requestsMin / 3.1) + 40;
      await fc.assert(property, { numRuns, seed, path, endOnFailure: path !== '' });
      console.info(`${counts.requests} requests, statuses ${JSON.stringify(Object.fromEntries(counts.statuses))}`);
      if (path === '') expect(counts.requests).toBeGreaterThanOrEqual(requestsMin);
    },
    runMsMax,
  );

  const filesCount = 40 + Math.ceil(requestsMin / 100);
  it(
    `is taken in line by line as CSV or refused with a reason, ${filesCount} files (seed ${seed})`,
    async () => {
      await fc.assert(fc.asyncProperty(arbitraryCsv, tryCsv), { numRuns: filesCount, seed });
    },
    runMsMax,
  );

  it('leaves a server that answers as before, has logged no failure, and holds no slot and no more memory', async () => {
    expect(server.isRunning(), server.log().join('\n')).toBe(true);
    expect(await requestsUnderWay(server.url)).toEqual([0, 0, 0]);
    const { operations, known, key } = target;
    for (const operation of operations) {
      const headers = { authorization: `Bearer ${key}` };
      const response = await fetch(server.url + exampleTarget(operation, known), { headers });
      expect([operation.path, response.status]).toEqual([operation.path, 200]);
    }
    const [proxyWarning, ...more] = server.log();
    expect(more).toEqual([]);
    if (proxyWarning !== undefined) expect(proxyWarning).toContain('Ignoring X-Forwarded-For from an untrusted peer');
    if (path !== '') return;
    const growth = growthOf(samples);
    console.info(JSON.stringify(growth));
    const { heapMiB, residentMiB } = growth;
    expect(heapMiB[1]).toBeLessThan(heapMiB[0] * 1.1 + heapMiBMore);
    expect(residentMiB[1]).toBeLessThan(residentMiB[0] + residentMiBMore);
  });
});
