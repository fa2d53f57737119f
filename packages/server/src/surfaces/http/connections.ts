import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Exchange } from './exchange.ts';

interface Connection {
  readonly exchanges: Set<Exchange>;
  onIdle: (() => void) | undefined;
}

/** The open connections of a server, and the requests under way on each: some clients send the next without waiting. */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  #closing = false;

  watch(server: Server): void {
    server.on('connection', (socket) => this.#opened(socket));
  }

  /** @returns how many requests are now under way on its connection; 1 where there is none, as in tests. */
  began(exchange: Exchange): number {
    const exchanges = this.#open.get(exchange.request.raw.socket)?.exchanges;
    return exchanges?.add(exchange).size ?? 1;
  }

  ended(exchange: Exchange): void {
    const { socket } = exchange.request.raw;
    const connection = this.#open.get(socket);
    if (connection === undefined) return;
    connection.exchanges.delete(exchange);
    if (isEveryBodyCutOff(connection)) connection.onIdle?.();
    this.#closeIfIdle(socket);
  }

  /**
   * For a connection on which nothing more can be read: calls back once every request on it that is whole is over, at
   * once or later; never, if it closes before. Only the first call counts.
   */
  whenReadIsOver(socket: Socket, callback: () => void): void {
    const connection = this.#open.get(socket);
    if (connection === undefined || isEveryBodyCutOff(connection)) callback();
    else connection.onIdle ??= callback;
  }

  /** Whether no request is under way on a connection. */
  isIdle(socket: Socket): boolean {
    return this.#open.get(socket)?.exchanges.size === 0;
  }

  /** Closes connections as soon as nothing is under way on them. */
  close(): void {
    this.#closing = true;
    for (const socket of this.#open.keys()) this.#closeIfIdle(socket);
  }

  #opened(socket: Socket): void {
    const exchanges = new Set<Exchange>();
    this.#open.set(socket, { exchanges, onIdle: undefined });
    socket.once('close', () => {
      this.#open.delete(socket);
      for (const exchange of exchanges) exchange.loses();
    });
    this.#closeIfIdle(socket);
  }

  #closeIfIdle(socket: Socket): void {
    if (this.#closing && this.isIdle(socket)) socket.destroySoon();
  }
}

/** Whether what is under way, if anything is, waits for the rest of a body. */
function isEveryBodyCutOff({ exchanges }: Connection): boolean {
  return [...exchanges].every(({ request }) => !request.raw.complete);
}
