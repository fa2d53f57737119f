import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname } from 'node:path';
import { checkLedger } from '../access/ledger/ledger-check.ts';
import type { Config } from '../config.ts';
import { openAccounts } from '../kernel/accounts/database.ts';
import { openChdb } from '../warehouse/chdb.ts';
import { dataPaths, keepPrivate } from './data-directory.ts';
import { directoryRights, shownPaths, userName } from './directory-rights.ts';
import { tryPort } from './listen.ts';
import { productVersion } from './product-version.ts';
import { quarantineFound } from './quarantine-found.ts';
import { refuseNewerRelease } from './release.ts';
import { type FoundServer, findServer } from './server-file.ts';
import { startFailure } from './start-failure.ts';

/** What was found of one thing that has to be right. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** What it is or, where it is not right, what is wrong and what to do. */
  readonly found: string;
}

const gibibyte = 2 ** 30;
const freeBytesMin = gibibyte;
const nodeMajorMin = 20;

/** Looks over everything a server needs, and changes nothing but what opening a data directory makes. */
export async function inspect(config: Config): Promise<readonly Finding[]> {
  keepPrivate();
  const server = await findServer(config.dataDirectory);
  const checks: readonly (readonly [name: string, check: () => string | Promise<string>])[] = [
    ['vitrine', () => releaseFound(config.dataDirectory)],
    ['node', nodeFound],
    ['data directory', () => directoryFound(config.dataDirectory)],
    ['owner', () => ownerFound(config.dataDirectory)],
    ['privacy', () => privacyFound(config.dataDirectory)],
    ['disk', () => diskFound(config.dataDirectory)],
    ['engine', () => engineFound(config, server)],
    ['accounts', () => accountsFound(config)],
    ['dataset', () => quarantineFound(config)],
    ['port', () => portFound(config, server)],
  ];
  const findings: Finding[] = [];
  for (const [name, check] of checks) findings.push(await finding(config, name, check));
  return findings;
}

async function finding(config: Config, name: string, check: () => string | Promise<string>): Promise<Finding> {
  try {
    return { name, ok: true, found: await check() };
  } catch (cause) {
    const { dataDirectory: directory, host, port } = config;
    return { name, ok: false, found: startFailure(cause, { directory, host, port }).message };
  }
}

function releaseFound(directory: string): string {
  refuseNewerRelease(dataPaths(directory));
  return productVersion();
}

function nodeFound(): string {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) < nodeMajorMin) throw new Error(`${node}: install Node ${nodeMajorMin} or later`);
  return `${node} on ${platform()} ${arch()}`;
}

function directoryFound(directory: string): string {
  const there = existsSync(directory);
  accessSync(there ? directory : nearestThere(directory), constants.R_OK | constants.W_OK | constants.X_OK);
  return there ? directory : `${directory} (will be created)`;
}

const noDirectoryYet = 'skipped: there is no data directory yet';

function ownerFound(directory: string): string {
  if (!existsSync(directory)) return noDirectoryYet;
  const { user, closed } = directoryRights(directory);
  const name = userName(user);
  if (closed.length === 0) return `${name} can read and write everything`;
  throw new Error(`${name} cannot read and write ${shownPaths(closed)}: run "chown -R ${name} ${directory}" as root`);
}

function privacyFound(directory: string): string {
  if (!existsSync(directory)) return noDirectoryYet;
  const { exposed } = directoryRights(directory);
  if (exposed.length === 0) return 'no other user can read or write anything';
  throw new Error(`other users have access to ${shownPaths(exposed)}: run "chmod -R go-rwx ${directory}"`);
}

function diskFound(directory: string): string {
  const { bavail, bsize } = statfsSync(nearestThere(directory));
  const free = bavail * bsize;
  const said = `${(free / gibibyte).toFixed(1)} GiB free`;
  if (free < freeBytesMin)
    throw new Error(`${said}: free some space; a publish needs as much again as the served version takes`);
  return said;
}

function nearestThere(directory: string): string {
  return existsSync(directory) ? directory : nearestThere(dirname(directory));
}

async function engineFound({ dataDirectory }: Config, server: FoundServer | undefined): Promise<string> {
  if (server !== undefined) return `in use by the server at ${server.url} (process ${server.pid})`;
  if (!existsSync(dataDirectory)) return noDirectoryYet;
  const engine = await openChdb({ directory: dataPaths(dataDirectory).warehouse, sessions: 1 });
  try {
    const [row] = await engine.rows<{ version: string }>('SELECT version() AS version');
    return `ClickHouse ${row?.version ?? '?'} in this process`;
  } finally {
    await engine.close();
  }
}

async function accountsFound({ dataDirectory, databaseUrl }: Config): Promise<string> {
  const where = databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
  if (databaseUrl === undefined && !existsSync(dataDirectory)) return noDirectoryYet;
  const accounts = await openAccounts({ directory: dataDirectory, databaseUrl });
  try {
    const { keys, differences } = await checkLedger(accounts);
    if (differences.length === 0) return `${where}, keys: ${keys}, every balance matches its ledger`;
    throw new Error(`the ledger does not add up (${differences.join('; ')}): restore a backup or report it`);
  } finally {
    await accounts.destroy();
  }
}

async function portFound({ host, port }: Config, server: FoundServer | undefined): Promise<string> {
  if (server !== undefined && new URL(server.url).port === String(port))
    return `${port} is in use by the running server`;
  await tryPort({ host, port });
  return `${port} on ${host} is free`;
}
