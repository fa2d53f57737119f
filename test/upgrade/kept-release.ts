import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CreatedKey } from '../../packages/server/src/access/keys/keys.ts';
import { catalogue, lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { type Config, readConfig } from '../../packages/server/src/config.ts';
import { openVitrine, serve, type Vitrine, type VitrineServer } from '../../packages/server/src/main.ts';
import type { ServedByRelease } from '../../scripts/releases/make-directory.ts';
import type { Observation } from '../oracle/observation.ts';

const directory = fileURLToPath(new URL('./released/', import.meta.url));

/** Releases whose data directory is kept. */
export const keptReleases: readonly string[] = readdirSync(directory)
  .filter((name) => name.endsWith('.tgz'))
  .map((name) => name.replace(/\.tgz$/, ''));

/** What a release left, unpacked, and what it said of it. */
export interface KeptRelease {
  readonly served: ServedByRelease;
  readonly observations: readonly Observation[];
  readonly withdrawn: readonly Observation[];
  readonly config: Config;
  /** Opens the data directory with the program of today. */
  open(): Promise<Vitrine>;
  /** Does so and serves it. */
  serve(): Promise<Served>;
  /** Stops what is open. */
  close(): Promise<void>;
  /** Does so and removes the directory. */
  remove(): Promise<void>;
}

export interface Served {
  readonly vitrine: Vitrine;
  readonly url: string;
}

export interface KeptOptions {
  readonly snapshot?: 'auto' | 'off';
}

export function unpacked(release: string, { snapshot = 'auto' }: KeptOptions = {}): KeptRelease {
  const home = mkdtempSync(join(tmpdir(), 'vitrine-kept-'));
  execFileSync('tar', ['-x', '-z', '-p', '--no-same-owner', '-f', join(directory, `${release}.tgz`), '-C', home]);
  const settings = { VITRINE_DATA_DIR: join(home, 'data'), VITRINE_SNAPSHOT: snapshot, PORT: '0', LOG_LEVEL: 'silent' };
  const config = readConfig(settings, {});
  let vitrine: Vitrine | undefined;
  let server: VitrineServer | undefined;
  const open = async () => {
    vitrine = await openVitrine(config);
    return vitrine;
  };
  const close = async () => {
    await (server === undefined ? vitrine?.close() : server.stop());
    vitrine = undefined;
    server = undefined;
  };
  return {
    served: JSON.parse(readFileSync(join(home, 'responses.json'), 'utf8')),
    observations: recordsOf(join(home, 'observations.ndjson')),
    withdrawn: recordsOf(join(home, 'withdrawn.ndjson')),
    config,
    open,
    async serve() {
      const opened = vitrine ?? (await open());
      server = await serve(opened);
      return { vitrine: opened, url: server.url };
    },
    close,
    async remove() {
      await close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function recordsOf(path: string): readonly Observation[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** The lists that a release did not have; where it had all of them, makes its version one that lacks the last. */
export async function lackingLists(kept: KeptRelease, { accounts }: Vitrine): Promise<readonly ListEndpoint[]> {
  const lacking = lists.filter(({ id }) => !kept.served.lists.includes(id));
  if (lacking.length > 0) return lacking;
  const removed = lists.slice(-1);
  const versions = await accounts.selectFrom('dataset_version').select(['version', 'report']).execute();
  for (const { version, report } of versions) {
    const { rows, ...rest } = JSON.parse(report ?? '{}');
    for (const { id } of removed) delete rows[id];
    const set = { report: JSON.stringify({ ...rest, rows }) };
    await accounts.updateTable('dataset_version').set(set).where('version', '=', version).execute();
  }
  return removed;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Rows of a page with the fields that a release served. Later releases add fields: a row must have all that the
 * catalogue has today, and no other; what it lacks of the recorded ones is missing from the result.
 */
export function recordedFields(id: string, served: unknown, recorded: readonly Row[]): unknown {
  const names = lists.find((list) => list.id === id)?.row.map(({ name }) => name) ?? [];
  const of = recorded[0] ?? {};
  return (served as readonly Row[]).map((row) => {
    const [has, expected] = [Object.keys(row).sort().join(), [...names].sort().join()];
    if (has !== expected) throw new Error(`a row of ${id} has ${has}, expected ${expected}`);
    return Object.fromEntries(Object.entries(row).filter(([name]) => Object.hasOwn(of, name)));
  });
}

export interface Page {
  readonly status: number;
  readonly id: string | undefined;
  readonly data: unknown;
  readonly creditsLeft: number;
}

/** Asks for a page as a client does. */
export async function pageOf(
  url: string,
  key: string,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<Page> {
  const address = `${url}${path}?${new URLSearchParams(query)}`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  const { data, error } = (await response.json()) as { readonly data: unknown; readonly error?: { id: string } };
  const creditsLeft = Number(response.headers.get('x-credits-remaining'));
  return { status: response.status, id: error?.id, data, creditsLeft };
}

/** Calls the tool of a list. @returns its envelope */
export async function toolCalled(url: string, key: string, { tool }: ListEndpoint, given: object): Promise<object> {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: tool, arguments: given } };
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  const { result } = (await response.json()) as { readonly result: { readonly content: readonly [{ text: string }] } };
  return JSON.parse(result.content[0].text);
}

/** A key of today, for every endpoint and exports of lists. */
export function newKey({ keys }: Vitrine, credits: number): Promise<CreatedKey> {
  return keys.create({ name: 'today', credits, qps: 1_000, scopes: [...catalogue.map(({ id }) => id), 'export'] });
}
