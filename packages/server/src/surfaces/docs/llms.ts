import { type DocsPage, markdownUrlOf, placeholderOrigin } from './page.ts';
import { type Site, servedMarkdown } from './site.ts';

/** `/llms.txt` (llmstxt.org): what there is, each page with the address of its Markdown. */
export function llmsText(site: Site): string {
  const [home] = site.pages;
  const lists = site.groups.map(({ title, pages }) => `## ${title}\n\n${pages.map(line).join('\n')}`);
  return [
    '# Vitrine',
    `> ${home?.summary ?? ''}`,
    'Calls require the header `Authorization: Bearer KEY`. Every response is JSON: `{"code", "message", "data", "requestId"}`, where ' +
      'code is 0 or the HTTP status of an error.',
    ...lists,
    `## Optional\n\n- [All pages in one](${placeholderOrigin}/llms-full.txt)\n- [OpenAPI 3.1 document](${placeholderOrigin}/openapi.json)\n- [The same as OpenAPI 3.0](${placeholderOrigin}/openapi-3.0.json)`,
    '',
  ].join('\n\n');
}

/** `/llms-full.txt`: every page that the navigation shows, one after the other. */
export function llmsFullText(site: Site): string {
  return site.groups
    .flatMap(({ pages }) => pages)
    .map((page) => servedMarkdown(site, page).trim())
    .join('\n\n---\n\n');
}

function line(page: DocsPage): string {
  const request = page.request === undefined ? '' : ` \`${page.request}\``;
  return `- [${page.title}](${placeholderOrigin}${markdownUrlOf(page)}): ${page.summary}${request}`;
}
