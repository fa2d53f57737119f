import { serveMcp } from '@vitrine/server';
import { defineCommand } from 'citty';
import pLimit from 'p-limit';
import { strict } from '../arguments.ts';
import { callTool } from '../client/call-tool.ts';
import { clientArguments, connectionOf } from '../client/connect.ts';

/** Calls on their way: a key may have few more. The others wait. */
const atOnceMax = 16;

export const mcp = defineCommand({
  meta: {
    name: 'mcp',
    description: 'Run an MCP server on standard input and output that forwards calls to a Vitrine server',
  },
  args: clientArguments,
  plugins: [strict()],
  async run({ args }) {
    const connection = await connectionOf(args);
    const inTurn = pLimit(atOnceMax);
    await serveMcp((endpoint, query) => inTurn(() => callTool(connection, endpoint.tool, query)));
  },
});
