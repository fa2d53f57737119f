import { catalogue } from '../../catalogue/catalogue.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { Engine } from '../../warehouse/engine/engine.ts';
import type { UsageQuestion } from '../../warehouse/usage/usage-report.ts';

/** What tells which names there are. */
export interface KnownNames {
  readonly engine: Engine;
  /** Whether there is a key, revoked or not. */
  readonly hasKey: (id: string) => Promise<boolean>;
}

/** A misspelt name must not look like a quiet month. @throws ApiError parameter-invalid */
export async function refuseUnknownNames(
  { keyId, endpoint }: UsageQuestion,
  { engine, hasKey }: KnownNames,
): Promise<void> {
  if (keyId !== undefined && !(await hasKey(keyId)))
    throw invalid('key_id', 'the id of a key, as shown by "vitrine keys list"', keyId);
  if (endpoint === undefined) return;
  const names = catalogue.map(({ id }) => id);
  if (names.includes(endpoint)) return;
  const used = 'SELECT 1 FROM usage_total WHERE endpoint = {endpoint:String} LIMIT 1';
  if ((await engine.rows(used, { endpoint })).length > 0) return;
  throw invalid('endpoint', `one of ${names.join(', ')}`, endpoint);
}

function invalid(name: string, expected: string, given: string): ApiError {
  return new ApiError(errors.parameterInvalid, { name, expected, given: JSON.stringify(given) });
}
