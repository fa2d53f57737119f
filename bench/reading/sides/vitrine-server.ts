import { openVitrine, readConfig, serve } from '@vitrine/server';
import type { Stoppable } from './served.ts';

export interface VitrineOptions {
  readonly dataDirectory: string;
}

const qps = 1_000_000;

/** The product as it is, in its default configuration, with a key that may ask as often as it likes. */
export async function serveVitrine({ dataDirectory }: VitrineOptions): Promise<Stoppable> {
  const vitrine = await openVitrine(readConfig({ VITRINE_DATA_DIR: dataDirectory, PORT: '0' }, {}));
  const { key } = await vitrine.keys.create({ name: 'bench', qps });
  const server = await serve(vitrine);
  return { url: server.url, headers: { Authorization: `Bearer ${key}` }, stop: () => server.stop() };
}
