/**
 * A side in a process of its own: `node child.ts SIDE DIRECTORY`. It answers every message with the processor time it
 * used.
 */
import type { AddressInfo } from 'node:net';
import { collectRarely } from '../../packages/cli/src/garbage-collection.ts';
import { type SideName, sides } from './sides.ts';

/** Microseconds of processor time that a process has used, all its threads together. */
export interface ProcessorTime {
  readonly cpuMicros: number;
}

/** What a side says once it listens. */
export interface Listening {
  readonly url: string;
  readonly key: string;
}

// As every process that serves.
collectRarely();
const [name, directory = ''] = process.argv.slice(2);
const side = await sides[name as SideName](directory);
await side.http.listen({ host: '127.0.0.1', port: 0 });
const { port } = side.http.server.address() as AddressInfo;
tell({ url: `http://127.0.0.1:${port}`, key: side.key });

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  tell({ cpuMicros: user + system });
});
process.once('disconnect', () => side.close().then(() => process.exit()));

function tell(what: Listening | ProcessorTime): void {
  process.send?.(what);
}
