import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import type { CurrentDataset } from '../../serving/current-dataset.ts';
import { basePathOf, withLinksUnder } from '../http/base-path.ts';
import { unknownPath } from '../http/error-handling.ts';
import { pathOf } from '../http/request-path.ts';
import type { HttpExtension } from '../http/server.ts';
import { addVary } from '../http/vary.ts';
import { assets } from './assets.ts';
import { sendAsset, sendCached, wantsHtml, wantsMarkdown, withOrigin } from './sending.ts';
import type { DocsText, DocsTexts } from './texts.ts';

export interface DocsParts {
  readonly catalogue: readonly Endpoint[];
  readonly productVersion: string;
  /** What is served, for the page at `/`. */
  readonly dataset: CurrentDataset;
  /** Whether browsers get a page at `/`; default: yes. */
  readonly hasFront?: boolean;
  /** The same endpoints with other examples. */
  readonly withExamples?: () => Promise<readonly Endpoint[]>;
}

/**
 * `/docs`: pages made from the catalogue, the errors and the documents of this repository, as HTML, or as Markdown with
 * `.md` at the end of the path or `Accept: text/markdown`; `/llms.txt` and `/llms-full.txt`. Free and without a key.
 * Without a console browsers also get a page at `/`, which is an unknown path to other clients.
 */
export function docsRoutes({
  catalogue,
  productVersion,
  dataset,
  hasFront = true,
  withExamples,
}: DocsParts): HttpExtension {
  return async (server) => {
    // Only who serves needs what renders; other commands start without it.
    const { createTexts } = await import('./texts.ts');
    const texts = createTexts((await withExamples?.()) ?? catalogue, productVersion);
    const handler = (request: FastifyRequest, reply: FastifyReply) => answer(texts, request, reply);
    if (hasFront)
      server.get('/', (request, reply) => {
        if (!wantsHtml(request)) throw unknownPath(request);
        return send(texts.front(dataset.current()), request, reply);
      });
    for (const path of ['/docs', '/docs/*', '/llms.txt', '/llms-full.txt']) server.get(path, handler);
  };
}

function answer(texts: DocsTexts, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request);
  if (path === '/docs/') return reply.redirect(`${basePathOf(request)}/docs`, 308);
  const asset = assets.get(path);
  if (asset !== undefined) return sendAsset(request, reply, asset);
  const found = texts.byPath.get(path);
  if (found !== undefined) return send(chosen(found, texts.byPath, request), request, reply);
  if (!wantsHtml(request)) throw unknownPath(request);
  return send(texts.missing, request, reply.code(404));
}

function chosen(text: DocsText, byPath: DocsTexts['byPath'], request: FastifyRequest): DocsText {
  const markdown = wantsMarkdown(request) && text.markdownUrl && byPath.get(text.markdownUrl);
  return markdown || text;
}

function send({ type, policy, read }: DocsText, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  addVary(reply, 'Accept');
  if (policy !== undefined) reply.header('Content-Security-Policy', policy);
  const text = type.startsWith('text/html') ? withLinksUnder(basePathOf(request), read()) : read();
  return sendCached(request, reply, type, withOrigin(text, request));
}
