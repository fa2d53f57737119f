import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { HttpExtension } from '../http/server.ts';
import type { ImageStore } from './image-store.ts';
import { placeholder } from './placeholder.ts';
import { imagePath, openSigned, type SignedQuery } from './signed-address.ts';

export interface MediaRouteParts {
  readonly images: ImageStore;
  /** What addresses are signed with. */
  readonly key: Buffer;
  readonly clock: Clock;
}

const placeholderSecondsMax = 60;

/**
 * `GET /media/image.webp`: the image at an address that we signed. Who has the address needs no key, as browsers have
 * none.
 */
export function mediaRoutes(parts: MediaRouteParts): HttpExtension {
  return (server) => {
    server.get(imagePath, { exposeHeadRoute: false }, (request, reply) => serve(parts, request, reply));
  };
}

async function serve({ images, key, clock }: MediaRouteParts, request: FastifyRequest, reply: FastifyReply) {
  const { address, expiresAt } = required(request.query as SignedQuery, key, clock.now());
  const image = await images.image(address);
  const leftSeconds = Math.floor((expiresAt - clock.now()) / 1000);
  const seconds = Math.max(0, image === undefined ? Math.min(leftSeconds, placeholderSecondsMax) : leftSeconds);
  return reply
    .code(image === undefined ? 404 : 200)
    .headers({ 'Cache-Control': `private, max-age=${seconds}`, 'Cross-Origin-Resource-Policy': 'cross-origin' })
    .type('image/webp')
    .send(image ?? placeholder);
}

/** @throws ApiError parameter-invalid, image-expired */
function required(query: SignedQuery, key: Buffer, now: number) {
  const opened = openSigned(query, key, now);
  if (opened.kind === 'valid') return opened;
  if (opened.kind === 'expired')
    throw new ApiError(errors.imageExpired, { moment: new Date(opened.expiresAt).toISOString() });
  const expected = 'address, expires and signature exactly as returned by this server';
  throw new ApiError(errors.parameterInvalid, { name: 'signature', expected, given: 'others' });
}
