import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SimulationOptions, simulate } from '@vitrine/simulator';
import { program } from '../../packages/cli/test/vitrine.ts';

const adminToken = 'a-token-of-the-tests';

export interface MarketplaceOptions {
  /** Default: a new one, which is removed with the marketplace. */
  readonly directory?: string;
  /** What is simulated; null: nothing, and nothing is published. */
  readonly world?: Partial<SimulationOptions> | null;
  readonly environment?: Readonly<Record<string, string>>;
  /** Of Node. */
  readonly nodeOptions?: readonly string[];
}

export interface AdminCall {
  readonly body?: unknown;
  readonly type?: string;
}

/** `vitrine serve` as it is shipped, in a process of its own, on a small simulated marketplace that is published. */
export interface Marketplace {
  readonly url: string;
  readonly pid: number;
  /** Calls the admin API. @returns the data of the envelope @throws Error when it is no success */
  admin(method: string, path: string, call?: AdminCall): Promise<unknown>;
  /** Makes a key. */
  newKey(rules?: object): Promise<MadeKey>;
  /** Lines of the log so far that are warnings or worse. */
  log(): readonly string[];
  kill(signal: NodeJS.Signals): void;
  isRunning(): boolean;
  remove(): Promise<void>;
}

export interface MadeKey {
  readonly id: string;
  readonly key: string;
}

const world: SimulationOptions = { products: 60, days: 12, seed: 5, endDate: '2026-08-31' };

export async function openMarketplace(options: MarketplaceOptions = {}): Promise<Marketplace> {
  const home = mkdtempSync(join(tmpdir(), 'vitrine-running-'));
  const logFile = join(home, 'log');
  const child = launch(options, options.directory ?? join(home, 'data'), logFile);
  const url = await urlOf(child, logFile);
  const admin: Marketplace['admin'] = (method, path, call) => callAdmin(url, method, path, call);
  const marketplace: Marketplace = {
    url,
    pid: child.pid ?? 0,
    admin,
    newKey: async (rules) => (await admin('POST', '/admin/v1/keys', { body: { name: 'test', ...rules } })) as MadeKey,
    log: () =>
      readFileSync(logFile, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    kill: (signal) => child.kill(signal),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async remove() {
      await stop(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
  if (options.world !== null) await fill(marketplace, { ...world, ...options.world });
  return marketplace;
}

function launch({ environment, nodeOptions = [] }: MarketplaceOptions, directory: string, logFile: string) {
  const log = openSync(logFile, 'a');
  const child = spawn(
    process.execPath,
    [...nodeOptions, program, 'serve', '--data', directory, '--port', '0', '--json'],
    {
      stdio: ['ignore', 'pipe', log],
      env: { PATH: process.env['PATH'] ?? '', VITRINE_ADMIN_TOKEN: adminToken, LOG_LEVEL: 'warn', ...environment },
    },
  );
  closeSync(log);
  return child;
}

/** What the server prints once it listens. @throws Error when it ends before */
async function urlOf(child: ChildProcess, logFile: string): Promise<string> {
  let printed = '';
  for await (const piece of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += piece;
    const url = /"url": *"([^"]+)"/.exec(printed)?.[1];
    if (url === undefined) continue;
    child.stdout?.resume();
    return url;
  }
  throw new Error(`vitrine serve ended before it listened: ${readFileSync(logFile, 'utf8')}`);
}

async function fill({ admin }: Marketplace, options: SimulationOptions): Promise<void> {
  const body = Buffer.concat([...simulate(options)]);
  await admin('POST', '/admin/v1/ingest', { body, type: 'application/x-ndjson' });
  await admin('POST', '/admin/v1/publish');
}

async function callAdmin(url: string, method: string, path: string, { body, type }: AdminCall = {}): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${adminToken}`,
      ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }),
    },
    ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const { code, message, data } = (await response.json()) as { code: number; message: string; data: unknown };
  if (code !== 0) throw new Error(`${method} ${path}: ${code} ${message}`);
  return data;
}

/** Waits for what is under way to be finished, as an operator would. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
