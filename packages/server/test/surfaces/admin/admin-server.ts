import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { openVitrine, serve, type Vitrine } from '../../../src/main.ts';
import { dataPaths } from '../../../src/start/data-directory.ts';
import type { Network } from '../../../src/surfaces/media/origin/pinned-request.ts';
import { makeEmptyWarehouse } from '../../warehouse/empty-warehouse.ts';

/** A whole server that listens, on a directory of its own. One a process: it holds one engine. */
export interface AdminServer {
  readonly vitrine: Vitrine;
  readonly url: string;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  remove(): Promise<void>;
}

export interface CallOptions {
  /** Sent as JSON, unless it is text already. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the right one; null: none. */
  readonly token?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The envelope. */
  readonly json: {
    readonly code: number;
    readonly message: string;
    readonly data: unknown;
    readonly requestId: string;
  };
}

const adminToken = 'a-token-of-the-tests';

/**
 * @param variables of the environment, besides those that every test has.
 * @param network where it fetches images from.
 */
export async function adminServer(
  variables: Readonly<Record<string, string>> = {},
  network?: Network,
): Promise<AdminServer> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-admin-'));
  await makeEmptyWarehouse(dataPaths(directory).warehouse);
  const environment = {
    VITRINE_DATA_DIR: directory,
    PORT: '0',
    VITRINE_ADMIN_TOKEN: adminToken,
    VITRINE_FAILED_AUTH_PER_MINUTE: '100000',
    LOG_LEVEL: 'silent',
  };
  const vitrine = await openVitrine(readConfig(variables, environment));
  const server = await serve(vitrine, { network });
  return {
    vitrine,
    url: server.url,
    call: (method, path, options) => call(server.url, method, path, options),
    remove: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** One that serves {@link observations}. */
export async function publishedServer(variables?: Readonly<Record<string, string>>): Promise<AdminServer> {
  const server = await adminServer(variables);
  const headers = { 'content-type': 'application/x-ndjson' };
  await server.call('POST', '/admin/v1/ingest', { body: observations, headers });
  await server.call('POST', '/admin/v1/publish');
  return server;
}

async function call(url: string, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const { body, headers, token = adminToken } = options;
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: JSON.parse(text.trimEnd().split('\n').at(-1) ?? ''),
  };
}

/** Holds of every error: the status, the same in the envelope, and what to mend. */
export function expectError({ status, json }: Answer, wanted: number, message: string | RegExp): void {
  expect({ status, json }).toEqual({
    status: wanted,
    json: {
      code: wanted,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      data: null,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      error: { id: expect.any(String), doc_url: expect.stringMatching(/^\/docs\/errors\//) },
    },
  });
}

/** Two days of a product. */
export const observations = [
  ['2026-11-19T10:00:00Z', 100],
  ['2026-11-20T10:00:00Z', 110],
]
  .map(([observed_at, total_sale_cnt]) =>
    JSON.stringify({ kind: 'product', product_id: '77', region: 'US', observed_at, total_sale_cnt }),
  )
  .join('\n');
