import type { Endpoint } from '../../catalogue/endpoint.ts';
import { markdownUrlOf } from '../docs/page.ts';
import { createSite, servedMarkdown } from '../docs/site.ts';
import { openApiDocument } from '../http/openapi.ts';
import type { McpResource } from './mcp-server.ts';

/** What `/openapi.json` serves: every parameter and field with its meaning. */
export function openApiResource(catalogue: readonly Endpoint[], productVersion: string): McpResource {
  return {
    uri: 'vitrine://openapi.json',
    name: 'openapi.json',
    title: 'Endpoints, parameters and fields as OpenAPI',
    mimeType: 'application/json',
    read: kept(() => JSON.stringify(openApiDocument(catalogue, productVersion))),
  };
}

/**
 * The pages that the navigation of the docs shows, as Markdown. Those of single errors are left out: one page has all
 * of them.
 */
export function docsResources(catalogue: readonly Endpoint[]): readonly McpResource[] {
  const site = createSite(catalogue);
  return site.groups
    .flatMap(({ pages }) => pages)
    .map((page) => {
      const name = markdownUrlOf(page).slice(1);
      const { title, summary: description } = page;
      return {
        uri: `vitrine://${name}`,
        name,
        title,
        description,
        mimeType: 'text/markdown',
        read: kept(() => servedMarkdown(site, page)),
      };
    });
}

/** A text that is made when it is first read: reading it is free, so it must cost nothing. */
function kept(make: () => string): () => string {
  let text: string | undefined;
  return () => {
    text ??= make();
    return text;
  };
}
