import { readDocument } from '../documents.ts';
import type { DocsPage } from '../page.ts';
import { html } from '../rendering/html.ts';
import { plain, type ResolveLink, renderMarkdown } from '../rendering/markdown.ts';
import { type Guide, guides } from './guides.ts';
import { readingPrompt } from './prompt.ts';

/** The pages that are documents of this repository. */
export function guidePages(): readonly DocsPage[] {
  return guides.map(guidePage);
}

function guidePage({ slug, file, group, summary }: Guide): DocsPage {
  const text = readDocument(file);
  const markdown = () => withResolvedLinks(text);
  return {
    path: `/guides/${slug}`,
    title: plain(/^# (.*)$/m.exec(text)?.[1] ?? slug),
    summary,
    group,
    markdown,
    body: () => {
      const { html: article, headings } = renderMarkdown(text, resolveLink);
      return { article: html`${article}`, headings: headings.filter(({ level }) => level === 2 || level === 3) };
    },
    prompt: () => readingPrompt(markdown()),
  };
}

/** A document links to the others by file name; what is no page of the docs is not linked. */
export const resolveLink: ResolveLink = (href) => {
  if (/^(#|\/|https?:)/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const guide = guides.find(({ file }) => fileName(file) === fileName(path));
  if (guide === undefined) return undefined;
  return `/docs/guides/${guide.slug}${anchor === undefined ? '' : `#${anchor}`}`;
};

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function withResolvedLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (_, label: string, href: string) => {
    const target = resolveLink(href);
    return target === undefined ? label : `[${label}](${target})`;
  });
}
