import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PublishRouteParts, publishRoute } from '../../../src/surfaces/admin/publish-route.ts';
import { EngineError } from '../../../src/warehouse/engine/engine.ts';
import { type TestServer, testServer } from '../http/test-server.ts';
import { adminToken, tokenGate } from './token-gate.ts';

/** What the next publish does: an engine that breaks at will is not to be had. */
let publish: PublishRouteParts['publish'];
let test: TestServer;
let url: string;
beforeAll(async () => {
  test = await testServer({
    extensions: [publishRoute({ adminGate: tokenGate, publish: (request) => publish(request) })],
  });
  url = await test.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => test.remove());

async function called(headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const authorization = `Bearer ${adminToken}`;
  return fetch(`${url}/admin/v1/publish`, { method: 'POST', headers: { authorization, ...headers } });
}

const broken = new EngineError('Code: 60. DB::Exception: Table landing_video does not exist.', 'UNKNOWN_TABLE');
const full = new EngineError('Cannot write: No space left on device', 'CANNOT_WRITE_TO_FILE_DESCRIPTOR');

describe('a publish that fails', () => {
  it.each([
    [500, broken, /the previous version is still served: Table landing_video does not exist/],
    [500, new Error('the new version does not hold together'), /does not hold together$/],
    [507, full, /^The disk of the server is full: /],
  ])('%i', async (status, failure, message) => {
    publish = async () => {
      throw failure;
    };
    const response = await called();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: status, message: expect.stringMatching(message), data: null });
  });

  it('says so in the last line to who was told its steps', async () => {
    publish = async ({ onStep }) => {
      onStep?.('10_attributes', 0, 2);
      throw broken;
    };
    const response = await called({ accept: 'application/x-ndjson' });
    const [step, envelope] = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(response.status).toBe(200);
    expect(step).toEqual({ step: '10_attributes', index: 0, count: 2 });
    expect(envelope).toMatchObject({ code: 500, data: null, message: expect.stringContaining('landing_video') });
  });
});
