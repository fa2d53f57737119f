import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname } from 'node:path';
import { checkLedger } from '../access/credits/ledger/ledger-check.ts';
import { openAccounts } from '../accounts/database.ts';
import type { Config } from '../config.ts';
import { mirrorStatus } from '../mirror/mirror-once.ts';
import { readMirrorFile } from '../mirror/mirror-settings.ts';
import { statusInBrief } from '../mirror/report.ts';
import { openChdb } from '../warehouse/engine/chdb/chdb.ts';
import { dataPaths, isDataDirectory, keepPrivate } from './data-directory.ts';
import { datasetFound } from './dataset-found.ts';
import { directoryRights, shownPaths, userName } from './directory-rights.ts';
import { tryPort } from './listen.ts';
import { productVersion } from './product-version.ts';
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

/** Looks over everything a server needs, and makes nothing where no data directory is. */
export async function inspect(config: Config): Promise<readonly Finding[]> {
  keepPrivate();
  const server = await findServer(config.dataDirectory);
  const skipped = skippedBecause(config.dataDirectory);
  const accountsSkipped = config.databaseUrl === undefined ? skipped : undefined;
  const checks: readonly (readonly [name: string, check: () => string | Promise<string>])[] = [
    ['vitrine', () => releaseFound(config.dataDirectory)],
    ['node', nodeFound],
    ['data directory', () => directoryFound(config.dataDirectory)],
    ['owner', () => skipped ?? ownerFound(config.dataDirectory)],
    ['privacy', () => skipped ?? privacyFound(config.dataDirectory)],
    ['disk', () => diskFound(config.dataDirectory)],
    ['engine', () => skipped ?? engineFound(config, server)],
    ['accounts', () => accountsSkipped ?? accountsFound(config)],
    ['dataset', () => accountsSkipped ?? datasetFound(config)],
    ...(hasMirror(config) ? [['mirror', () => skipped ?? mirrorFound(config)] as const] : []),
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
  if (!there) return `${directory} (will be created)`;
  if (isDataDirectory(dataPaths(directory))) return directory;
  const advice = 'name another with --data (VITRINE_DATA_DIR), or start with "vitrine ingest" or "vitrine serve"';
  throw new Error(`${directory} is not a Vitrine data directory: ${advice}`);
}

/**
 * Why nothing in a directory is looked at; undefined where it is to be. In one that is closed there may be anything.
 */
function skippedBecause(directory: string): string | undefined {
  if (!existsSync(directory)) return 'skipped: there is no data directory yet';
  try {
    return isDataDirectory(dataPaths(directory)) ? undefined : 'skipped: this is not a Vitrine data directory';
  } catch {
    return undefined;
  }
}

function ownerFound(directory: string): string {
  const { user, closed } = directoryRights(directory);
  const name = userName(user);
  if (closed.length === 0) return `${name} can read and write everything`;
  throw new Error(`${name} cannot read and write ${shownPaths(closed)}: run "chown -R ${name} ${directory}" as root`);
}

function privacyFound(directory: string): string {
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
  const { warehouse } = dataPaths(dataDirectory);
  requireThere(warehouse);
  const engine = await openChdb({ directory: warehouse, sessions: 1 });
  try {
    const [row] = await engine.rows<{ version: string }>('SELECT version() AS version');
    return `ClickHouse ${row?.version ?? '?'} in this process`;
  } finally {
    await engine.close();
  }
}

async function accountsFound({ dataDirectory, databaseUrl }: Config): Promise<string> {
  const where = databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
  if (databaseUrl === undefined) requireThere(dataPaths(dataDirectory).accounts);
  const accounts = await openAccounts({ directory: dataDirectory, databaseUrl });
  try {
    const { keys, differences } = await checkLedger(accounts);
    if (differences.length === 0) return `${where}, keys: ${keys}, every balance matches its ledger`;
    throw new Error(`the ledger does not add up (${differences.join('; ')}): restore a backup or report it`);
  } finally {
    await accounts.destroy();
  }
}

function hasMirror({ dataDirectory, mirrorFile }: Config): boolean {
  return mirrorFile !== undefined || existsSync(dataPaths(dataDirectory).mirror);
}

/** Not well: its file cannot be used, or the upstream takes no more calls. */
function mirrorFound({ dataDirectory, mirrorFile, upstreamKey }: Config): string {
  if (mirrorFile !== undefined) readMirrorFile(mirrorFile, upstreamKey);
  const status = mirrorStatus(dataPaths(dataDirectory).mirror);
  if (status === undefined) return 'it has not run yet';
  const found = statusInBrief(status);
  if (status.last?.ended === 'over') throw new Error(found);
  return found;
}

/** Opening it would make it anew. */
function requireThere(path: string): void {
  if (!existsSync(path)) throw new Error(`${path} is missing: restore a backup`);
}

async function portFound({ host, port }: Config, server: FoundServer | undefined): Promise<string> {
  if (server !== undefined) return `the server at ${server.url} responds`;
  await tryPort({ host, port });
  return `${port} on ${host} is free`;
}
