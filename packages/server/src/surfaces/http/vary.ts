import type { FastifyReply } from 'fastify';

/** Says that a response depends on a header of its request (RFC 9110, 12.5.5), besides those it was said of already. */
export function addVary(reply: FastifyReply, header: string): void {
  const before = String(reply.getHeader('Vary') ?? '');
  const names = before.split(',').map((name) => name.trim().toLowerCase());
  if (names.includes(header.toLowerCase())) return;
  reply.header('Vary', before === '' ? header : `${before}, ${header}`);
}
