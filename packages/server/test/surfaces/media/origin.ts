import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { ConnectionTarget } from '../../../src/surfaces/media/origin/connector.ts';
import type { Network } from '../../../src/surfaces/media/origin/pinned-request.ts';

/** An origin on loopback that stands in for the whole internet: whatever is connected to, it is this. */
export interface Origin extends Network {
  /** What was to be connected to, in order. */
  readonly targets: ConnectionTarget[];
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** What hosts resolve to; others to an address of their own in the public range. */
  readonly hosts: Map<string, readonly string[]>;
  /** What it answers from now on. */
  answer: RequestListener;
  close(): Promise<void>;
}

/** A public address. Nothing is ever sent to it. */
export const publicAddress = '93.184.215.14';

export async function startOrigin(): Promise<Origin> {
  const server = createServer((request, response) => {
    origin.asked.push(request.url ?? '');
    origin.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin: Origin = {
    targets: [],
    asked: [],
    hosts: new Map(),
    answer: (_request, response) => response.writeHead(404).end(),
    resolve: async (host) => origin.hosts.get(host) ?? [publicAddress],
    connect: (target) => {
      origin.targets.push(target);
      return connect(port, '127.0.0.1');
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return origin;
}
