import { resolve } from 'node:path';
import { type Config, ConfigError, findServer, readConfig } from '@vitrine/server';
import { CommandError, UsageError } from '../usage.ts';
import { openAccountsDirectory } from './accounts-directory.ts';
import { openDirectory } from './directory.ts';
import { DirectoryForNow, noteNewDirectory, requireDirectory } from './existing.ts';
import type { AccountsOperations, DirectoryOperations, Operations, ServerOperations } from './operations.ts';
import { openServer } from './server.ts';

/** What a command works on, as given. */
export interface Target {
  readonly data?: string | undefined;
  readonly server?: string | undefined;
  readonly token?: string | undefined;
}

interface TargetOptions {
  /** Whether a data directory that is not there yet is made, and for how long; default: it is refused. */
  readonly makes?: 'to-stay' | 'for-now';
}

/** Opens a target, does the work on it and closes it. @throws UsageError, CommandError, StartError */
export async function at<Result>(
  target: Target,
  work: (operations: Operations) => Promise<Result>,
  { makes }: TargetOptions = {},
): Promise<Result> {
  const forNow = makes === 'for-now' ? new DirectoryForNow() : undefined;
  const open = (config: Config) => {
    if (forNow !== undefined) return openDirectory(forNow.insteadOf(config));
    (makes === 'to-stay' ? noteNewDirectory : requireDirectory)(config);
    return openDirectory(config);
  };
  try {
    return await closing(await openTarget(target, open), work);
  } finally {
    forNow?.remove();
  }
}

/** As {@link at}, with the accounts alone: the engine of the directory may be another process's, or broken. */
export async function atAccounts<Result>(
  target: Target,
  work: (operations: AccountsOperations) => Promise<Result>,
): Promise<Result> {
  const open = (config: Config) => {
    requireDirectory(config);
    return openAccountsDirectory(config);
  };
  return closing(await openTarget<AccountsOperations>(target, open), work);
}

/** As {@link at}, for what no server does. @throws UsageError, CommandError, StartError when a server has the directory */
export async function atDirectory<Result>(
  data: string | undefined,
  work: (operations: DirectoryOperations) => Promise<Result>,
): Promise<Result> {
  const config = configOf({ VITRINE_DATA_DIR: data });
  requireDirectory(config);
  return closing(await openDirectory(config), work);
}

/** As {@link at}, for what only a server does. @throws CommandError when none has the directory */
export async function atServer<Result>(
  target: Target,
  work: (operations: ServerOperations) => Promise<Result>,
): Promise<Result> {
  const refuse = async (config: Config): Promise<never> => {
    requireDirectory(config);
    const directory = resolve(config.dataDirectory);
    throw new CommandError(
      `no server is running on ${directory}: start it with "vitrine serve", or name one with --server`,
    );
  };
  return closing(await openTarget(target, refuse), work);
}

async function closing<Opened extends { close(): Promise<void> }, Result>(
  opened: Opened,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** The server that was named, else the one that runs on the data directory, else the directory itself. */
async function openTarget<Opened>(
  { data, server, token }: Target,
  open: (config: Config) => Promise<Opened>,
): Promise<Opened | ServerOperations> {
  const config = configOf({ VITRINE_DATA_DIR: data });
  if (server !== undefined) return openServer({ url: checkedUrl(server), token: given(token ?? config.adminToken) });
  const running = await findServer(config.dataDirectory);
  if (running === undefined) return open(config);
  const found = token ?? config.adminToken ?? running.adminToken;
  if (found !== undefined) return openServer({ url: running.url, token: found });
  throw new CommandError(
    `the server at ${running.url} is running on ${config.dataDirectory} with a token from its environment: ` +
      'pass the same token with --token or VITRINE_ADMIN_TOKEN',
  );
}

/** What the environment says, under what the command line says. @throws UsageError when it cannot be used */
export function configOf(overrides: Readonly<Record<string, string | undefined>>) {
  try {
    return readConfig(overrides);
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

/** @throws UsageError when it is none */
export function checkedUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new UsageError(`--server: expected a URL such as http://127.0.0.1:8080, got ${JSON.stringify(text)}`);
}

function given(token: string | undefined): string {
  if (token !== undefined) return token;
  throw new UsageError('--server needs the admin token: pass it with --token or VITRINE_ADMIN_TOKEN');
}
