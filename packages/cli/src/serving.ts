import { resolve } from 'node:path';
import type { Config, VitrineServer } from '@vitrine/server';
import { stopOnSignals } from '@vitrine/server';
import { note } from './output/print.ts';

/**
 * Which requests are logged when nobody asked: all of them for a service, none for a person at a terminal, who would
 * not see anything else for them.
 */
export function logLevelOtherwise(terminal: NodeJS.WriteStream = process.stderr): string | undefined {
  return process.env['LOG_LEVEL'] || (terminal.isTTY ? 'warn' : undefined);
}

/** Stops at Ctrl-C and SIGTERM, and says on a terminal what it waits for. */
export function stopInWords(server: VitrineServer): void {
  const onSignal = (count: 1 | 2) => {
    if (!process.stderr.isTTY) return;
    note(
      count === 1
        ? '\nStopping: waiting for requests in flight. Press Ctrl-C again to stop immediately.'
        : '\nStopped immediately.',
    );
  };
  stopOnSignals({ stop: () => server.stop().then(sayStopped) }, { onSignal });
}

function sayStopped(): void {
  if (process.stderr.isTTY) note('Stopped.');
}

/** The directory a server works on, and what can be done where it has nothing to serve yet. */
export function servedInWords({ dataDirectory }: Config, { url, asOf }: VitrineServer): string {
  const data = asOf === undefined ? 'nothing published yet: ingest and publish' : `data as of ${asOf}`;
  return `Serving ${resolve(dataDirectory)} at ${url} (${data}). Docs: ${url}/docs. Press Ctrl-C to stop.`;
}
