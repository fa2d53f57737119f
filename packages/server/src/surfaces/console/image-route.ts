import type { FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { HttpExtension } from '../http/server.ts';
import type { ImageStore } from '../media/image-store.ts';

const secondsMax = 86_400;

/**
 * `GET /console/v1/image?address=…`: the image that a row shows, from our own store; 204 where there is none. Addresses
 * that no row shows are not fetched.
 */
export function imageRoute(images: Pick<ImageStore, 'image'>): HttpExtension {
  return (server) => {
    server.get('/console/v1/image', { exposeHeadRoute: false }, async (request, reply) => {
      const image = await images.image(addressIn(request));
      reply.header('Cache-Control', `private, max-age=${image === undefined ? 60 : secondsMax}`);
      // Tables draw their own picture where there is none.
      if (image === undefined) return reply.code(204).send();
      return reply.type('image/webp').send(image);
    });
  };
}

function addressIn({ query }: FastifyRequest): string {
  const { address } = query as { address?: unknown };
  if (typeof address === 'string' && address !== '') return address;
  throw new ApiError(errors.parameterMissing, { name: 'address' });
}
