import type { FastifyRequest } from 'fastify';
import type { ListEndpoint } from '../../catalogue/endpoint.ts';
import { checkQuery, type RawQuery } from '../../catalogue/parameters.ts';
import { knownParameters, refuseUnknown } from '../../catalogue/unknown-parameters.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { type CurrentDataset, datasetWith } from '../../serving/current-dataset.ts';
import type { DistributionGroup } from '../../serving/distribution.ts';
import type { PageQuery } from '../../serving/page-query.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';

export interface DistributionParts {
  readonly lists: readonly ListEndpoint[];
  readonly dataset: CurrentDataset;
  count(list: ListEndpoint, query: PageQuery, version: number): Promise<number>;
  distribution(
    list: ListEndpoint,
    query: PageQuery,
    field: string,
    version: number,
  ): Promise<readonly DistributionGroup[]>;
}

/**
 * `GET /console/v1/counts/LIST`: how many rows a query of the list has. `GET /console/v1/distributions/LIST?of=FIELD`: how the
 * values of a field that can be filtered by are spread over them. Both take the parameters of the list.
 */
export function distributionRoutes({ lists, dataset, count, distribution }: DistributionParts): HttpExtension {
  return (server) => {
    for (const list of lists) {
      server.get(`/console/v1/counts/${list.id}`, { exposeHeadRoute: false }, async (request) => {
        const { version, query } = asked(list, dataset, request, []);
        return successEnvelope({ version, rows: await count(list, query, version) }, request.id);
      });
      server.get(`/console/v1/distributions/${list.id}`, { exposeHeadRoute: false }, async (request) => {
        const { version, query } = asked(list, dataset, request, ['of']);
        const field = fieldIn(list, request.query as RawQuery);
        return successEnvelope({ version, groups: await distribution(list, query, field, version) }, request.id);
      });
    }
  };
}

function asked(list: ListEndpoint, dataset: CurrentDataset, { query }: FastifyRequest, besides: readonly string[]) {
  const raw = query as RawQuery;
  refuseUnknown(new Set([...knownParameters(list), ...besides]), raw);
  const { version } = datasetWith(list, dataset.current());
  // All rows are counted, whatever page is looked at.
  return { version, query: checkQuery(list, { ...raw, page_num: '1', page_size: '1' }) };
}

/** @throws ApiError 400 for one that the list is not filtered by */
function fieldIn({ filterFields }: ListEndpoint, { of }: RawQuery): string {
  const given = typeof of === 'string' ? of : '';
  if (filterFields.includes(given)) return given;
  throw new ApiError(errors.parameterInvalid, { name: 'of', expected: filterFields.join(', '), given });
}
