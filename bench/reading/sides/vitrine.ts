import { setTimeout as delay } from 'node:timers/promises';
import { startServer } from '../children.ts';
import { diskBytes } from '../measuring/disk.ts';
import { untilIdle } from '../measuring/idle.ts';
import { memoryOf, processorSeconds, processTree } from '../measuring/processes.ts';
import type { Side } from './side.ts';

/** It serves at once, and better when it has built what it serves from. */
const buildSecondsMax = 3_600;

/** Starts the product on a data directory and waits until it is ready and has nothing left to build. */
export async function openVitrineSide(dataDirectory: string, logs: string): Promise<Side> {
  const server = await startServer('vitrine', { dataDirectory }, logs);
  const used = () => processorSeconds(processTree(server.pid));
  while (!(await fetch(`${server.url}/readyz`)).ok) await delay(100);
  await untilIdle(used, buildSecondsMax);
  return {
    ...server,
    name: 'vitrine',
    about: await readersOf(server.url),
    processorSeconds: used,
    memory: async () => memoryOf(server.pid),
    diskBytes: async () => diskBytes(dataDirectory),
  };
}

/** Who answers for each list, as the server tells. */
async function readersOf(url: string): Promise<string> {
  const { data } = (await (await fetch(`${url}/readyz`)).json()) as { data: { readers: Record<string, string> } };
  return Object.entries(data.readers)
    .map(([list, reader]) => `${list}: ${reader}`)
    .join(', ');
}
