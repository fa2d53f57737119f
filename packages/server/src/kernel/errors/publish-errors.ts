/** Publishes that cannot start or finish. */
export const publishErrors = {
  publishRefused: {
    code: 400,
    id: 'publish-refused',
    message: 'Cannot publish: {reason}',
    whatToDo:
      'Ingest observations first. Set as_of to an observed day (YYYY-MM-DD) or omit it. If the loss of rows is intended, set force to true.',
  },
  publishRunning: {
    code: 409,
    id: 'publish-running',
    message: 'A publish or rollback is already running',
    whatToDo: 'Wait for it to finish. Observations ingested after it started need another publish.',
  },
  publishFailed: {
    code: 500,
    id: 'publish-failed',
    message: 'Publish failed, the previous version is still served: {reason}',
    whatToDo: 'Fix the reported cause and publish again. Nothing needs to be undone.',
  },
} as const;
