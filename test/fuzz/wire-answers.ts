import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** An answer as it came over a connection. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed. */
  readonly body: string;
}

/**
 * Reads the answers of one connection, in their order; those of the kind "100 Continue" are left out.
 *
 * @param methods of the requests: an answer to HEAD has no body, whatever length it tells.
 * @throws Error when the bytes are anything but whole answers.
 */
export function readAnswers(bytes: Buffer, methods: readonly string[]): readonly WireAnswer[] {
  const answers: WireAnswer[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    const headEnd = rest.indexOf('\r\n\r\n');
    if (headEnd < 0) throw new Error(`an answer is cut off in its head: ${shown(rest)}`);
    const { status, headers } = readHead(rest.subarray(0, headEnd).toString('latin1'));
    const after = rest.subarray(headEnd + 4);
    const { body, length } = isWithoutBody(status, methods[answers.length]) ? nothing : readBody(after, headers);
    if (status >= 200) answers.push({ status, headers, body: decoded(body, headers.get('content-encoding')) });
    rest = after.subarray(length);
  }
  return answers;
}

function readHead(head: string): Pick<WireAnswer, 'status' | 'headers'> {
  const [statusLine = '', ...lines] = head.split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
  if (Number.isNaN(status)) throw new Error(`an answer begins with ${JSON.stringify(statusLine.slice(0, shownMax))}`);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { status, headers: new Map(headers) };
}

function isWithoutBody(status: number, method: string | undefined): boolean {
  return method === 'HEAD' || status < 200 || status === 204 || status === 304;
}

interface WireBody {
  readonly body: Buffer;
  /** Bytes that it takes on the wire. */
  readonly length: number;
}

const nothing: WireBody = { body: Buffer.alloc(0), length: 0 };

/** The server knows the length of all it sends, but of exports. */
function readBody(bytes: Buffer, headers: ReadonlyMap<string, string>): WireBody {
  if (headers.get('transfer-encoding') === 'chunked') return readChunks(bytes);
  const length = Number(headers.get('content-length') ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error(`an answer has no length: ${JSON.stringify([...headers])}`);
  if (bytes.length < length) throw new Error(`an answer is cut off in its body: ${shown(bytes)}`);
  return { body: bytes.subarray(0, length), length };
}

function readChunks(bytes: Buffer): WireBody {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    const end = lineEnd + 2 + size;
    if (lineEnd < 0 || !(end + 2 <= bytes.length)) throw new Error(`an answer is cut off in its body: ${shown(bytes)}`);
    chunks.push(bytes.subarray(lineEnd + 2, end));
    at = end + 2;
    if (size === 0) return { body: Buffer.concat(chunks), length: at };
  }
}

function decoded(body: Buffer, encoding: string | undefined): string {
  if (body.length === 0 || encoding === undefined) return body.toString();
  if (encoding === 'gzip') return gunzipSync(body).toString();
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  throw new Error(`an answer is encoded as ${encoding}`);
}

const shownMax = 300;

function shown(bytes: Buffer): string {
  return JSON.stringify(bytes.subarray(0, shownMax).toString('latin1'));
}
