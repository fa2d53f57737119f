/*
 * The processes of the benchmark besides its own, by name: tasks that end with a result, and servers that stay until
 * SIGTERM. All of them end when the benchmark is gone, and each loads only what it needs.
 */
import type { Stoppable } from './sides/served.ts';

const tasks = {
  make: async (options: import('./making/task.ts').MakeOptions) => (await import('./making/task.ts')).make(options),
  record: async (options: import('./requests/task.ts').RecordTaskOptions) =>
    (await import('./requests/task.ts')).record(options),
  fill: async (options: import('./postgres/task.ts').FillOptions) => (await import('./postgres/task.ts')).fill(options),
  load: async (options: import('./measuring/load-options.ts').LoadOptions) =>
    (await import('./measuring/load.ts')).load(options),
  makeNextVersion: async (options: { readonly dataDirectory: string }) =>
    (await import('../switch/next-version.ts')).makeNextVersion(options),
};

const servers = {
  postgres: async (options: import('./postgres/server.ts').PeerOptions) =>
    (await import('./postgres/server.ts')).servePeer(options),
  floor: async (options: import('./sides/floor-server.ts').FloorOptions) =>
    (await import('./sides/floor-server.ts')).serveFloor(options),
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type Servers = typeof servers;
export type ServerName = keyof Servers;

type AnyWork = (options: never) => Promise<object>;

const [name = ''] = process.argv.slice(2);
const task: AnyWork | undefined = (tasks as Readonly<Record<string, AnyWork>>)[name];
const server: AnyWork | undefined = (servers as Readonly<Record<string, AnyWork>>)[name];

process.once('message', (options) => work(options as never));

async function work(options: never): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  if (task !== undefined) process.send?.(await task(options), () => process.exit());
  else if (server !== undefined) stay((await server(options)) as Stoppable);
  else throw new TypeError(`no such task or server: ${name}`);
}

function stay({ url, headers, stop }: Stoppable): void {
  process.once('SIGTERM', () => stop().then(() => process.exit()));
  process.send?.({ url, headers });
}
