import { ApiError, errors } from '../../kernel/errors.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from './server.ts';

/** Where a server proves to commands that it has their data directory, before they send it a token or a key. */
export const proofPath = '/server-proof';

/** Proves which server this is. */
export interface Prover {
  /** Undefined as long as the server does not know its address. */
  prove(nonce: string): string | undefined;
}

const nonceShape = /^[0-9a-f]{64}$/;

/**
 * `GET /server-proof?nonce=…` (64 hexadecimal digits) responds with `{proof}`. It is open: a proof tells nothing to who
 * does not hold the secret of the data directory.
 */
export function proofRoute(prover: Prover): HttpExtension {
  return (server) => {
    server.get<{ Querystring: { nonce?: unknown } }>(proofPath, { config: { isVital: true } }, async (request) => {
      const { nonce } = request.query;
      if (typeof nonce === 'string' && nonceShape.test(nonce))
        return successEnvelope({ proof: prover.prove(nonce) ?? null }, request.id);
      const given = typeof nonce === 'string' ? `a text of length ${nonce.length}` : 'none, or several';
      throw new ApiError(errors.parameterInvalid, { name: 'nonce', expected: '64 hexadecimal digits', given });
    });
  };
}
