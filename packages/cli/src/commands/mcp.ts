import { serveMcp } from '@vitrine/server';
import { defineCommand } from 'citty';
import { strict } from '../arguments.ts';
import { callTool } from '../client/call-tool.ts';
import { clientArguments, connectionOf } from '../client/connect.ts';

export const mcp = defineCommand({
  meta: {
    name: 'mcp',
    description: 'Run an MCP server on standard input and output that forwards calls to a Vitrine server',
  },
  args: clientArguments,
  plugins: [strict()],
  async run({ args }) {
    const connection = await connectionOf(args);
    await serveMcp((endpoint, query) => callTool(connection, endpoint.tool, query));
  },
});
