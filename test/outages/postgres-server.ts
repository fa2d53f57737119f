import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries, initialise, ownerOf } from '../../bench/reading/postgres/local-server.ts';
import { freePort } from './free-port.ts';

/** A PostgreSQL server of the test's own, which it may stop and start. */
export interface OwnPostgres {
  readonly databaseUrl: string;
  /** Lets nobody finish anything. */
  stop(): Promise<void>;
  /** Resolves when it answers. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Why there can be none; undefined: there can. */
export function postgresMissing(): string | undefined {
  try {
    findBinaries();
    // Root has to run it as the user that its package makes.
    if (process.getuid?.() === 0) execFileSync('id', ['-u', 'postgres'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no PostgreSQL server here, or no user to run it';
  }
}

export async function ownPostgres(): Promise<OwnPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'vitrine-postgres-'));
  const directory = join(home, 'data');
  const owner = ownerOf(directory);
  mkdirSync(directory, { mode: 0o700 });
  chownSync(directory, owner.uid, owner.gid);
  const binaries = findBinaries();
  initialise(binaries, directory, owner);
  const port = await freePort();
  const databaseUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server === undefined) return;
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
    server = undefined;
  };
  return {
    databaseUrl,
    stop,
    async start() {
      server = spawn(join(binaries, 'postgres'), serverArguments(directory, port), {
        ...owner,
        cwd: '/',
        stdio: 'ignore',
      });
      while (!(await answers(databaseUrl))) {
        if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
      }
    },
    async remove() {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function serverArguments(directory: string, port: number): readonly string[] {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  return ['-D', directory, ...settings.flatMap((setting) => ['-c', setting])];
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
