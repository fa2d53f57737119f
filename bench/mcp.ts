import { catalogue } from '../packages/server/src/catalogue/catalogue.ts';
import { exchange } from '../packages/server/src/surfaces/mcp/exchange.ts';
import { createMcpServer } from '../packages/server/src/surfaces/mcp/mcp-server.ts';

/*
 * How long the protocol takes, without HTTP and without the work of a call: `tools/list`, one message after the other.
 *
 *   node --conditions=source --import tsx bench/mcp.ts [MESSAGES]
 */
const messages = Number(process.argv[2] ?? 2000);
const warmUp = 200;
const parts = { catalogue, resources: [], productVersion: '0.0.0' };
const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
const message = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };

async function listTools(): Promise<number> {
  const startedMs = performance.now();
  const server = createMcpServer(parts, () => Promise.reject(new Error('tools/list calls no endpoint')));
  const request = new Request('http://localhost/mcp', { method: 'POST', headers });
  await (await exchange(server, request, message)).text();
  return performance.now() - startedMs;
}

const firstMs = await listTools();
for (let i = 0; i < warmUp; i++) await listTools();
const latenciesMs: number[] = [];
for (let i = 0; i < messages; i++) latenciesMs.push(await listTools());
latenciesMs.sort((a, b) => a - b);
const at = (share: number) => (latenciesMs[Math.floor(share * (messages - 1))] ?? 0).toFixed(2);
console.log(`tools/list, ${messages} times: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, first ${firstMs.toFixed(1)} ms`);
