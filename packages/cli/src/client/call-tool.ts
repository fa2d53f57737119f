import { CommandError } from '../usage.ts';
import type { Connection } from './connect.ts';

interface ToolAnswer {
  readonly envelope: string;
  readonly isError: boolean;
  readonly hint?: string | undefined;
}

/** What the server's own MCP route answers, of which we need so much: a result, a JSON-RPC error, or an envelope. */
interface Answer {
  readonly error?: { readonly message?: string };
  readonly message?: string;
  readonly result?: { readonly content: readonly { readonly text: string }[]; readonly isError?: boolean };
}

/**
 * Calls a tool of the server, so that arguments reach it as the agent wrote them.
 *
 * @throws CommandError when it cannot
 */
export async function callTool({ baseUrl, key }: Connection, name: string, given: object): Promise<ToolAnswer> {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const url = `${baseUrl.replace(/\/+$/, '')}/mcp`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) }).catch(
    (cause: Error) => {
      throw new CommandError(`no response from ${baseUrl}`, { cause });
    },
  );
  const { result, error, message: said } = (await response.json().catch(() => ({}))) as Answer;
  const [content, hint] = result?.content ?? [];
  if (content === undefined) {
    const refusal = error?.message ?? said ?? 'the response is not from Vitrine';
    throw new CommandError(`${url} (HTTP ${response.status}): ${refusal}`);
  }
  return { envelope: content.text, isError: result?.isError === true, hint: hint?.text };
}
