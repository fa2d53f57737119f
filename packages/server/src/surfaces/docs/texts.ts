import type { Endpoint } from '../../catalogue/endpoint.ts';
import type { Dataset } from '../../serving/current-dataset.ts';
import { layout, missingPage, referencePage } from './layout.ts';
import { lazily } from './lazily.ts';
import { llmsFullText, llmsText } from './llms.ts';
import { type DocsPage, markdownUrlOf, urlOf } from './page.ts';
import { frontPage } from './pages/front-page.ts';
import { searchIndex } from './search.ts';
import { createSite, type Site, servedMarkdown } from './site.ts';

/** A text of the docs that is made when it is first asked for, and kept. */
export interface DocsText {
  readonly type: string;
  /** Of a page: where the same is as Markdown. */
  readonly markdownUrl?: string;
  /** Of a page: its Content-Security-Policy. */
  readonly policy?: string;
  /** With the placeholder for the server's own address. */
  read(): string;
}

/** Every text of the docs by its path, and the page that says there is none. */
export interface DocsTexts {
  readonly byPath: ReadonlyMap<string, DocsText>;
  readonly missing: DocsText;
  /** The page at `/`. @param served undefined: nothing is published */
  front(served: Dataset | undefined): DocsText;
}

/** What a page may load: only what this server has, and no program written into the page. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The interactive reference writes its styles into the page. */
const referencePolicy = pagePolicy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

const htmlType = 'text/html; charset=utf-8';
const markdownType = 'text/markdown; charset=utf-8';
const plainType = 'text/plain; charset=utf-8';
const jsonType = 'application/json; charset=utf-8';

/** The texts of a catalogue's docs. @throws what `createSite` throws */
export function createTexts(catalogue: readonly Endpoint[], productVersion: string): DocsTexts {
  const site = createSite(catalogue);
  const byPath = new Map<string, DocsText>([
    ['/llms.txt', text(plainType, () => llmsText(site))],
    ['/llms-full.txt', text(plainType, () => llmsFullText(site))],
    ['/docs/assets/search.json', text(jsonType, () => JSON.stringify(searchIndex(site)))],
    ['/docs/reference', { ...text(htmlType, referencePage), policy: referencePolicy }],
    ...site.pages.flatMap((page) => textsOf(site, page, productVersion)),
  ]);
  return {
    byPath,
    missing: { ...text(htmlType, () => missingPage(site)), policy: pagePolicy },
    front: (served) => ({ type: htmlType, policy: pagePolicy, read: () => frontPage(served) }),
  };
}

function textsOf(site: Site, page: DocsPage, productVersion: string): readonly (readonly [string, DocsText])[] {
  const markdownUrl = markdownUrlOf(page);
  return [
    [urlOf(page), { ...text(htmlType, () => layout(site, page, productVersion)), markdownUrl, policy: pagePolicy }],
    [markdownUrl, text(markdownType, () => servedMarkdown(site, page))],
  ];
}

function text(type: string, make: () => string): DocsText {
  return { type, read: lazily(make) };
}
