import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where things are in a data directory. */
export interface DataPaths {
  readonly directory: string;
  /** Keys, credits, batches and versions, unless they are in PostgreSQL. */
  readonly accounts: string;
  /** The analytics engine's own. */
  readonly warehouse: string;
  /** Copies of the serving tables; may be removed while no server runs. */
  readonly snapshots: string;
  /** Records of usage that wait for the engine. */
  readonly usageSpool: string;
  /** Images that were fetched; may be removed while no server runs. */
  readonly media: string;
  /** Journal of a mirror: what it asked and got, and its lock. */
  readonly mirror: string;
  /** Room that is given up when the disk is full, so that a key can be revoked. */
  readonly reserve: string;
  readonly adminToken: string;
  /** Release that worked on the directory last. */
  readonly release: string;
  /** Says which server runs on the directory. */
  readonly serverFile: string;
}

export function dataPaths(directory: string): DataPaths {
  return {
    directory,
    accounts: join(directory, 'accounts.sqlite'),
    warehouse: join(directory, 'warehouse'),
    snapshots: join(directory, 'snapshots'),
    usageSpool: join(directory, 'usage-spool'),
    media: join(directory, 'media'),
    mirror: join(directory, 'mirror'),
    reserve: join(directory, 'reserve'),
    adminToken: join(directory, 'admin-token'),
    release: join(directory, 'release'),
    serverFile: join(directory, 'server.json'),
  };
}

/** Whether a server or a command has made something in a directory; an empty one, or one of something else, is none. */
export function isDataDirectory({ accounts, release }: DataPaths): boolean {
  return [accounts, release].some((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** From now on this process makes files and directories for its user alone, those of the engine included. */
export function keepPrivate(): void {
  process.umask(0o077);
}

/** The engine's folder in a new directory, for it to fill: a data directory without one has lost it. */
export function prepareWarehouse({ warehouse }: DataPaths): void {
  if (!existsSync(warehouse)) mkdirSync(warehouse);
}

/**
 * Makes the directory where it is missing, for its owner alone as all that comes into it.
 *
 * @throws the system's error when it cannot be made or written to.
 */
export function prepareDirectory(directory: string): void {
  keepPrivate();
  mkdirSync(directory, { recursive: true });
  accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
}
