/** An answer as it came over a connection. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
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
    const length = isWithoutBody(status, methods[answers.length]) ? 0 : lengthOf(headers);
    const bodyStart = headEnd + 4;
    if (rest.length < bodyStart + length) throw new Error(`an answer is cut off in its body: ${shown(rest)}`);
    const body = rest.subarray(bodyStart, bodyStart + length).toString();
    if (status >= 200) answers.push({ status, headers, body });
    rest = rest.subarray(bodyStart + length);
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

/** The server knows the length of all it sends. */
function lengthOf(headers: ReadonlyMap<string, string>): number {
  const length = headers.get('content-length');
  if (length === undefined) throw new Error(`an answer has no length: ${JSON.stringify([...headers])}`);
  return Number(length);
}

const shownMax = 300;

function shown(bytes: Buffer): string {
  return JSON.stringify(bytes.subarray(0, shownMax).toString('latin1'));
}
