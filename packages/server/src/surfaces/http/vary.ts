import type { FastifyReply } from 'fastify';

/** Says that a response depends on a header of its request (RFC 9110, 12.5.5), besides those it was said of already. */
export function addVary(reply: FastifyReply, header: string): void {
  const before = reply.getHeader('Vary');
  if (before === undefined) {
    reply.header('Vary', header);
    return;
  }
  const names = String(before)
    .split(',')
    .map((name) => name.trim().toLowerCase());
  if (!names.includes(header.toLowerCase())) reply.header('Vary', `${before}, ${header}`);
}
