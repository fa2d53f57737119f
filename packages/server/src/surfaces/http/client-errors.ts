import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newRequestId } from '../../kernel/ids.ts';
import { errorEnvelope } from '../envelope.ts';
import type { Connections } from './connections.ts';

/** What made the parser give up, by its code; anything else is not HTTP. */
const answers: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request line and headers are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time'],
};

/**
 * Answers what never became a request with the same envelope as everything else, and hangs up. Requests that came before it
 * on the connection are answered first: its answer would be taken for theirs.
 */
export function clientErrorHandler(connections: Connections) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy(error);
      return;
    }
    const [status, message] = answers[error.code ?? ''] ?? [400, 'Invalid request: expected HTTP/1.1'];
    connections.whenIdle(socket, () => {
      if (socket.writable) socket.end(rawResponse(status, message));
    });
  };
}

function rawResponse(status: number, message: string): string {
  const requestId = newRequestId();
  const body = JSON.stringify(errorEnvelope(status, message, requestId));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
