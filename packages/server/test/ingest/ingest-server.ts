import { type FastifyInstance, fastify } from 'fastify';
import { ingestRoute } from '../../src/surfaces/admin/ingest-route.ts';
import { handleErrors } from '../../src/surfaces/http/error-handling.ts';
import { adminToken, tokenGate } from '../surfaces/admin/token-gate.ts';
import { type IngestFixture, ndjson, openIngestFixture } from './ingest-fixture.ts';
import { full } from './samples.ts';

export interface Sent {
  readonly query?: string;
  readonly type?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 2,000 shops as NDJSON. */
export const shops = ndjson(
  Array.from({ length: 2000 }, (_, index) => ({ ...full.shop, seller_id: String(index + 1) })),
);

/** A listening server with nothing but the ingest route. */
export class IngestServer {
  readonly fixture: IngestFixture;
  readonly url: string;
  readonly #server: FastifyInstance;

  constructor(fixture: IngestFixture, server: FastifyInstance, url: string) {
    this.fixture = fixture;
    this.#server = server;
    this.url = url;
  }

  async send(
    body: NonNullable<RequestInit['body']>,
    { query = '', type = 'application/x-ndjson', token = adminToken, headers }: Sent = {},
  ) {
    const all = { Authorization: `Bearer ${token}`, 'Content-Type': type, ...headers };
    const init = { method: 'POST', body, headers: all, duplex: 'half' } as RequestInit;
    const response = await fetch(this.url + query, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async remove(): Promise<void> {
    await this.#server.close();
    await this.fixture.remove();
  }
}

export async function ingestServer(): Promise<IngestServer> {
  const fixture = await openIngestFixture();
  const server = fastify({ bodyLimit: 1024, genReqId: () => 'request-1' });
  handleErrors(server);
  server.register(async (scope) => ingestRoute({ ...fixture.dependencies, adminGate: tokenGate })(scope));
  return new IngestServer(fixture, server, `${await server.listen({ port: 0 })}/admin/v1/ingest`);
}
