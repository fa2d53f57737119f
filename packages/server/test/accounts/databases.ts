import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { AccountsLocation } from '../../src/accounts/database.ts';

/** An empty place for an accounts database, used by one test file and removed after it. */
export interface TemporaryLocation {
  readonly location: AccountsLocation;
  remove(): Promise<void>;
}

export interface AccountsEngine {
  /** Says why, where the tests on it are skipped. */
  readonly title: string;
  readonly absent: boolean;
  newLocation(): Promise<TemporaryLocation>;
}

const { DATABASE_URL: databaseUrl } = process.env;

/** Every engine the accounts can be kept in; the same tests run on each. */
export const engines: readonly AccountsEngine[] = [
  { title: 'SQLite', absent: false, newLocation: temporaryDirectory },
  {
    title: databaseUrl ? 'PostgreSQL' : 'PostgreSQL (skipped: DATABASE_URL is not given)',
    absent: !databaseUrl,
    newLocation: () => temporaryDatabase(databaseUrl ?? ''),
  },
];

async function temporaryDirectory(): Promise<TemporaryLocation> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-accounts-'));
  return { location: { directory }, remove: async () => rmSync(directory, { recursive: true }) };
}

async function temporaryDatabase(serverUrl: string): Promise<TemporaryLocation> {
  const name = `vitrine_test_${randomBytes(6).toString('hex')}`;
  await runOn(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    location: { databaseUrl: url.href, directory: '' },
    remove: () => runOn(serverUrl, `drop database ${name} with (force)`),
  };
}

async function runOn(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}
