import type { Endpoint } from '../server/catalogue.ts';
import type { Parameters } from '../server/request.ts';

/** The ways in which a view can be asked for without the console. */
export const callKinds = ['curl', 'python', 'sdk', 'mcp'] as const;
export type CallKind = (typeof callKinds)[number];

/** What a view asks of its endpoint. */
export interface ViewCall {
  readonly endpoint: Endpoint;
  readonly query: Parameters;
  readonly fields: readonly string[];
}

export interface CallQuestion extends ViewCall {
  /** Where the server is, without a slash at its end. */
  readonly origin: string;
}

/** A call that gives the first page of a view, as text to paste. */
export function callText(kind: CallKind, question: CallQuestion): string {
  return writers[kind](question);
}

const writers: Readonly<Record<CallKind, (question: CallQuestion) => string>> = {
  curl: ({ endpoint, origin, ...rest }) =>
    `curl -H "Authorization: Bearer $VITRINE_KEY" \\\n  "${origin}${endpoint.callPath}?${new URLSearchParams(valuesOf(rest))}"`,
  python: ({ endpoint, origin, ...rest }) =>
    [
      'import os, requests',
      '',
      'response = requests.get(',
      `    "${origin}${endpoint.callPath}",`,
      '    headers={"Authorization": f"Bearer {os.environ[\'VITRINE_KEY\']}"},',
      `    params=${JSON.stringify(valuesOf(rest), null, 4).replaceAll('\n', '\n    ')},`,
      ')',
      'rows = response.json()["data"]',
    ].join('\n'),
  sdk: ({ endpoint, origin, ...rest }) =>
    [
      "import { createClient } from '@vitrine/sdk';",
      '',
      `const vitrine = createClient({ baseUrl: '${origin}', key: process.env.VITRINE_KEY });`,
      `const rows = await vitrine.${endpoint.method}(${JSON.stringify(valuesOf(rest), null, 2)});`,
    ].join('\n'),
  mcp: ({ endpoint, ...rest }) =>
    `Call the tool ${endpoint.tool} with these arguments, and show me the rows as a table:\n\n${JSON.stringify(valuesOf(rest), null, 2)}`,
};

function valuesOf({ query, fields }: Pick<CallQuestion, 'query' | 'fields'>): Record<string, string> {
  const given = Object.entries({ ...query, fields: fields.join(','), page_num: 1, page_size: 10 });
  return Object.fromEntries(
    given.filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [name, String(value)]),
  );
}
