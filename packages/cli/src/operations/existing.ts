import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
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
