import autocannon from 'autocannon';
import { type LoadOptions, type LoadResult, patienceSeconds, type RowMark } from './load-options.ts';

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

/** Counts answers as they come. */
class Tally {
  readonly latenciesMs: number[] = [];
  readonly #failures = new Map<number, number>();
  readonly #begun = new Set<autocannon.Client>();
  #answers = 0;
  #beganMs = 0;
  #endedMs = 0;
  #cpuBegan = process.cpuUsage();

  start(): void {
    this.#beganMs = performance.now();
    this.#cpuBegan = process.cpuUsage();
  }

  /** The first answer of a connection counts, but not its latency: it had to wait until all were connected. */
  answer(client: autocannon.Client, status: number, latencyMs: number): void {
    this.#endedMs = performance.now();
    if (status !== 200) this.#failures.set(status, (this.#failures.get(status) ?? 0) + 1);
    else this.#answers++;
    if (this.#begun.has(client)) this.latenciesMs.push(latencyMs);
    this.#begun.add(client);
  }

  refuseFailures(url: string, broken: number): void {
    if (this.#failures.size === 0 && broken === 0) return;
    const counts = [...this.#failures].map(([status, count]) => `${count} of status ${status}`);
    throw new Error(`${url}: every answer has to be a 200; got ${[...counts, `${broken} broken`].join(', ')}`);
  }

  result(): Omit<LoadResult, 'mixed'> {
    const seconds = (this.#endedMs - this.#beganMs) / 1000;
    const { user, system } = process.cpuUsage(this.#cpuBegan);
    const sorted = Float64Array.from(this.latenciesMs).sort();
    const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
    const whole = process.cpuUsage();
    return {
      answers: this.#answers,
      seconds,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      generatorShare: (user + system) / 1e6 / seconds,
      processorSeconds: (whole.user + whole.system) / 1e6,
    };
  }
}

function send(options: LoadOptions, tally: Tally): Promise<autocannon.Result> {
  const { url, connections, seconds, ratePerSecond, mark } = options;
  let connection = 0;
  return new Promise((resolve, reject) => {
    const setupClient = (client: autocannon.Client) => client.setRequests(partOf(options, connection++));
    const rate = ratePerSecond === undefined ? {} : { overallRate: ratePerSecond };
    const verify = mark === undefined ? {} : { verifyBody: (body: unknown) => isOfOneKind(String(body), mark) };
    const wanted = { url, connections, duration: seconds, timeout: patienceSeconds, setupClient, ...rate, ...verify };
    const run = autocannon(wanted, (error, result) => (error ? reject(error) : resolve(result)));
    run.on('start', () => tally.start());
    run.on('response', (client, status, _bytes, latencyMs) => tally.answer(client, status, latencyMs));
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
