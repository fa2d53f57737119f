import { setTimeout as delay } from 'node:timers/promises';
import { startServer } from '../children.ts';
import { diskBytes } from '../measuring/disk.ts';
import { memoryOf, processorSeconds, processTree } from '../measuring/processes.ts';
import type { Side } from './side.ts';

/** Starts the product on a data directory and waits until it says it is ready. */
export async function openVitrineSide(dataDirectory: string, logs: string): Promise<Side> {
  const server = await startServer('vitrine', { dataDirectory }, logs);
  while (!(await fetch(`${server.url}/readyz`)).ok) await delay(100);
  return {
    ...server,
    name: 'vitrine',
    processorSeconds: () => processorSeconds(processTree(server.pid)),
    memory: async () => memoryOf(server.pid),
    diskBytes: async () => diskBytes(dataDirectory),
  };
}
