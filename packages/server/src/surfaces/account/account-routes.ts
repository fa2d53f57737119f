import type { CreditLedger } from '../../access/credits/credits.ts';
import type { Gate } from '../../access/gate.ts';
import type { KeyRecord } from '../../access/keys/keys.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { successEnvelope } from '../envelope.ts';
import { keyedCall } from '../http/caller.ts';
import { nameIgnored } from '../http/ignored-parameters.ts';
import type { HttpExtension, HttpServer } from '../http/server.ts';
import type { UsageAnswers } from '../usage/usage-answer.ts';

export interface AccountParts {
  readonly gate: Pick<Gate, 'admit'>;
  readonly credits: Pick<CreditLedger, 'balance'>;
  readonly usage: UsageAnswers;
}

/** What a key has left. */
interface Balance {
  readonly keyId: string;
  /** Null: unlimited. */
  readonly credits: number | null;
}

/**
 * `GET /v1/account/balance` and `GET /v1/account/usage` (`from`, `to`, `by`, `endpoint` as for the operator) tell
 * whoever presents a key about that key alone. Free of charge, but counted by the rate limit. 401, 429 and 400 as
 * everywhere.
 */
export function accountRoutes({ gate, credits, usage }: AccountParts): HttpExtension {
  return (server) => {
    addRoute(server, gate, 'balance', [], async ({ id }): Promise<Balance> => {
      return { keyId: id, credits: await credits.balance(id) };
    });
    addRoute(server, gate, 'usage', ['from', 'to', 'by', 'endpoint'], ({ id }, raw) => usage({ ...raw, key_id: id }));
  };
}

function addRoute(
  server: HttpServer,
  gate: AccountParts['gate'],
  name: string,
  parameters: readonly string[],
  tell: (key: KeyRecord, raw: RawQuery) => Promise<unknown>,
): void {
  const known = new Set(parameters);
  server.route({
    method: 'GET',
    url: `/v1/account/${name}`,
    exposeHeadRoute: false,
    config: { endpointId: `account-${name}`, takesKey: true },
    handler: async (request, reply) => {
      nameIgnored(reply, known, request.query as RawQuery);
      const key = await gate.admit(keyedCall(request, reply).caller);
      return successEnvelope(await tell(key, request.query as RawQuery), request.id);
    },
  });
}
