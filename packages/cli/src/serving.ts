import { resolve } from 'node:path';
import type { Config, VitrineServer } from '@vitrine/server';
import { stopOnSignals } from '@vitrine/server';
import { moment } from './output/format.ts';
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

/** A link that logs in to the console, or why there is none: the server serves all the same. */
export async function loginInWords(server: Pick<VitrineServer, 'newLoginLink'>): Promise<string> {
  try {
    const { url, expiresAt } = await server.newLoginLink();
    return `${url}  (works once, until ${moment(expiresAt)} UTC; later: "vitrine login")`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `no link could be made: ${reason}; try "vitrine login"`;
  }
}

/** What a service prints is kept in logs, which are no place for a link that logs in. */
export async function loginAtStart(
  server: VitrineServer,
  terminal: NodeJS.WriteStream = process.stdout,
): Promise<string> {
  return `Log in: ${terminal.isTTY ? await loginInWords(server) : '"vitrine login" prints a link.'}`;
}
