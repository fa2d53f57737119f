import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

/**
 * Standard input and output. Requests that are in flight when the input ends are still answered: the transport stays
 * open, and the process ends once it has nothing left to do.
 */
export class StdioTransport extends StdioServerTransport {
  override async close(): Promise<void> {
    if (process.stdin.readableEnded && process.stdout.writable) return;
    await super.close();
  }
}
