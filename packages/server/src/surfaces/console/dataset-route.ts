import type { CurrentDataset } from '../../serving/current-dataset.ts';
import type { Market } from '../../serving/markets.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';

export interface DatasetRouteParts {
  readonly dataset: CurrentDataset;
  /** The markets of a version, the one of most products first. */
  markets(version: number): Promise<readonly Market[]>;
}

/** `GET /console/v1/dataset`: what is served: `{version, asOf, markets}`; before the first publish version 0 and no markets. */
export function datasetRoute({ dataset, markets }: DatasetRouteParts): HttpExtension {
  return (server) => {
    server.get('/console/v1/dataset', { exposeHeadRoute: false }, async (request, reply) => {
      reply.header('Cache-Control', 'no-store');
      const served = dataset.current();
      if (served === undefined) return successEnvelope({ version: 0, asOf: null, markets: [] }, request.id);
      const { version, asOf } = served;
      return successEnvelope({ version, asOf, markets: await markets(version) }, request.id);
    });
  };
}
