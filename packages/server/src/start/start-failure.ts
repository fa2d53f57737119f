import { EngineError } from '../warehouse/engine/engine.ts';
import { isDiskFull } from '../warehouse/engine/engine-failures.ts';
import { type DirectoryRights, directoryRights, shownPaths, userName } from './directory-rights.ts';

/** A start that could not be, in one line that says what to do. The cause is for those who debug. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** What a start was about to use. */
export interface StartAttempt {
  readonly directory: string;
  readonly host?: string;
  readonly port?: number;
}

/** Puts what stopped a start into words. */
export function startFailure(cause: unknown, attempt: StartAttempt): StartError {
  if (cause instanceof StartError) return cause;
  return new StartError(words(cause, attempt), { cause });
}

function words(cause: unknown, { directory, host = '', port = 0 }: StartAttempt): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof EngineError && cause.type === 'DIRECTORY_IN_USE') return said;
  switch (codeOf(cause)) {
    case 'EADDRINUSE':
      return `port ${port} on ${host} is already in use: stop the process that uses it, or choose another port with --port (PORT)`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine: choose another with --host (HOST), e.g. 127.0.0.1 or 0.0.0.0`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DBMOVED':
    case 'SQLITE_READONLY_DIRECTORY':
      return isAboutPort(cause)
        ? `no permission to listen on port ${port}: choose one of 1024 or more with --port (PORT)`
        : permissionWords(cause, directory);
    case 'ENOTDIR':
    case 'EEXIST':
      return `the data directory ${directory} is not a directory: choose another with --data (VITRINE_DATA_DIR)`;
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `the disk of the data directory ${directory} is full: free some space and start again`;
    case 'ECONNREFUSED':
      return `the accounts database is not responding (DATABASE_URL): ${said || 'connection refused'}`;
    default:
      return /corrupted migrations/.test(said)
        ? `the accounts database was migrated by a newer release of Vitrine: install that release or later (${said})`
        : said;
  }
}

/** Names what cannot be used, whose it is, and what to do. */
function permissionWords(cause: unknown, directory: string): string {
  const otherwise = 'or choose another directory with --data (VITRINE_DATA_DIR)';
  const { user, closed } = rightsOf(directory);
  if (closed.length > 0) {
    const name = userName(user);
    return `${name} cannot read and write ${shownPaths(closed)}: run "chown -R ${name} ${directory}" as root, ${otherwise}`;
  }
  const said = cause instanceof Error ? cause.message : String(cause);
  return `no permission to write to the data directory ${directory} (${said}): change its owner or permissions, ${otherwise}`;
}

/** Where the directory is not there yet, those of the one it would be made in. */
function rightsOf(directory: string): DirectoryRights {
  try {
    return directoryRights(directory);
  } catch {
    return { user: 0, closed: [], exposed: [] };
  }
}

function codeOf(cause: unknown): string {
  if (isDiskFull(cause)) return 'ENOSPC';
  if (cause instanceof EngineError) return /Permission denied/i.test(cause.message) ? 'EACCES' : '';
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

function isAboutPort(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'syscall' in cause && cause.syscall === 'listen';
}
