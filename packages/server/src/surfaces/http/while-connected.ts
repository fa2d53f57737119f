import type { FastifyRequest } from 'fastify';
import { incompleteBody } from './error-handling.ts';

/** Runs work with a signal that says that the client has gone, also once its whole body is here. */
export async function whileConnected<Result>(
  { raw: { socket } }: FastifyRequest,
  work: (gone: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const abort = () => controller.abort(incompleteBody());
  // Of one that has gone already nothing more is heard.
  if (socket.destroyed) abort();
  socket.once('close', abort);
  try {
    return await work(controller.signal);
  } finally {
    socket.off('close', abort);
  }
}
