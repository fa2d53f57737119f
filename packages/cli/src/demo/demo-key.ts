import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vitrine } from '@vitrine/server';

/** No loop on this machine should meet a limit. */
const demoQps = 1_000;

/** A key that can be shown at every start: the one kept in the data directory, or a new one where it works no more. */
export async function demoKey({ keys, paths }: Vitrine): Promise<string> {
  const path = join(paths.directory, 'demo-key');
  const kept = textIn(path);
  const lookup = kept === undefined ? undefined : await keys.find(kept);
  if (kept !== undefined && lookup?.found === 'known' && lookup.key.revokedAt === null) return kept;
  const { key } = await keys.create({ name: 'demo', qps: demoQps });
  // Written anew, or the mode would be that of the file before.
  rmSync(path, { force: true });
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  return key;
}

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
