import type { Html } from './rendering/html.ts';
import type { Heading } from './rendering/markdown.ts';

/** What the reader sees of a page besides frame and navigation. */
export interface PageBody {
  /** The middle column, title included. */
  readonly article: Html;
  /** The right column; without it, the list of headings. */
  readonly aside?: Html;
  /** For the list of what is on the page. */
  readonly headings: readonly Heading[];
}

/** A page of the docs, in its two forms. Both are made when they are first asked for. */
export interface DocsPage {
  /** Below `/docs`, beginning with a slash; empty for the first page. */
  readonly path: string;
  readonly title: string;
  /** One line: for search engines, lists and llms.txt. */
  readonly summary: string;
  /** Heading in the navigation; undefined: not in it, another page lists it. */
  readonly group?: string;
  /** What the page is about besides its title, for lists that are read by machines: the request of an endpoint. */
  readonly request?: string;
  /** A small mark beside the title in the navigation, such as GET. */
  readonly badge?: string;
  /** The whole page as Markdown, title included. */
  markdown(): string;
  body(): PageBody;
  /** What "Copy for AI" copies. */
  prompt(): string;
}

/** Address of a page. */
export function urlOf({ path }: Pick<DocsPage, 'path'>): string {
  return `/docs${path}`;
}

/** Address of its Markdown. */
export function markdownUrlOf({ path }: Pick<DocsPage, 'path'>): string {
  return path === '' ? '/docs/index.md' : `/docs${path}.md`;
}

/** The server's own address in every text of the docs: replaced by the one that the reader used. */
export const placeholderOrigin = 'http://127.0.0.1:8080';
