import type { Endpoint } from '../../catalogue/endpoint.ts';
import { openApiDocument } from '../http/openapi.ts';
import type { McpResource } from './mcp-server.ts';

/** What `/openapi.json` serves: every parameter and field with its meaning. */
export function openApiResource(catalogue: readonly Endpoint[], productVersion: string): McpResource {
  return {
    uri: 'vitrine://openapi.json',
    name: 'openapi.json',
    title: 'Endpoints, parameters and fields as OpenAPI',
    mimeType: 'application/json',
    read: () => JSON.stringify(openApiDocument(catalogue, productVersion)),
  };
}
