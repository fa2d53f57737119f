/** A request as it is written to a connection: texts hold one byte a character (latin1). */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly expected: Expectation;
}

export type Header = readonly [name: string, value: string];

/** What an answer may be. */
export interface Expectation {
  readonly statuses: readonly number[];
  /** Part of the message of a 400. */
  readonly names?: string;
}

/** The bytes of a request, its body with a length or in chunks. */
export function bytesOf({ method, target, headers, body }: WireRequest, isLast: boolean): Buffer {
  const lines = [`${method} ${target} HTTP/1.1`, 'Host: fuzz', ...headers.map(([name, value]) => `${name}: ${value}`)];
  const framing = body === '' || hasFraming(headers) ? [] : [`Content-Length: ${body.length}`];
  const closing = isLast ? ['Connection: close'] : [];
  return Buffer.from(`${[...lines, ...framing, ...closing].join('\r\n')}\r\n\r\n${body}`, 'latin1');
}

function hasFraming(headers: readonly Header[]): boolean {
  return headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
}

/** A body in chunks, as `Transfer-Encoding: chunked` has it. */
export function chunked(parts: readonly string[]): string {
  const chunks = parts.filter((part) => part !== '').map((part) => `${part.length.toString(16)}\r\n${part}\r\n`);
  return `${chunks.join('')}0\r\n\r\n`;
}
