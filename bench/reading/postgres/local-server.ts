import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of the benchmark's own, reached through a socket in a directory. */
export interface LocalServer {
  readonly databaseUrl: string;
  /** Its first process, the parent of all others. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** For a machine whose memory the server may have to itself but for the other sides, and for reading only. */
const settings = {
  listen_addresses: '',
  max_connections: '40',
  shared_buffers: '4GB',
  effective_cache_size: '12GB',
  work_mem: '64MB',
  maintenance_work_mem: '1GB',
  random_page_cost: '1.1',
  effective_io_concurrency: '200',
  max_wal_size: '16GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  synchronous_commit: 'off',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
};

const bootMsMax = 60_000;

/**
 * Starts a server on a directory, made where it is missing.
 *
 * @param log file the server writes to.
 * @throws Error in words for the person at the terminal.
 */
export async function startLocalServer(directory: string, log: string): Promise<LocalServer> {
  const binaries = findBinaries();
  const owner = ownerOf(directory);
  const sockets = mkdtempSync(join(tmpdir(), 'vitrine-bench-socket-'));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  for (const each of [directory, sockets]) chownSync(each, owner.uid, owner.gid);
  if (!existsSync(join(directory, 'PG_VERSION'))) initialise(binaries, directory, owner);
  const child = launch(binaries, directory, { sockets, owner, log });
  const databaseUrl = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(sockets)}`;
  const stop = () => stopServer(child, sockets);
  await answering(databaseUrl, child, log).catch(async (cause) => {
    await stop();
    throw cause;
  });
  return { databaseUrl, pid: child.pid ?? 0, stop };
}

/** The newest server among those of the package manager, and the one on the PATH. */
export function findBinaries(): string {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const packaged = versions.toSorted((a, b) => Number(b) - Number(a)).map((v) => `/usr/lib/postgresql/${v}/bin`);
  const folders = [...packaged, ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  if (found !== undefined) return found;
  throw new Error(
    'no PostgreSQL server to compare with: expected initdb and postgres on the PATH or in /usr/lib/postgresql, or DATABASE_URL',
  );
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root runs it as the user that its package makes. */
export function ownerOf(directory: string): Owner {
  const [uid = 0, gid = 0] = [process.getuid?.(), process.getgid?.()];
  if (uid !== 0) return { uid, gid };
  chmodSync(dirname(directory), 0o711);
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Makes an empty database cluster that trusts who connects. */
export function initialise(binaries: string, directory: string, owner: Owner): void {
  const options = [
    '--pgdata',
    directory,
    '--username',
    'postgres',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
  ];
  execFileSync(join(binaries, 'initdb'), options, { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
}

interface Launch {
  readonly sockets: string;
  readonly owner: Owner;
  readonly log: string;
}

function launch(binaries: string, directory: string, { sockets, owner, log }: Launch): ChildProcess {
  const set = Object.entries({ ...settings, unix_socket_directories: sockets });
  const options = set.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(log, 'a');
  const child = spawn(join(binaries, 'postgres'), ['-D', directory, ...options], {
    ...owner,
    cwd: '/',
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return child;
}

async function answering(databaseUrl: string, child: ChildProcess, log: string): Promise<void> {
  const patienceEndsMs = performance.now() + bootMsMax;
  while (!(await answers(databaseUrl))) {
    if (child.exitCode !== null || performance.now() > patienceEndsMs)
      throw new Error(`the PostgreSQL server did not start: see ${log}`);
    await delay(100);
  }
}

async function answers(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function stopServer(child: ChildProcess, sockets: string): Promise<void> {
  // SIGINT is its "fast" shutdown: it does not wait for connections.
  child.kill('SIGINT');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  rmSync(sockets, { recursive: true, force: true });
}
