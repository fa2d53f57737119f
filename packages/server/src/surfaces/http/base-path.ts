import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Path under which callers reach the server, such as `/vitrine`; undefined or empty: it is at the root. */
    readonly basePath?: string;
  }
}

/** Path under which the caller of a request reaches the server, without a slash at its end. */
export function basePathOf({ server }: { readonly server?: Pick<FastifyInstance, 'basePath'> }): string {
  return server?.basePath ?? '';
}

/** Routes are the same for a proxy that takes the base path off and for one that leaves it. */
export function withoutBasePath(basePath: string): Pick<FastifyHttpOptions<Server>, 'rewriteUrl'> {
  if (basePath === '') return {};
  return {
    rewriteUrl: ({ url = '/' }) => {
      if (!url.startsWith(basePath)) return url;
      const rest = url.slice(basePath.length);
      if (rest === '' || rest.startsWith('?')) return `/${rest}`;
      return rest.startsWith('/') ? rest : url;
    },
  };
}

/** Links of a page, which are written for a server at the root. */
export function withLinksUnder(basePath: string, page: string): string {
  return basePath === '' ? page : page.replaceAll(/\b(href|src|data-try)="\/(?!\/)/g, `$1="${basePath}/`);
}
