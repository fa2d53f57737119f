import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './server.ts';
import { addVary } from './vary.ts';

/** Smaller bodies fit one packet as they are. */
const bytesMin = 1_400;

const compressible = /^(?:application\/(?:[\w.-]+\+)?json|text\/)/;

type Encoding = 'br' | 'gzip';
type Compress = (body: Buffer, done: (error: Error | null, result: Buffer) => void) => void;

/**
 * Quick levels: a page is compressed each time it is sent, in the thread pool, so that no other request waits for it.
 */
const compressors: Readonly<Record<Encoding, Compress>> = {
  br: (body, done) => brotliCompress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }, done),
  gzip: (body, done) => gzip(body, { level: 1 }, done),
};

/** Compresses texts for who accepts that. Streams and what is compressed already leave as they are. */
export function compressResponses(server: HttpServer): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (compressible.test(String(reply.getHeader('Content-Type') ?? ''))) addVary(reply, 'Accept-Encoding');
    const body = compressibleBody(request, reply, payload);
    if (body === undefined) return done(null, payload);
    const encoding = chosenEncoding(request.headers['accept-encoding']);
    if (encoding === undefined) return done(null, payload);
    compressors[encoding](body, (error, compressed) => {
      if (error !== null) return done(error);
      reply.header('Content-Encoding', encoding).removeHeader('Content-Length');
      done(null, compressed);
    });
  });
}

function compressibleBody(request: FastifyRequest, reply: FastifyReply, payload: unknown): Buffer | undefined {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return undefined;
  if (payload.length < bytesMin || request.method === 'HEAD' || reply.hasHeader('Content-Encoding')) return undefined;
  if (!compressible.test(String(reply.getHeader('Content-Type') ?? ''))) return undefined;
  return typeof payload === 'string' ? Buffer.from(payload) : payload;
}

/** The better of those accepted (RFC 9110, 12.5.3); undefined: the body as it is. */
function chosenEncoding(acceptEncoding: string | string[] | undefined): Encoding | undefined {
  if (acceptEncoding === undefined) return undefined;
  const weights = weightsIn(acceptEncoding);
  const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const [br, gzipped] = [weight('br'), weight('gzip')];
  if (Math.max(br, gzipped) < (weights.get('identity') ?? 0)) return undefined;
  if (br > 0 && br >= gzipped) return 'br';
  return gzipped > 0 ? 'gzip' : undefined;
}

/** Whether a body compressed by gzip is accepted. */
export function acceptsGzip(acceptEncoding: string | string[] | undefined): boolean {
  const weights = weightsIn(acceptEncoding ?? '');
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}

function weightsIn(acceptEncoding: string | string[]): ReadonlyMap<string, number> {
  return new Map(String(acceptEncoding).toLowerCase().split(',').map(weightOf));
}

function weightOf(part: string): readonly [string, number] {
  const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
  const weight = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
  return [name, Number.isNaN(weight) ? 0 : weight];
}
