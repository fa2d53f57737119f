import type { Socket } from 'node:net';
import type { HttpServer } from './server.ts';

/**
 * Makes closing quick and kind: requests under way are finished, and a connection closes as soon as nothing is
 * under way on it. Browsers open some that they never use, and Node itself would wait for these until they time out.
 */
export function closeGently(server: HttpServer): void {
  const connections = new Connections();
  server.server.on('connection', (socket) => connections.opened(socket));
  server.server.on('request', (request, response) => {
    connections.began(request.socket);
    response.once('close', () => connections.ended(request.socket));
  });
  server.addHook('preClose', async () => connections.close());
}

/** Counts the requests under way on each open connection. */
class Connections {
  readonly #underWay = new Map<Socket, number>();
  #closing = false;

  opened(socket: Socket): void {
    this.#underWay.set(socket, 0);
    socket.once('close', () => this.#underWay.delete(socket));
    this.#closeIfIdle(socket);
  }

  began(socket: Socket): void {
    this.#underWay.set(socket, (this.#underWay.get(socket) ?? 0) + 1);
  }

  ended(socket: Socket): void {
    this.#underWay.set(socket, (this.#underWay.get(socket) ?? 1) - 1);
    this.#closeIfIdle(socket);
  }

  close(): void {
    this.#closing = true;
    for (const socket of this.#underWay.keys()) this.#closeIfIdle(socket);
  }

  #closeIfIdle(socket: Socket): void {
    if (this.#closing && this.#underWay.get(socket) === 0) socket.destroySoon();
  }
}
