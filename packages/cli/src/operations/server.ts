import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type AdminClientOptions, createAdminClient, NothingTakenInError, VitrineError } from '@vitrine/sdk';
import { formatOf, isGzipName } from '@vitrine/server';
import { CommandError } from '../usage.ts';
import type { IngestFile, IngestProgress, ServerOperations } from './operations.ts';

const readBytesAtOnce = 256 * 1024;

/** Works through a server. */
export function openServer(address: AdminClientOptions): ServerOperations {
  const client = createAdminClient(address);
  return {
    async ingest({ name, from, format: given, kind, strict, readAs, told, dryRun }, onProgress) {
      const source = sourceNameOf(name);
      // Of files of a kind the name says the format; others are told by their content.
      const format = given ?? (kind === undefined ? undefined : formatOf(name));
      const options = { format, kind, strict, source, gzip: isGzipName(name), from: readAs, dryRun, ...told };
      const summary = await client.ingest(metered(from, onProgress), options).catch((error: unknown) => {
        if (error instanceof NothingTakenInError) return error.summary;
        throw named(name, source, error);
      });
      return { ...summary, source: name };
    },
    publish: (options) => client.publish(options),
    versions: () => client.versions(),
    rollBack: (version) => client.rollBack(version),
    eraseCreator: (userId, options) => client.forgetCreator(userId, options),
    previewErasure: (userId) => client.previewForget(userId),
    batches: (page) => client.batches(page),
    withdrawBatch: (batch, reason) => client.withdrawBatch(batch, reason),
    restoreBatch: (batch) => client.restoreBatch(batch),
    audit: (page) => client.audit(page),
    createKey: (wanted) => client.createKey(wanted),
    listKeys: () => client.listKeys(),
    updateKey: (id, changes) => client.updateKey(id, changes),
    rotateKey: (id, overlapMs) => client.rotateKey(id, overlapMs),
    revokeKey: (id) => client.revokeKey(id),
    grantCredits: (id, credits, expiresAt) => client.grantCredits(id, credits, expiresAt),
    refundCredits: (id, credits, reason) => client.refundCredits(id, credits, reason),
    createAdminKey: (wanted) => client.createAdminKey(wanted),
    listAdminKeys: () => client.listAdminKeys(),
    revokeAdminKey: (id) => client.revokeAdminKey(id),
    listSessions: () => client.listSessions(),
    endSession: (id) => client.endSession(id),
    createLoginLink: () => client.createLoginLink(),
    usage: (question) => client.usage(question),
    sql: (statement) => client.sql(statement),
    sqlFile: (statement, format) => client.sqlFile(statement, format),
    explain: (question) => client.explain(question),
    close: async () => {},
  };
}

/** Told here, for the server's answer comes when all is over. */
async function* metered(
  from: IngestFile['from'],
  onProgress: (progress: IngestProgress) => void,
): AsyncGenerator<Uint8Array> {
  const stream = 'path' in from ? createReadStream(from.path, { highWaterMark: readBytesAtOnce }) : from.stream;
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    yield chunk;
    onProgress({ bytes });
  }
}

const sourceLengthMax = 100;

/** What the server is to call a file: the end of a long name, without what a terminal would obey. */
function sourceNameOf(name: string): string {
  return basename(name)
    .replace(/[\p{Cc}\p{Bidi_Control}\\]/gu, '?')
    .slice(-sourceLengthMax);
}

/** Not every message of the server names the file. */
function named(name: string, source: string, error: unknown): unknown {
  if (!(error instanceof VitrineError) || error.status === 0 || error.status === 401) return error;
  const said = error.message.includes(source) ? error.message : `${name}: ${error.message}`;
  return new CommandError(said, { cause: error });
}
