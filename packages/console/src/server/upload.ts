import { answered, ofConsole, RequestError } from './request.ts';

export interface Upload {
  /** With its parameters. */
  readonly address: string;
  readonly file: Blob;
  readonly signal: AbortSignal;
  /** Told how much of it has left, from 0 to 1. */
  onSent(part: number): void;
}

/**
 * Sends a file as it is read from the disk. `fetch` would not say how far it is.
 *
 * @throws RequestError; DOMException `AbortError` when it is given up
 */
export async function upload<Data>({ address, file, signal, onSent }: Upload): Promise<Data> {
  signal.throwIfAborted();
  const request = new XMLHttpRequest();
  request.open('POST', address);
  for (const [name, value] of Object.entries(ofConsole)) request.setRequestHeader(name, value);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
  const giveUp = () => request.abort();
  signal.addEventListener('abort', giveUp);
  try {
    return (await answered<Data>(await answerTo(request, file))).data;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function answerTo(request: XMLHttpRequest, body: Blob): Promise<Response> {
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onabort = () => reject(new DOMException('given up', 'AbortError'));
    request.onerror = () =>
      reject(new RequestError(0, '', 'The server does not answer, or the file can no longer be read.'));
    request.send(body);
  });
}
