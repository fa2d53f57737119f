import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ApiError, errors } from '../../kernel/errors.ts';
import { newRequestId } from '../../kernel/ids.ts';
import { errorEnvelope } from '../envelope.ts';
import type { Connections } from './connections.ts';

/** What made the parser give up, by its code; anything else is not HTTP. */
const answers: Readonly<Record<string, ApiError>> = {
  HPE_HEADER_OVERFLOW: new ApiError(errors.headersTooLarge, {}),
  ERR_HTTP_REQUEST_TIMEOUT: new ApiError(errors.requestLate, {}),
};
const notHttp = new ApiError(errors.notHttp, {});

/**
 * Answers what never became a request with the same envelope as everything else, and hangs up. Requests that came
 * before it on the connection are answered first: its answer would be taken for theirs.
 */
export function clientErrorHandler(connections: Connections) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy(error);
      return;
    }
    const answer = answers[error.code ?? ''] ?? notHttp;
    connections.whenReadIsOver(socket, () => {
      if (!socket.writable) return;
      const waitsForBody = !connections.isIdle(socket);
      socket.end(rawResponse(answer));
      // Whoever reads the body hears of it by the end of the connection.
      if (waitsForBody) socket.destroySoon();
    });
  };
}

function rawResponse(error: ApiError): string {
  const { status } = error;
  const requestId = newRequestId();
  const body = JSON.stringify(errorEnvelope(error, requestId));
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
