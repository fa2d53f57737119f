import { lookup } from 'node:dns/promises';

/** All addresses of a host. @throws what the system says when it has none */
export type Resolver = (host: string) => Promise<readonly string[]>;

export const systemResolver: Resolver = async (host) => {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
};
