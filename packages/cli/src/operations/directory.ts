import { type Config, openVitrine } from '@vitrine/server';
import type { Operations } from './operations.ts';

/** Works on a data directory that no server has. @throws StartError, e.g. when another process has it */
export async function openDirectory(config: Config): Promise<Operations> {
  const vitrine = await openVitrine(config);
  return {
    ingest: ({ name, path, format, kind, strict }, onProgress) =>
      vitrine.ingest(
        { source: name, from: path === undefined ? { stream: process.stdin } : { path }, format, kind, strict },
        onProgress,
      ),
    publish: ({ asOf, onStep }) => vitrine.publish(onStep === undefined ? { asOf } : { asOf, onStep }),
    createKey: (wanted) => vitrine.keys.create(wanted),
    listKeys: () => vitrine.keys.list(),
    revokeKey: (id) => vitrine.keys.revoke(id),
    grantCredits: (id, credits) => vitrine.keys.grant(id, credits),
    close: () => vitrine.close(),
  };
}
