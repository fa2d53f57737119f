import type { ForgetReport } from '@vitrine/sdk';
import { type Config, openVitrine } from '@vitrine/server';
import { silenceStandardInput } from '../standard-input.ts';
import { accountsOperations } from './accounts-directory.ts';
import type { Operations } from './operations.ts';
import { localRecording } from './recording.ts';

/** Works on a data directory that no server has. @throws StartError, e.g. when another process has it */
export async function openDirectory(config: Config): Promise<Operations> {
  silenceStandardInput();
  const vitrine = await openVitrine(config);
  const { ingestion, versions } = vitrine;
  const record = localRecording(vitrine);
  return {
    ...accountsOperations(vitrine, record),
    ingest: ({ name: source, ...file }, onProgress) => {
      const taken = () => vitrine.ingest({ source, ...file }, onProgress);
      return file.dryRun ? taken() : record('ingest', { source }, taken, { ofResult: batchOf, ofFailure: reasonOf });
    },
    publish: ({ asOf, force, onStep }) =>
      record('publish', { asOf, force }, () => vitrine.publish({ asOf, force, ...(onStep && { onStep }) }), {
        ofResult: versionOf,
      }),
    versions: async () => ({
      served: (await versions.current())?.version ?? null,
      quarantine: (await versions.quarantine()) ?? null,
      versions: await versions.list(),
    }),
    rollBack: (version) =>
      record('versions.rollback', { version }, () => vitrine.rollBack(version), { ofResult: versionOf }),
    eraseCreator: (userId, { unknown, onStep }) =>
      record('forget.creator', {}, () => vitrine.eraseCreator(userId, { unknown }, onStep), { ofResult: personOf }),
    previewErasure: (userId) => vitrine.previewErasure(userId),
    batches: (page) => ingestion.batches.list(page),
    withdrawBatch: (batch, reason) =>
      record('ingest.withdraw', { batch, reason }, () => vitrine.withdrawBatch(batch, reason), { ofResult: batchOf }),
    restoreBatch: (batch) =>
      record('ingest.restore', { batch }, () => vitrine.restoreBatch(batch), { ofResult: batchOf }),
    usage: ({ keyId, ...question }) => vitrine.usage({ ...question, key_id: keyId }),
    sql: (statement) => record('sql', { sql: statement }, () => vitrine.sql.rows(statement), { ofResult: versionOf }),
    sqlFile: async (statement, format) => {
      const asked = () => vitrine.sql.file(statement, format);
      return (await record('sql', { sql: statement, format }, asked, { ofResult: versionOf })).bytes;
    },
  };
}

function batchOf({ batch }: { readonly batch: number }): object {
  return { batch };
}

/** What is wrong with a file is told by quoting it, which is not for the log. */
function reasonOf(error: unknown): object {
  return typeof error === 'object' && error !== null && 'reason' in error ? { reason: error.reason } : {};
}

function versionOf({ version }: { readonly version: number }): object {
  return { version };
}

/** The id is kept nowhere. */
function personOf({ person, version }: ForgetReport): object {
  return { person, version };
}
