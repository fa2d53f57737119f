import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/serving/current-dataset.ts';
import { docsServer } from './docs-server.ts';

const browser = { host: 'vitrine.example', accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

async function frontPage(served?: Dataset) {
  const { server } = await docsServer(served);
  const answer = await server.inject({ url: '/', headers: browser });
  await server.close();
  return answer;
}

describe('the page at /', () => {
  it('tells a browser what is served, where the docs are, and how to get a key', async () => {
    const { statusCode, headers, body } = await frontPage({ version: 7, asOf: '2026-11-27' });
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('Serving data as of 2026-11-27, version 7.');
    expect(body).toContain('href="/docs"');
    expect(body).toContain('keys create');
    expect(body).toContain('http://vitrine.example/v1/tiktok/product/list/analytics');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('says how to bring in data where nothing is published', async () => {
    const { body } = await frontPage();
    expect(body).toContain('Nothing is published yet.');
    expect(body).toContain('ingest');
  });

  it('is an unknown path to other clients', async () => {
    const { server } = await docsServer();
    const { statusCode, body } = await server.inject({ url: '/', headers: { accept: '*/*' } });
    await server.close();
    expect([statusCode, JSON.parse(body).code]).toEqual([404, 404]);
  });
});
