import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asset } from '../docs/assets.ts';
import { lazily } from '../docs/lazily.ts';
import { sendAsset, sendCached, wantsHtml } from '../docs/sending.ts';
import { basePathOf, withLinksUnder } from '../http/base-path.ts';
import { unknownPath } from '../http/error-handling.ts';
import { pathOf } from '../http/request-path.ts';
import type { HttpExtension } from '../http/server.ts';

export interface PageParts {
  /** Directory of the built console: `index.html` and `console/assets/`. */
  readonly directory: string;
}

/** First parts of the paths that the console has pages at, besides `/`. */
export const consolePages = ['login', 'products', 'creators', 'videos', 'shops', 'rankings', 'import'] as const;

/** Nothing but our own files, and no page may frame them. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/** The console: one page for all of its paths, which its script tells apart, and the files that page needs. */
export function pageRoutes({ directory }: PageParts): HttpExtension {
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const files = filesIn(join(directory, 'console', 'assets'));
  const sendPage = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!wantsHtml(request)) throw unknownPath(request);
    reply.header('Content-Security-Policy', policy);
    // All other addresses on the page are relative to this one.
    return sendCached(request, reply, 'text/html; charset=utf-8', withLinksUnder(basePathOf(request), page));
  };
  return (server) => {
    server.get('/', sendPage);
    for (const name of consolePages) for (const path of [`/${name}`, `/${name}/*`]) server.get(path, sendPage);
    server.get('/console/assets/*', (request, reply) => {
      const file = files.get(pathOf(request).slice('/console/assets/'.length));
      if (file === undefined) throw unknownPath(request);
      sendAsset(request, reply, file);
      // Their names change with what is in them.
      return reply.header('Cache-Control', 'public, max-age=31536000, immutable');
    });
  };
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

function filesIn(directory: string): ReadonlyMap<string, Asset> {
  return new Map(
    readdirSync(directory).flatMap((name) => {
      const type = types[extname(name)];
      return type === undefined ? [] : [[name, assetOf(join(directory, name), type)] as const];
    }),
  );
}

function assetOf(path: string, type: string): Asset {
  const read = lazily(() => readFileSync(path));
  return type === 'font/woff2' ? { type, read } : { type, read, compressed: lazily(() => gzipSync(read())) };
}
