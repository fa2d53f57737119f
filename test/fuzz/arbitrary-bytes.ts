import fc from 'fast-check';
import { hostileBytes, hostileTexts } from './arbitrary-values.ts';
import { bytesOf, type WireRequest } from './wire-request.ts';

/**
 * What is no whole request, or not one only: torn, broken and two-faced ones. `request` gives whole ones to spoil.
 * Texts hold one byte a character.
 */
export function arbitraryBytes(request: fc.Arbitrary<WireRequest>): fc.Arbitrary<string> {
  const whole = request.map((each) => bytesOf(each, false).toString('latin1'));
  return fc.oneof(
    hostileBytes,
    fc
      .tuple(whole, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([text, part]) => text.slice(0, text.length * part)),
    fc.tuple(whole, fc.nat(), hostileBytes).map(([text, at, bytes]) => spliced(text, at % text.length, bytes)),
    whole.map((text) => text.replaceAll('\r\n', '\n')),
    fc
      .tuple(requestLines, hostileTexts)
      .map(([line, text]) => `${line.replace('TEXT', () => text)}\r\nHost: fuzz\r\n\r\n`),
    fc.tuple(request, framings).map(([each, framing]) => twoFaced(each, framing)),
  );
}

function spliced(text: string, at: number, bytes: string): string {
  return text.slice(0, at) + bytes + text.slice(at + bytes.length);
}

const requestLines = fc.constantFrom(
  ...[
    'GET TEXT',
    'GET  / HTTP/1.1',
    'GET / HTTP/TEXT',
    'GET / HTTP/9.9',
    'GET /\tHTTP/1.1',
    'get / HTTP/1.1',
    ' GET / HTTP/1.1',
  ],
  ...[
    'TEXT / HTTP/1.1',
    'GET / HTTP/1.1 TEXT',
    'CONNECT TEXT HTTP/1.1',
    'PRI * HTTP/2.0',
    '\r\n\r\nGET / HTTP/1.1',
    'QUERY / HTTP/1.1',
  ],
  ...[
    'GET TEXT HTTP/1.0',
    'GET http://[TEXT/ HTTP/1.1',
    'GET //TEXT HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    '\x16\x03\x01\x02\x00\x01\x00',
  ],
);

/** Headers that one reader takes for the end of a request and another does not. */
const framings = fc.constantFrom(
  ['Content-Length: 0', 'Content-Length: 30'],
  ['Content-Length: 30', 'Transfer-Encoding: chunked'],
  ['Transfer-Encoding: chunked', 'Content-Length: 5'],
  ['Transfer-Encoding: chunked, identity'],
  ['Transfer-Encoding: identity'],
  ['Transfer-Encoding: xchunked'],
  ['Transfer-Encoding : chunked'],
  ['Transfer-Encoding:\x0bchunked'],
  ['Transfer-Encoding: chunked', 'Transfer-Encoding: x'],
  ['Content-Length: +5'],
  ['Content-Length: -5'],
  ['Content-Length: 5, 5'],
  ['Content-Length: 99999999999999999999'],
  ['Content-Length: 0x5'],
  ['X: y', ' Content-Length: 5'],
  ['Content-Length: 5\rX: y'],
  ['Connection: Content-Length', 'Content-Length: 5'],
  ['X-Y'],
  [': empty'],
  ['X\x00Y: z'],
);

function twoFaced({ method, target }: WireRequest, framing: readonly string[]): string {
  const hidden = `5\r\nhello\r\n0\r\n\r\nGET ${target} HTTP/1.1\r\nHost: fuzz\r\n\r\n`;
  return `${[`${method} ${target} HTTP/1.1`, 'Host: fuzz', ...framing].join('\r\n')}\r\n\r\n${hidden}`;
}
