import type { AdminGate } from '../../../src/access/admin-keys/admin-gate.ts';
import { ApiError, errors } from '../../../src/kernel/errors.ts';

export const adminToken = 'a-token-that-nobody-guesses';

/** Lets the token in and nothing else: for routes that are tested without a database of keys. */
export const tokenGate: AdminGate = {
  admit: async (presented) => {
    if (presented === adminToken) return 'admin-token';
    throw new ApiError(errors.adminTokenInvalid, {});
  },
};
