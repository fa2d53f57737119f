/** A server that fails, or cannot respond now. */
export const availabilityErrors = {
  internal: {
    code: 500,
    id: 'internal',
    message: 'Internal server error',
    whatToDo:
      'Try again. If the error persists, send the requestId to the operator, who can look up the cause in the log.',
  },
  datasetMissing: {
    code: 503,
    id: 'dataset-missing',
    message: 'No dataset is published yet',
    whatToDo: 'Try again later. The operator loads data with "vitrine ingest" and "vitrine publish".',
  },
  listNotPublished: {
    code: 503,
    id: 'list-not-published',
    message: 'The dataset that is served was published before there was the list {list}',
    whatToDo: 'Try again after the next publish. The operator runs "vitrine publish". Refused calls cost nothing.',
  },
  accountsUnavailable: {
    code: 503,
    id: 'accounts-away',
    message: 'Keys and credits are temporarily unavailable: try again in a moment',
    whatToDo:
      'Wait for the number of seconds in the Retry-After header, longer after each attempt. Refused calls cost nothing.',
  },
  overloaded: {
    code: 503,
    id: 'overloaded',
    message: 'The server is overloaded: try again in a moment',
    whatToDo:
      'Wait for the number of seconds in the Retry-After header, longer after each attempt, and make fewer concurrent calls.',
  },
  tooSlow: {
    code: 503,
    id: 'too-slow',
    message: 'The request took longer than {seconds} s and was cancelled',
    whatToDo: 'Try again after the number of seconds in the Retry-After header. Narrower filters are faster.',
  },
  shuttingDown: {
    code: 503,
    id: 'shutting-down',
    message: 'The server is shutting down',
    whatToDo: 'Try again: another node, or this one after its restart, will respond.',
  },
} as const;
