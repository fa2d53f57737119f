import type { Explainer } from '../../serving/explain/explainer.ts';
import { explained } from '../admin/explain-route.ts';
import type { HttpExtension } from '../http/server.ts';

export interface ConsoleExplainParts {
  readonly explainer: Pick<Explainer, 'explain'>;
}

/** `GET /console/v1/explain`: what `GET /admin/v1/explain` answers, for who is logged in. */
export function consoleExplainRoute({ explainer }: ConsoleExplainParts): HttpExtension {
  return (server) => {
    server.get('/console/v1/explain', { exposeHeadRoute: false }, (request) => explained(explainer, request));
  };
}
