import { type Config, openVitrine } from '@vitrine/server';
import { silenceStandardInput } from '../standard-input.ts';
import type { Operations } from './operations.ts';
import { localRecording } from './recording.ts';

/** Works on a data directory that no server has. @throws StartError, e.g. when another process has it */
export async function openDirectory(config: Config): Promise<Operations> {
  silenceStandardInput();
  const vitrine = await openVitrine(config);
  const { audit, ingestion, keys, versions } = vitrine;
  const record = localRecording(vitrine);
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

function batchOf({ batch }: { readonly batch: number }): object {
  return { batch };
}

function versionOf({ version }: { readonly version: number }): object {
  return { version };
}

function idOf({ id }: { readonly id: string }): object {
  return { id };
}
