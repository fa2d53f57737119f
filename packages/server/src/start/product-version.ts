import { readFileSync } from 'node:fs';

/** Version of this package, from beside its sources or what was built of them. */
export function productVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (manifest as { readonly version: string }).version;
}
