import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import type { Endpoint } from '../../../src/catalogue/endpoint.ts';
import { errors } from '../../../src/kernel/errors.ts';
import { markdownUrlOf, urlOf } from '../../../src/surfaces/docs/page.ts';
import { guides } from '../../../src/surfaces/docs/pages/guides.ts';
import type { Site } from '../../../src/surfaces/docs/site.ts';
import type { HttpServer } from '../../../src/surfaces/http/server.ts';
import { docsServer } from './docs-server.ts';

let server: HttpServer;
let site: Site;
beforeAll(async () => {
  ({ server, site } = await docsServer());
});
afterAll(() => server.close());

const statuses = new Map<string, number>();

/** Asked for once: many pages link to the same. */
async function statusOf(path: string): Promise<number> {
  const status = statuses.get(path) ?? (await get(path)).statusCode;
  statuses.set(path, status);
  return status;
}

/** What other surfaces serve. */
const servedElsewhere = new Set(['/openapi.json']);

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  server.inject({ url, headers: { host: 'docs.example', ...headers } });

describe('every page', () => {
  it('is served as HTML that may run nothing but what this server has, and as Markdown with the same title', async () => {
    for (const page of site.pages) {
      const asHtml = await get(urlOf(page));
      expect([page.path, asHtml.statusCode, asHtml.headers['content-type']]).toEqual([
        page.path,
        200,
        'text/html; charset=utf-8',
      ]);
      expect(asHtml.headers['content-security-policy']).toContain("script-src 'self';");
      expect(asHtml.body).not.toMatch(/<script(?![^>]* src="\/docs\/)|<[^>]+ (?:on\w+|style)=/);
      const asMarkdown = await get(markdownUrlOf(page));
      expect([page.path, asMarkdown.statusCode, asMarkdown.headers['content-type']]).toEqual([
        page.path,
        200,
        'text/markdown; charset=utf-8',
      ]);
      expect(asMarkdown.body).toMatch(/^# \S/);
    }
  });

  it('links only to what is there, anchors included', async () => {
    const ids = new Map<string, ReadonlySet<string>>();
    for (const page of site.pages)
      ids.set(urlOf(page), new Set(found(/ id="([^"]+)"/g, (await get(urlOf(page))).body)));
    for (const page of site.pages) {
      const { body } = await get(urlOf(page));
      for (const href of found(/ (?:href|src)="([^"]*)"/g, body)) {
        if (/^https:\/\//.test(href) || servedElsewhere.has(href)) continue;
        const [path = '', anchor] = href.split('#');
        const target = path === '' ? urlOf(page) : path;
        if (anchor === undefined) expect([href, await statusOf(target)]).toEqual([href, 200]);
        else expect([page.path, href, ids.get(target)?.has(anchor)]).toEqual([page.path, href, true]);
      }
    }
  });

  it('shows no marks of what is generated', async () => {
    for (const page of site.pages) {
      const served = [await get(urlOf(page)), await get(markdownUrlOf(page))].map(({ body }) => body);
      expect([page.path, served.some((body) => /generated(:\w+)? --(>|&gt;)/.test(body))]).toEqual([page.path, false]);
    }
  });

  it('has its links in Markdown lead to Markdown, with the whole address', async () => {
    for (const page of site.pages) {
      const { body } = await get(markdownUrlOf(page));
      for (const href of found(/\]\(([^)\s]+)\)/g, body.replace(/```[\s\S]*?```/g, ''))) {
        if (href.startsWith('#') || href.startsWith('https://')) continue;
        const { origin, pathname } = new URL(href);
        expect([page.path, href, origin]).toEqual([page.path, href, 'http://docs.example']);
        if (!servedElsewhere.has(pathname)) expect([href, await statusOf(pathname)]).toEqual([href, 200]);
      }
    }
  });
});

function found(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([, match = '']) => match.replaceAll('&amp;', '&'));
}

/** Of several windows of a measure there is one line. */
function shownName({ row }: Endpoint, { name, window }: Endpoint['row'][number]): string {
  const isAlone = row.filter((other) => other.window?.of === window?.of).length === 1;
  return window === undefined || isAlone ? name : window.of;
}

describe('the page of an endpoint', () => {
  it.each(catalogue)('of $id names every parameter, field and price, in both forms', async (endpoint) => {
    const page = `/docs/endpoints/${endpoint.id}`;
    for (const url of [page, `${page}.md`]) {
      const { body } = await get(url);
      for (const { name } of endpoint.parameters) expect(body).toContain(name);
      for (const field of endpoint.row) expect(body).toContain(shownName(endpoint, field));
      expect(body).toContain(endpoint.path);
      expect(body).toContain(`${endpoint.priceCredits} credit`);
      for (const { domain } of endpoint.parameters) {
        if (domain.kind === 'choice') for (const { label } of domain.choices) expect(body).toContain(label);
      }
    }
  });

  it.each(catalogue)('of $id lists required parameters before the others, in both forms', async (endpoint) => {
    const page = `/docs/endpoints/${endpoint.id}`;
    const names = [true, false].flatMap((wanted) =>
      endpoint.parameters.filter(({ required }) => required === wanted).map(({ name }) => name),
    );
    expect(found(/ id="parameter-(\w+)"/g, (await get(page)).body)).toEqual(names);
    const table = /## Parameters([\s\S]*?)\n## /.exec((await get(`${page}.md`)).body)?.[1] ?? '';
    expect(found(/^\| `(\w+)` \|/gm, table)).toEqual(names);
  });

  it.each(catalogue)('of $id has contents and a form with every parameter', async (endpoint) => {
    const { body } = await get(`/docs/endpoints/${endpoint.id}`);
    const contents = /<nav class="on-page"[\s\S]*?<\/nav>/.exec(body)?.[0] ?? '';
    expect(found(/ href="#([\w-]+)"/g, contents)).toEqual(['try-it', 'parameters', 'response', 'errors', 'samples']);
    const form = /<form class="try"[\s\S]*?<\/form>/.exec(body)?.[0] ?? '';
    expect([...found(/<(?:input|select) id="try-\w+" name="(\w+)"/g, form)].sort()).toEqual(
      endpoint.parameters.map(({ name }) => name).sort(),
    );
  });

  it.each(catalogue)('of $id says of every number how it is calculated', async (endpoint) => {
    const { body } = await get(`/docs/endpoints/${endpoint.id}.md`);
    const rows = body.split('\n').filter((line) => /^\| `\w+` \| (count|amount|rate|rating|flag|day) \|/.test(line));
    for (const row of rows) expect(row).toMatch(/\/docs\/guides\/estimates\.md#\d+-/);
  });
});

describe('the page of an error', () => {
  it('is there for each, and says what to do', async () => {
    for (const { id, code, whatToDo } of Object.values(errors)) {
      const { body } = await get(`/docs/errors/${id}.md`);
      expect(body).toContain(`"code": ${code}`);
      expect(body).toContain(whatToDo);
    }
  });

  it('is listed with all others under its status', async () => {
    const { body } = await get('/docs/errors');
    for (const { id, code } of Object.values(errors))
      expect(body).toMatch(new RegExp(`id="${code}-[\\s\\S]*/docs/errors/${id}"`));
  });
});

describe('a reader', () => {
  it('finds the address of the server as it was reached in every call, and no other', async () => {
    const { body } = await get('/docs/endpoints/product-list', { host: 'data.example:8443' });
    expect(body).toContain('http://data.example:8443/v1/tiktok/product/list/analytics');
    expect(body).not.toContain('127.0.0.1');
  });

  it('who sends a made-up Host gets it nowhere into a page', async () => {
    const { body } = await get('/docs/endpoints/product-list', { host: 'x"><script>alert(1)</script>' });
    expect(body).not.toContain('alert(1)');
  });

  it('who has a page already gets a 304', async () => {
    for (const encoding of ['gzip;q=0', 'br, gzip;q=0', 'identity'])
      expect(
        (await get('/docs/assets/docs.css', { 'accept-encoding': encoding })).headers['content-encoding'],
      ).not.toBe('gzip');
    for (const url of ['/docs', '/docs/errors.md', '/llms.txt', '/docs/assets/docs.css', '/docs/assets/inter.woff2']) {
      const { headers } = await get(url);
      const again = await get(url, { 'if-none-match': String(headers.etag) });
      expect([url, again.statusCode, again.body]).toEqual([url, 304, '']);
    }
  });

  it('who reads of an error sees the envelope that the server sends', async () => {
    for (const url of ['/docs/errors.md', '/docs/errors/key-missing.md']) {
      const [, sample = ''] = /```json\n([^`]+)```/.exec((await get(url)).body) ?? [];
      const error = { id: 'key-missing', doc_url: '/docs/errors/key-missing' };
      expect(JSON.parse(sample)).toMatchObject({ code: 401, data: null, error });
    }
  });

  it('who asks for Markdown gets it from the same address', async () => {
    const { headers, body } = await get('/docs/guides/paging', { accept: 'text/markdown' });
    expect(headers).toMatchObject({ 'content-type': 'text/markdown; charset=utf-8', vary: 'Accept' });
    expect(body).toBe((await get('/docs/guides/paging.md')).body);
  });

  it('who looks for what is not there gets a page that says so, and a program the envelope', async () => {
    const asked = await get('/docs/nothing', { accept: 'text/html,*/*' });
    expect([asked.statusCode, asked.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await get('/docs/nothing')).json()).toMatchObject({
      code: 404,
      message: 'No such path: /docs/nothing. See /docs for the list of paths',
    });
  });

  it('who types a slash too many is sent on', async () => {
    const { statusCode, headers } = await get('/docs/');
    expect([statusCode, headers.location]).toEqual([308, '/docs']);
  });
});

describe('every document for users', () => {
  it('is a page: add what is new to surfaces/docs/pages/guides.ts', () => {
    const root = new URL('../../../../../', import.meta.url);
    const written = ['docs', 'docs/guides'].flatMap((folder) =>
      readdirSync(new URL(folder, root))
        .filter((name) => name.endsWith('.md') && name !== 'README.md')
        .map((name) => `${folder}/${name}`),
    );
    expect(guides.map(({ file }) => file)).toEqual(expect.arrayContaining(written));
  });
});

describe('agents', () => {
  it('find every page of the navigation in llms.txt, and its text in llms-full.txt', async () => {
    const list = (await get('/llms.txt')).body;
    const full = (await get('/llms-full.txt')).body;
    for (const page of site.groups.flatMap(({ pages }) => pages)) {
      expect(list).toContain(`(http://docs.example${markdownUrlOf(page)})`);
      expect(full).toContain((await get(markdownUrlOf(page))).body.trim());
    }
  });

  it('are told in the prompt of an endpoint where, how and what to call', () => {
    const prompt = site.pages.find(({ path }) => path.startsWith('/endpoints/'))?.prompt();
    for (const words of ['http://127.0.0.1:8080', 'VITRINE_KEY', 'Retry-After', '## Parameters', '## Errors'])
      expect(prompt).toContain(words);
  });
});

interface SearchIndex {
  readonly entries: readonly { readonly id: string; readonly page: string; readonly text: string }[];
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
}

describe('what a search looks in', () => {
  it('has every word that a synonym leads to', async () => {
    const { entries, synonyms } = (await get('/docs/assets/search.json')).json<SearchIndex>();
    const text = JSON.stringify(entries).toLowerCase();
    const missing = Object.values(synonyms)
      .flat()
      .filter((word) => !text.includes(word));
    expect(missing).toEqual([]);
  });

  it('has every page, and addresses that are there', async () => {
    const { entries } = (await get('/docs/assets/search.json')).json<SearchIndex>();
    expect(new Set(entries.map(({ page }) => page))).toEqual(new Set(site.pages.map(({ title }) => title)));
    const bodies = new Map<string, string>();
    for (const { id } of entries) {
      const [path = '', anchor] = id.split('#');
      const body = bodies.get(path) ?? (await get(path)).body;
      bodies.set(path, body);
      if (anchor !== undefined) expect([id, body.includes(`id="${anchor}"`)]).toEqual([id, true]);
    }
  });
});
