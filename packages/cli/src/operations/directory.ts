import { type Config, openVitrine } from '@vitrine/server';
import { silenceStandardInput } from '../standard-input.ts';
import type { Operations } from './operations.ts';

/** Works on a data directory that no server has. @throws StartError, e.g. when another process has it */
export async function openDirectory(config: Config): Promise<Operations> {
  silenceStandardInput();
  const vitrine = await openVitrine(config);
  return {
    ingest: ({ name, ...file }, onProgress) => vitrine.ingest({ source: name, ...file }, onProgress),
    publish: ({ asOf, onStep }) => vitrine.publish(onStep === undefined ? { asOf } : { asOf, onStep }),
    createKey: (wanted) => vitrine.keys.create(wanted),
    listKeys: () => vitrine.keys.list(),
    revokeKey: (id) => vitrine.keys.revoke(id),
    grantCredits: (id, credits) => vitrine.keys.grant(id, credits),
    usage: ({ keyId, ...question }) => vitrine.usage({ ...question, key_id: keyId }),
    close: () => vitrine.close(),
  };
}
