import { type AddressInfo, createServer } from 'node:net';
import type { HttpServer } from '../surfaces/http/server.ts';

/** Begins to listen; port 0 is any free one. @throws the system's error, EADDRINUSE among them */
export async function listen(http: HttpServer, { host, port }: { host: string; port: number }): Promise<void> {
  await http.listen({ host, port, listenTextResolver: (address) => `listening at ${address}` });
}

/** Finds out whether a server could listen, and lets go again. @throws the system's error, EADDRINUSE among them */
export function tryPort({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Where a server that listens is reached from this machine. */
export function urlOf(http: HttpServer, host: string): string {
  const { port } = http.server.address() as AddressInfo;
  return `http://${reachableHost(host)}:${port}`;
}

/** "All addresses" is one to listen on, and none to call. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
