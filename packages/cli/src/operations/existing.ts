import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '@vitrine/server';
import { note } from '../output/print.ts';
import { CommandError } from '../usage.ts';

/** A name that was mistyped must not become a directory. @throws CommandError */
export function requireDirectory({ dataDirectory }: Config): void {
  if (existsSync(dataDirectory)) return;
  throw new CommandError(
    `data directory ${resolve(dataDirectory)} does not exist: check --data (VITRINE_DATA_DIR), or create one with ` +
      '"vitrine ingest" or "vitrine serve"',
  );
}

/** Says so before a directory is made. */
export function noteNewDirectory({ dataDirectory }: Config): void {
  if (!existsSync(dataDirectory)) note(`New data directory: ${resolve(dataDirectory)}`);
}

/** What stands in for a data directory that does not exist, for work that leaves nothing. */
export class DirectoryForNow {
  #path: string | undefined;

  /** The same configuration if its directory exists, or one with an empty directory of its own. */
  insteadOf(config: Config): Config {
    if (existsSync(config.dataDirectory)) return config;
    this.#path = mkdtempSync(join(tmpdir(), 'vitrine-dry-run-'));
    return { ...config, dataDirectory: this.#path };
  }

  remove(): void {
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
  }
}
