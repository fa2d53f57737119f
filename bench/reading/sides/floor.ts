import { startServer } from '../children.ts';
import { memoryOf, processorSeconds, processTree } from '../measuring/processes.ts';
import type { Side } from './side.ts';

/** Starts the server that sends as many bytes whatever is asked. */
export async function openFloorSide(answerBytes: number, logs: string): Promise<Side> {
  const server = await startServer('floor', { answerBytes }, logs);
  return {
    ...server,
    name: 'floor',
    about: 'a ready buffer',
    processorSeconds: () => processorSeconds(processTree(server.pid)),
    memory: async () => memoryOf(server.pid),
    diskBytes: async () => undefined,
  };
}
