import { addressOf, answered, type Envelope, errorOf, ofConsole, RequestError, sent } from './request.ts';

/** How far a work of the server is: a step of so many, counted from 0. */
export interface Step {
  readonly step: string;
  readonly index: number;
  readonly count: number;
}

/**
 * Asks for a change that takes steps, which are told as they begin.
 *
 * @throws RequestError, also of what goes wrong after the first step
 */
export async function sendInSteps<Data>(path: string, onStep: (step: Step) => void): Promise<Data> {
  const headers = { ...ofConsole, Accept: 'application/x-ndjson', 'Content-Type': 'application/json' };
  const response = await sent(addressOf(path), { method: 'POST', headers, body: '{}' });
  if (!response.ok || response.body === null) return (await answered<Data>(response)).data;
  for await (const line of linesOf(response.body)) {
    const told = JSON.parse(line) as Step | Envelope<Data>;
    if (!('code' in told)) onStep(told);
    else if (told.code === 0) return told.data;
    else throw errorOf(told.code, told);
  }
  throw brokenOff();
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw brokenOff();
    });
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function brokenOff(): RequestError {
  return new RequestError(0, '', 'The server stopped answering; whether it was done is seen after a while.');
}
