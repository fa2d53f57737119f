import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type AdminClient, ConnectionError, createAdminClient, VitrineError } from '../src/index.ts';

let stop = async (): Promise<void> => {};
afterEach(() => stop());

/** A client of something that answers as it is told to: what a Vitrine server never says. */
async function clientOf(answer: RequestListener): Promise<AdminClient> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return createAdminClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 't' });
}

const requestId = '00000000-0000-4000-8000-000000000000';
const refusal = JSON.stringify({ code: 404, message: 'No such key: key_1', data: null, requestId });

describe('a call that fails', () => {
  it('throws what the server said, with status and request id', async () => {
    const client = await clientOf((_, response) => response.writeHead(404).end(refusal));
    await expect(client.revokeKey('key_1')).rejects.toEqual(new VitrineError('No such key: key_1', 404, requestId));
  });

  it('says that it is not Vitrine which answers', async () => {
    const client = await clientOf((_, response) => response.writeHead(502).end('<html>'));
    await expect(client.listKeys()).rejects.toThrow('the response (HTTP 502) is not from Vitrine: check the URL');
  });

  it('says that nobody answers', async () => {
    const client = createAdminClient({ url: 'http://127.0.0.1:1', token: 't' });
    await expect(client.versions()).rejects.toThrow(/^no response from http:\/\/127\.0\.0\.1:1: /);
  });

  it('says that a publish was cut off, though its first lines came', async () => {
    const client = await clientOf((_, response) => response.end('{"step":"a","index":0,"count":2}\n'));
    const steps: string[] = [];
    const publish = client.publish({ onStep: (step, index, count) => steps.push(`${step} ${index}/${count}`) });
    await expect(publish).rejects.toThrow(
      /^the response from http\S+ was interrupted: the operation may still have been carried out$/,
    );
    expect(steps).toEqual(['a 0/2']);
  });

  it('says so too where the connection breaks within an answer', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"step":"a","index":0,"count":2}\n', () => setImmediate(() => response.destroy()));
    });
    const calls = [() => client.listKeys(), () => client.publish(), () => client.forgetCreator('7', { confirm: true })];
    for (const call of calls) await expect(call()).rejects.toThrow(ConnectionError);
  });
});

describe('ids', () => {
  it('cannot leave their place in the path', async () => {
    const paths: (string | undefined)[] = [];
    const client = await clientOf((request, response) => {
      paths.push(request.url);
      response.writeHead(404).end(refusal);
    });
    await expect(client.revokeKey('../versions?x=')).rejects.toThrow(VitrineError);
    expect(paths).toEqual(['/admin/v1/keys/..%2Fversions%3Fx%3D/revoke']);
  });
});
