/** Changes by operators that are refused or fail. */
export const administrationErrors = {
  ingestRunning: {
    code: 409,
    id: 'ingest-running',
    message: 'Ingest batch {batch} is still open',
    whatToDo: 'Wait for it to finish (see "vitrine batches"), then try again.',
  },
  withdrawalRefused: {
    code: 409,
    id: 'withdrawal-refused',
    message: 'Cannot change batch {batch}: {reason}',
    whatToDo: 'Check the status of each batch with "vitrine batches".',
  },
  rollbackRefused: {
    code: 409,
    id: 'rollback-refused',
    message: 'Cannot roll back: {reason}',
    whatToDo: 'Only the version before the served one is kept. Check "vitrine versions list", or publish again.',
  },
  rotationRefused: {
    code: 409,
    id: 'rotation-refused',
    message: 'Cannot rotate key {id}: it is revoked',
    whatToDo: 'Create a new key. A revoked key cannot be reactivated.',
  },
  idempotencyUnfinished: {
    code: 409,
    id: 'idempotency-unfinished',
    message: 'The first request with this Idempotency-Key has no response yet',
    whatToDo:
      'Try again in a moment, and if the server stopped, a minute later: a change that was not made is made then. If the error ' +
      'persists, the change was made and its response is lost. Do not make it again; rotate a key whose secret was in the response.',
  },
  idempotencyKeyReused: {
    code: 422,
    id: 'idempotency-key-reused',
    message: 'This Idempotency-Key was already used with a different body',
    whatToDo: 'Use a new Idempotency-Key for each change, and reuse it only to retry the same request.',
  },
  storageFull: {
    code: 507,
    id: 'storage-full',
    message: 'The disk of the server is full: {reason}',
    whatToDo: 'Free disk space in the data directory and try again. Nothing is counted twice.',
  },
  ingestRefused: {
    code: 400,
    id: 'ingest-refused',
    message: '{reason}',
    whatToDo: 'Fix the reported problem and send the records again. Nothing is counted twice.',
  },
  ingestFailed: {
    code: 500,
    id: 'ingest-failed',
    message: '{reason}',
    whatToDo: 'Check the server log for the cause and send the records again. Nothing is counted twice.',
  },
} as const;
