import { type DocsPage, markdownUrlOf, urlOf } from './page.ts';
import { type Html, html } from './rendering/html.ts';
import { icons } from './rendering/icons.ts';
import type { Heading } from './rendering/markdown.ts';
import type { Site } from './site.ts';

/** The page as a browser gets it. */
export function layout(site: Site, page: DocsPage, productVersion: string): string {
  const { article, aside, headings } = page.body();
  return documentOf(
    page.path === '' ? page.title : `${page.title} · Vitrine`,
    html`<meta name="description" content="${page.summary}">
<link rel="alternate" type="text/markdown" href="${markdownUrlOf(page)}">
${page.request !== undefined && html`<script src="/docs/assets/try.js" defer></script>`}`,
    html`${header()}
<div class="columns">
${navigation(site, page)}
<main id="content" tabindex="-1">
<div class="page-actions"><span>${page.group}</span><button type="button" class="button" data-copy-prompt>${icons.copy}<span>Copy for AI</span></button> <a class="button" href="${markdownUrlOf(page)}">Markdown</a></div>
<template id="prompt">${page.prompt()}</template>
${aside === undefined && narrowContents(headings)}
<article>${article}</article>
${pager(site, page)}
<footer>Vitrine ${productVersion} · <a href="/openapi.json">OpenAPI</a> · <a href="/llms.txt">llms.txt</a></footer>
</main>
<aside class="${aside === undefined ? 'contents' : 'programs'}" aria-label="${aside === undefined ? 'On this page' : 'Samples'}">${aside ?? contents(headings)}</aside>
</div>
${searchDialog()}`,
  );
}

/** What a browser gets when there is no such page. */
export function missingPage(site: Site): string {
  return documentOf(
    'Page not found · Vitrine',
    html`<meta name="robots" content="noindex">`,
    html`${header()}
<div class="columns">
${navigation(site)}
<main id="content" tabindex="-1"><article><h1>Page not found</h1>
<p class="lead">There is no page at this URL.</p>
<p>Try the <button type="button" class="inline" data-search>search</button>, or start at the <a href="/docs">home page</a>.</p></article></main>
</div>
${searchDialog()}`,
  );
}

/** What a browser gets at `/`. @param article the whole of the page, heading included */
export function frontLayout(article: Html): string {
  return documentOf(
    'Vitrine',
    html`<meta name="description" content="A Vitrine server: status, documentation, and how to get a key.">`,
    html`${header()}<div class="columns front"><main id="content" tabindex="-1"><article>${article}</article></main></div>${searchDialog()}`,
  );
}

/** Every endpoint to be tried in the browser: Scalar, loaded once the page is shown, draws `/openapi.json`. */
export function referencePage(): string {
  return documentOf(
    'Reference · Vitrine',
    html`<meta name="description" content="Every endpoint, to be tried in the browser.">
<link rel="stylesheet" href="/docs/assets/reference.css">
<script src="/docs/assets/reference.js" defer></script>`,
    html`${header()}<main id="content" tabindex="-1"><div id="reference"><article class="waiting">
<h1>Reference</h1>
<p role="status" data-reference-state>Try every endpoint in the browser. This page requires JavaScript.</p>
<p>Without JavaScript, see the <a href="/docs">endpoint pages</a> and the <a href="/openapi.json">OpenAPI document</a>.</p>
</article></div></main>${searchDialog()}`,
  );
}

function documentOf(title: string, head: Html, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${head}
<link rel="icon" href="/docs/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/assets/docs.css">
<script src="/docs/assets/docs.js"></script>
<script src="/docs/assets/key.js" defer></script>
<script src="/docs/assets/search.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
${body}
</body>
</html>
`.text;
}

function header(): Html {
  return html`<header class="top">
<button type="button" class="icon menu" data-menu aria-label="Menu" aria-expanded="false" aria-controls="navigation">${icons.menu}</button>
<a class="brand" href="/docs">${icons.brand}<span>Vitrine</span></a>
<button type="button" class="search-button" data-search aria-label="Search the docs">${icons.search}<span>Search</span><kbd>/</kbd></button>
<nav class="links" aria-label="Sections"><a href="/docs">Docs</a><a href="/docs/reference">Reference</a></nav>
<button type="button" class="button forget" data-forget-key hidden>Forget key</button>
<button type="button" class="icon" data-theme-toggle aria-label="Dark mode" aria-pressed="false">${icons.theme}</button>
</header>`;
}

function navigation(site: Site, current?: DocsPage): Html {
  const link = (page: DocsPage) =>
    html`<li><a href="${urlOf(page)}"${page === current && html` aria-current="page"`}>${shortTitle(page)}</a></li>`;
  const groups = site.groups.map(
    ({ title, pages }) => html`<section><h2>${title}</h2><ul>${pages.map(link)}</ul></section>`,
  );
  return html`<nav id="navigation" aria-label="Pages">${groups}
<section class="narrow-only"><h2>Try it</h2><ul><li><a href="/docs/reference">Reference</a></li></ul></section></nav>`;
}

/** A title may say after a colon what it is about. */
function shortTitle({ title }: DocsPage): string {
  return title.split(': ', 1)[0] ?? title;
}

function contents(headings: readonly Heading[]): Html | false {
  return headings.length > 1 && html`<h2>On this page</h2>${headingList(headings)}`;
}

/** The same above the article, where there is no room beside it. */
function narrowContents(headings: readonly Heading[]): Html | false {
  return (
    headings.length > 1 &&
    html`<details class="narrow-contents"><summary>On this page</summary>${headingList(headings)}</details>`
  );
}

function headingList(headings: readonly Heading[]): Html {
  const entries = headings.map(
    ({ id, text, level }) => html`<li class="level-${level}"><a href="#${id}">${text}</a></li>`,
  );
  return html`<ul>${entries}</ul>`;
}

/** The pages before and after, in the order of the navigation. */
function pager(site: Site, page: DocsPage): Html | false {
  const listed = site.groups.flatMap(({ pages }) => pages);
  const at = listed.indexOf(page);
  if (at < 0) return false;
  const link = (to: DocsPage | undefined, words: string, side: string) =>
    to !== undefined && html`<a class="${side}" href="${urlOf(to)}"><small>${words}</small>${shortTitle(to)}</a>`;
  return html`<nav class="pager" aria-label="Previous and next page">${link(listed[at - 1], 'Previous', 'before')}${link(listed[at + 1], 'Next', 'next')}</nav>`;
}

function searchDialog(): Html {
  return html`<dialog id="search-dialog" aria-label="Search the docs">
<form method="dialog" role="search"><label class="hidden" for="search-input">Search the docs</label>
<input id="search-input" type="search" placeholder="Search endpoints, fields, errors, guides" autocomplete="off" spellcheck="false" aria-controls="search-results">
<button type="submit" class="button" aria-label="Close search">Esc</button></form>
<ul id="search-results"></ul><p id="search-state" role="status"></p>
</dialog>`;
}
