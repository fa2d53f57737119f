import type { Endpoint } from '../../catalogue/endpoint.ts';
import { readDocument } from './documents.ts';
import { type DocsPage, markdownUrlOf, placeholderOrigin, urlOf } from './page.ts';
import { endpointPage } from './pages/endpoint-page.ts';
import { errorPages, errorsPage } from './pages/error-pages.ts';
import { guidePages } from './pages/guide-page.ts';
import { firstGroup } from './pages/guides.ts';
import { homePage, type PageGroup } from './pages/home-page.ts';
import { rulesOf } from './rendering/rules.ts';

/** All pages of the docs. */
export interface Site {
  /** The first one is the home page; then in the order of the navigation, then those that other pages list. */
  readonly pages: readonly DocsPage[];
  /** What the navigation shows. */
  readonly groups: readonly PageGroup[];
}

/** The docs of a catalogue. @throws what `readDocument` throws */
export function createSite(catalogue: readonly Endpoint[]): Site {
  const ruleOf = rulesOf(readDocument('docs/estimates.md'));
  const guides = guidePages();
  const listed = [
    ...guides.filter(({ group }) => group === firstGroup),
    ...catalogue.map((endpoint) => endpointPage(endpoint, ruleOf)),
    ...guides.filter(({ group }) => group !== firstGroup),
    errorsPage(),
  ];
  const groups = grouped(listed);
  return { pages: [homePage(catalogue, groups), ...groups.flatMap(({ pages }) => pages), ...errorPages()], groups };
}

function grouped(pages: readonly DocsPage[]): readonly PageGroup[] {
  const titles = [...new Set(pages.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  return titles.map((title) => ({ title, pages: pages.filter(({ group }) => group === title) }));
}

/** A page as it is served as Markdown: its links lead to Markdown too, and work wherever it is read. */
export function servedMarkdown(site: Site, page: DocsPage): string {
  return page.markdown().replace(/\]\((\/[^)#\s]*)/g, (_, path: string) => {
    const target = site.pages.find((each) => urlOf(each) === path);
    return `](${placeholderOrigin}${target === undefined ? path : markdownUrlOf(target)}`;
  });
}
