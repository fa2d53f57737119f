import { type DocsPage, urlOf } from './page.ts';
import { plain, slugOf } from './rendering/markdown.ts';
import { synonyms } from './search-synonyms.ts';
import type { Site } from './site.ts';

/** A part of a page that a search can find. */
export interface SearchEntry {
  /** Address with the anchor; names the entry too. */
  readonly id: string;
  /** Title of the page. */
  readonly page: string;
  /** The heading it is under; empty for the beginning of a page. */
  readonly heading: string;
  readonly text: string;
}

/** What the browser loads to search: every section of every page, and words that mean the same. */
export function searchIndex(site: Site): {
  readonly entries: readonly SearchEntry[];
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
} {
  return { entries: searchEntries(site), synonyms };
}

function searchEntries({ pages }: Site): readonly SearchEntry[] {
  const entries = pages.flatMap(sectionsOf).filter(({ text }) => text !== '');
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** Code is left out: it repeats the text and would fill the results. */
function sectionsOf(page: DocsPage): readonly SearchEntry[] {
  const text = page.markdown().replace(/```[\s\S]*?```/g, '');
  return text.split(/^(?=##+ )/m).map((section) => {
    const heading = /^##+ (.*)\n/.exec(section)?.[1] ?? '';
    const content = plain(section.replace(/^#+ .*\n/, '').replace(/[|\s]+|---+/g, ' ')).trim();
    const anchor = heading === '' ? '' : `#${slugOf(heading)}`;
    return { id: `${urlOf(page)}${anchor}`, page: page.title, heading: plain(heading), text: content };
  });
}
