import type { Server } from 'node:http';
import type { Socket } from 'node:net';

interface Connection {
  requestsUnderWay: number;
  onIdle: (() => void) | undefined;
}

/** The open connections of a server, and how many requests are under way on each: some send the next without waiting. */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  #closing = false;

  watch(server: Server): void {
    server.on('connection', (socket) => this.#opened(socket));
    server.on('request', (request, response) => {
      this.#began(request.socket);
      response.once('close', () => this.#ended(request.socket));
    });
  }

  /** Calls back once nothing is under way on a connection: at once, or later; never, if it closes before. Only the first call counts. */
  whenIdle(socket: Socket, callback: () => void): void {
    const connection = this.#open.get(socket);
    if (connection === undefined || connection.requestsUnderWay === 0) callback();
    else connection.onIdle ??= callback;
  }

  /** Whether no request is under way on a connection. */
  isIdle(socket: Socket): boolean {
    return this.#open.get(socket)?.requestsUnderWay === 0;
  }

  /** Closes connections as soon as nothing is under way on them. */
  close(): void {
    this.#closing = true;
    for (const socket of this.#open.keys()) this.#closeIfIdle(socket);
  }

  #opened(socket: Socket): void {
    this.#open.set(socket, { requestsUnderWay: 0, onIdle: undefined });
    socket.once('close', () => this.#open.delete(socket));
    this.#closeIfIdle(socket);
  }

  #began(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection !== undefined) connection.requestsUnderWay++;
  }

  #ended(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection === undefined || --connection.requestsUnderWay > 0) return;
    connection.onIdle?.();
    this.#closeIfIdle(socket);
  }

  #closeIfIdle(socket: Socket): void {
    if (this.#closing && this.#open.get(socket)?.requestsUnderWay === 0) socket.destroySoon();
  }
}
