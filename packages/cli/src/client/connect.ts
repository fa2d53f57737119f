import { findServer } from '@vitrine/server';
import type { ArgsDef } from 'citty';
import { targetArguments } from '../arguments.ts';
import { checkedUrl, configOf } from '../operations/open.ts';
import { CommandError, UsageError } from '../usage.ts';

/** Whom to ask, and as whom. */
export const clientArguments = {
  server: { type: 'string', valueHint: 'URL', description: 'server to query; default: the one running on --data' },
  key: { type: 'string', valueHint: 'KEY', description: 'API key, sk_live_… (VITRINE_KEY)' },
  data: targetArguments.data,
} as const satisfies ArgsDef;

export interface ClientTarget {
  readonly data?: string | undefined;
  readonly server?: string | undefined;
  readonly key?: string | undefined;
}

export interface Connection {
  readonly baseUrl: string;
  readonly key: string;
}

/** @throws UsageError without a key; CommandError where no server runs */
export async function connectionOf({ data, server, key }: ClientTarget): Promise<Connection> {
  const shown = key ?? process.env['VITRINE_KEY'];
  if (!shown) throw new UsageError('no API key: pass it with --key or VITRINE_KEY; "vitrine keys create" creates one');
  return { baseUrl: server === undefined ? await runningOn(data) : checkedUrl(server), key: shown };
}

async function runningOn(data: string | undefined): Promise<string> {
  const { dataDirectory } = configOf({ VITRINE_DATA_DIR: data });
  const running = await findServer(dataDirectory);
  if (running !== undefined) return running.url;
  const remedy = 'start one with "vitrine serve", or choose another with --server';
  throw new CommandError(`no server is running on ${dataDirectory}: ${remedy}`);
}
