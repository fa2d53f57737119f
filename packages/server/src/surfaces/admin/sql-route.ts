import { z } from 'zod';
import { ApiError, errors } from '../../kernel/errors.ts';
import { type SqlFormat, type SqlQueries, sqlFormats } from '../../serving/sql/sql-queries.ts';
import { withoutValues } from '../../serving/sql/without-values.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { whileConnected } from '../http/while-connected.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';

export interface SqlRouteParts extends AdminHookParts {
  readonly sql: Pick<SqlQueries, 'rows' | 'file'>;
}

const formats = ['json', ...(Object.keys(sqlFormats) as SqlFormat[])] as const;
const sqlBody = z.strictObject({
  sql: z.string({ error: 'expected a statement' }).min(1, 'expected a statement'),
  format: z.enum(formats).default('json'),
});

/** What a statement looks for may be a person. */
function recorded(body: object): object {
  return 'sql' in body ? { ...body, sql: withoutValues(String(body.sql)) } : body;
}

const contentTypes: Readonly<Record<SqlFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
};

/**
 * `POST /admin/v1/sql` with `{sql, format?}`: the rows of a SELECT over the documented views of the served version. As
 * JSON, the default, `{version, asOf, columns: [{name, type}], rows: [[…]]}` with 64-bit whole numbers as strings; else
 * the file. A statement stops when its client leaves or the server closes. 400: not one SELECT over the views, or more than it may take.
 */
export function sqlRoute({ sql: queries, ...hook }: SqlRouteParts): HttpExtension {
  const onRequest = requireAdmin(hook, 'sql');
  return (server) => {
    const closing = new AbortController();
    server.addHook('preClose', async () => closing.abort(new ApiError(errors.shuttingDown, {})));
    server.post('/admin/v1/sql', { onRequest, config: { accepts: sqlBody, recorded } }, async (request, reply) => {
      const { sql, format } = checkedBody(sqlBody, request);
      const asked = <Answer>(ask: (signal: AbortSignal) => Promise<Answer>) =>
        whileConnected(request, (gone) => ask(AbortSignal.any([gone, closing.signal])));
      if (format === 'json') return successEnvelope(await asked((signal) => queries.rows(sql, signal)), request.id);
      const { bytes, version, asOf } = await asked((signal) => queries.file(sql, format, signal));
      await request.changeEnds?.('done', { version });
      reply.type(contentTypes[format]).headers({ 'X-Dataset-Version': String(version), 'X-Dataset-As-Of': asOf });
      return bytes;
    });
  };
}
