import { connect } from 'node:net';

/** Longer than every deadline of the server: 20 s for headers, 30 s for a body, 10 s for a page, 60 s of silence. */
const answeredMsMax = 90_000;

/**
 * Writes bytes to a connection of their own and reads what comes until the server closes it.
 *
 * @param hangsUp closes our side after the last byte, for what is no whole request.
 * @throws Error when the connection is still open after a time in which every deadline of the server has passed.
 */
export function exchange(port: number, bytes: Buffer, hangsUp: boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: hangsUp });
    const timer = setTimeout(() => {
      reject(new Error(`a hang: no end of the connection within ${answeredMsMax / 1000} s`));
      socket.destroy();
    }, answeredMsMax);
    socket.on('data', (data) => received.push(data));
    // The server may close while we still write. What it said before counts all the same.
    socket.on('error', () => {});
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(received));
    });
    if (hangsUp) socket.end(bytes);
    else socket.write(bytes);
  });
}

/**
 * Writes bytes to a connection of their own and goes away as soon as they are sent, without a word.
 *
 * @param waits until the first byte that comes back, or the end of the connection.
 */
export function abandon(port: number, bytes: Buffer, waits: boolean): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.write(bytes, () => {
      if (!waits) socket.resetAndDestroy();
    });
    socket.once('data', () => socket.resetAndDestroy());
    socket.once('end', () => socket.destroy());
    socket.setTimeout(answeredMsMax, () => socket.destroy());
  });
}
