import type { Endpoint } from '../../../catalogue/endpoint.ts';
import type { DocsPage } from '../page.ts';
import type { FindRule } from '../rendering/rules.ts';
import { endpointBody } from './endpoint-body.ts';
import { endpointMarkdown } from './endpoint-markdown.ts';
import { callPrompt } from './prompt.ts';

/** The page of an endpoint. */
export function endpointPage(endpoint: Endpoint, ruleOf: FindRule): DocsPage {
  const markdown = () => endpointMarkdown(endpoint, ruleOf);
  return {
    path: `/endpoints/${endpoint.id}`,
    title: endpoint.title,
    summary: endpoint.summary,
    group: endpoint.tag,
    badge: 'GET',
    request: `GET ${endpoint.path}`,
    markdown,
    body: () => endpointBody(endpoint, ruleOf),
    prompt: () =>
      callPrompt(
        markdown(),
        endpoint.parameters.some(({ use }) => use.as === 'pageNum'),
      ),
  };
}
