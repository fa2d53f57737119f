import { type ErrorEntry, errors } from '../../kernel/errors.ts';

/**
 * What a call of an endpoint of the catalogue can be told, in the order of the checks. All others are of operators'
 * routes.
 */
export const endpointErrors: readonly ErrorEntry[] = [
  errors.keyMissing,
  errors.keyMalformed,
  errors.keyUnknown,
  errors.keyRevoked,
  errors.keyReplaced,
  errors.keyExpired,
  errors.keyNotYetValid,
  errors.attemptsExceeded,
  errors.scopeMissing,
  errors.rateExceeded,
  errors.concurrencyExceeded,
  errors.parameterMissing,
  errors.parameterInvalid,
  errors.parameterRepeated,
  errors.parameterUnknown,
  errors.creditsSpent,
  errors.internal,
  errors.accountsUnavailable,
  errors.datasetMissing,
  errors.listNotPublished,
  errors.overloaded,
  errors.tooSlow,
  errors.shuttingDown,
];
