import autocannon from 'autocannon';
import { type LoadOptions, type LoadResult, patienceSeconds, type RowMark } from './load-options.ts';
import { Tally } from './tally.ts';

/**
 * Keeps every connection busy with one request after the other, each with its own part of the list.
 *
 * @throws Error when anything but a 200 comes back.
 */
export async function loadWithAutocannon(options: LoadOptions): Promise<LoadResult> {
  const tally = new Tally();
  const { errors, timeouts, mismatches } = await send(options, tally);
  tally.refuseFailures(options.url, errors + timeouts);
  const seen = options.mark === undefined ? {} : { latenciesMs: tally.latenciesMs };
  return { ...tally.result(), ...seen, mixed: mismatches };
}

function send(options: LoadOptions, tally: Tally): Promise<autocannon.Result> {
  const { url, connections, seconds, mark } = options;
  const begun = new Set<autocannon.Client>();
  let connection = 0;
  return new Promise((resolve, reject) => {
    const setupClient = (client: autocannon.Client) => client.setRequests(partOf(options, connection++));
    const verify = mark === undefined ? {} : { verifyBody: (body: unknown) => isOfOneKind(String(body), mark) };
    const wanted = { url, connections, duration: seconds, timeout: patienceSeconds, setupClient, ...verify };
    const run = autocannon(wanted, (error, result) => (error ? reject(error) : resolve(result)));
    run.on('start', () => tally.start());
    run.on('response', (client, status, _bytes, latencyMs) => {
      // The first answer of a connection counts, but not its latency: it had to wait until all were connected.
      tally.answer(status, begun.has(client) ? latencyMs : undefined);
      begun.add(client);
    });
  });
}

/** Whether all rows of an answer have the mark, or none. */
function isOfOneKind(body: string, { field, value }: RowMark): boolean {
  const marked = occurrences(body, `"${field}":"${value}"`);
  return marked === 0 || marked === occurrences(body, `"${field}":`);
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Every so many-th request; all of them where there are fewer than connections. */
function partOf({ requests, headers, connections }: LoadOptions, connection: number): autocannon.Request[] {
  const part = requests.filter((_, i) => requests.length < connections || i % connections === connection);
  return part.map((path) => ({ method: 'GET', path, headers: { ...headers } }));
}
