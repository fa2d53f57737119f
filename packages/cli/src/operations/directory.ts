import type { ForgetReport } from '@vitrine/sdk';
import { type Config, type FitReport, openVitrine, withoutValues } from '@vitrine/server';
import { silenceStandardInput } from '../standard-input.ts';
import { accountsOperations } from './accounts-directory.ts';
import type { DirectoryOperations } from './operations.ts';
import { localRecording } from './recording.ts';

/** Works on a data directory that no server has. @throws StartError, e.g. when another process has it */
export async function openDirectory(config: Config): Promise<DirectoryOperations> {
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
      versions: await versions.history(),
    }),
    rollBack: (version) =>
      record('versions.rollback', { version }, () => vitrine.rollBack(version), { ofResult: versionOf }),
    eraseCreator: (userId, { unknown, onStep }) =>
      record('forget.creator', {}, () => vitrine.eraseCreator(userId, { unknown }, onStep), { ofResult: personOf }),
    previewErasure: (userId) => vitrine.previewErasure(userId),
    scoreEstimates: (onStep) => vitrine.scoreEstimates(onStep),
    fitEstimates: (apply, onStep) => {
      const fitting = () => vitrine.fitEstimates(apply, onStep);
      return apply ? record('estimates.fit', {}, fitting, { ofResult: constantsOf }) : fitting();
    },
    undoFit: () =>
      record('estimates.undo', {}, () => vitrine.undoFit(), { ofResult: ({ now }) => ({ constants: now }) }),
    batches: (page) => ingestion.batches.list(page),
    withdrawBatch: (batch, reason) =>
      record('ingest.withdraw', { batch, reason }, () => vitrine.withdrawBatch(batch, reason), { ofResult: batchOf }),
    restoreBatch: (batch) =>
      record('ingest.restore', { batch }, () => vitrine.restoreBatch(batch), { ofResult: batchOf }),
    usage: ({ keyId, ...question }) => vitrine.usage({ ...question, key_id: keyId }),
    explain: (question) => vitrine.explainer.explain(question),
    sql: (statement) => {
      const asked = () => vitrine.sql.rows(statement);
      return record('sql', { sql: withoutValues(statement) }, asked, { ofResult: versionOf });
    },
    sqlFile: async (statement, format) => {
      const asked = () => vitrine.sql.file(statement, format);
      const parameters = { sql: withoutValues(statement), format };
      return (await record('sql', parameters, asked, { ofResult: versionOf })).bytes;
    },
  };
}

function constantsOf({ after }: FitReport): object {
  return { constants: after };
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
