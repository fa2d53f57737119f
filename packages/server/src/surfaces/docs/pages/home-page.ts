import type { Endpoint } from '../../../catalogue/endpoint.ts';
import { type DocsPage, type PageBody, urlOf } from '../page.ts';
import { codeBlock } from '../rendering/highlight.ts';
import { type Html, html } from '../rendering/html.ts';
import { headingMarkup } from '../rendering/markdown.ts';
import { curlSample } from '../samples/curl.ts';
import { fence } from './endpoint-markdown.ts';
import { readingPrompt } from './prompt.ts';

const lead =
  'Sales, GMV and traffic of products, creators and videos on social marketplaces: per day, over 1 to 90 days, and ' +
  'attributed to videos, lives and creators. Calculated from your own observations, on your own machine.';

/** A group of pages as the first page lists it. */
export interface PageGroup {
  readonly title: string;
  readonly pages: readonly DocsPage[];
}

/** The first page: one call to try, and what there is. */
export function homePage(catalogue: readonly Endpoint[], groups: readonly PageGroup[]): DocsPage {
  const markdown = () => homeMarkdown(catalogue, groups);
  return {
    path: '',
    title: 'Vitrine documentation',
    summary: lead,
    markdown,
    body: () => homeBody(catalogue, groups),
    prompt: () => readingPrompt(markdown()),
  };
}

function homeMarkdown(catalogue: readonly Endpoint[], groups: readonly PageGroup[]): string {
  const lists = groups.map(
    ({ title, pages }) =>
      `## ${title}\n\n${pages.map((page) => `- [${page.title}](${urlOf(page)}): ${page.summary}`).join('\n')}`,
  );
  const calls = catalogue.slice(0, 1).map((endpoint) => fence('bash', curlSample(endpoint)));
  return ['# Vitrine documentation', lead, ...calls, ...lists, ''].join('\n\n');
}

function homeBody(catalogue: readonly Endpoint[], groups: readonly PageGroup[]): PageBody {
  const headings = groups.map(({ title }) => ({ id: title.toLowerCase().replaceAll(' ', '-'), text: title, level: 2 }));
  const sections = groups.map(({ pages }, i) => {
    const heading = headings[i];
    return html`${heading && headingMarkup(heading)}<div class="cards">${pages.map(card)}</div>`;
  });
  const calls = catalogue.slice(0, 1).map((endpoint) => codeBlock(curlSample(endpoint), 'bash', 'Try it'));
  const article = html`<h1>Vitrine documentation</h1>
<p class="lead">${lead}</p>
<p class="actions"><a class="button primary" href="/docs/guides/first-call">Make your first call</a> <a class="button" href="/docs/reference">Try it in the browser</a></p>
${calls}
${sections}`;
  return { article, headings };
}

function card(page: DocsPage): Html {
  const badge = page.badge !== undefined && html`<span class="method">${page.badge}</span> `;
  return html`<a class="card" href="${urlOf(page)}"><span class="card-title">${badge}${page.title}</span><span class="card-text">${page.summary}</span></a>`;
}
