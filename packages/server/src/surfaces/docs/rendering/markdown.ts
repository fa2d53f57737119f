import { Marked, type Tokens } from 'marked';
import { codeBlock } from './highlight.ts';
import { escaped, Html, html } from './html.ts';

/** A heading within a page. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  /** 2 for a section, 3 for a part of one. */
  readonly level: number;
}

export interface RenderedMarkdown {
  readonly html: Html;
  readonly headings: readonly Heading[];
}

/** Where a link leads within the docs; undefined: nowhere, and its text alone is shown. */
export type ResolveLink = (href: string) => string | undefined;

/** Renders Markdown of our own documents. Markup in it is shown as text. */
export function renderMarkdown(markdown: string, resolveLink: ResolveLink): RenderedMarkdown {
  const headings: Heading[] = [];
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth, text }) {
        const heading = { id: slugOf(text), text: plain(text), level: depth };
        headings.push(heading);
        return headingMarkup(heading, new Html(this.parser.parseInline(tokens))).text;
      },
      link({ href, tokens }) {
        const label = new Html(this.parser.parseInline(tokens));
        const target = resolveLink(href);
        return (target === undefined ? label : html`<a href="${target}">${label}</a>`).text;
      },
      code: ({ text, lang }: Tokens.Code) => codeBlock(text, languageOf(text, lang)).text,
      html: ({ text }) => escaped(text),
      table(token) {
        const cells = (row: readonly Tokens.TableCell[], name: 'th' | 'td') =>
          row.map((cell) => `<${name}>${this.parser.parseInline(cell.tokens)}</${name}>`).join('');
        const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
        const head = token.header.some(({ text }) => text !== '')
          ? `<thead><tr>${cells(token.header, 'th')}</tr></thead>`
          : '';
        return scrollable(new Html(`<table>${head}<tbody>${rows}</tbody></table>`)).text;
      },
    },
  });
  return { html: new Html(marked.parse(markdown, { async: false })), headings };
}

/** Of a fence what it says, its first word; commands are mostly indented only. */
function languageOf(code: string, fence: string | undefined): string {
  const said = fence?.split(' ', 1)[0] ?? '';
  return said === '' && /^(vitrine|npx|npm|curl|export|git|[A-Z_]+=) ?/.test(code) ? 'bash' : said;
}

/** A line of Markdown, such as a description in the catalogue. */
export function renderInline(markdown: string): Html {
  return new Html(
    new Marked({ gfm: true, renderer: { html: ({ text }) => escaped(text) } }).parseInline(markdown, { async: false }),
  );
}

/** Wide tables scroll by themselves, and the keyboard can scroll them. */
export function scrollable(table: Html): Html {
  return html`<div class="table" tabindex="0">${table}</div>`;
}

/** A heading that links to itself. */
export function headingMarkup({ id, text, level }: Heading, content: Html = html`${text}`): Html {
  const anchor = html`<a class="anchor" href="#${id}" aria-label="Link to ${text}">#</a>`;
  return new Html(`<h${level} id="${escaped(id)}">${content.text}${anchor.text}</h${level}>`);
}

/** The anchor that code hosts give a heading, so that links work in both places. */
export function slugOf(heading: string): string {
  return plain(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** Text of a line of Markdown without its marks. */
export function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}
