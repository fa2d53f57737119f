import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Name of the route in metrics and logs; its pattern when absent. */
    readonly endpointId?: string;
  }
}

/** The HTTP server. */
export type HttpServer = FastifyInstance;

/**
 * Adds routes of another surface (admin, docs, console, MCP). They get the same request ids, logs, metrics and error
 * envelope: a handler throws ApiError, and anything else it throws is a 500. Its own hooks stay its own.
 */
export type HttpExtension = (server: HttpServer) => void | Promise<void>;
