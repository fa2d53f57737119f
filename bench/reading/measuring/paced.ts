import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type LoadOptions, type LoadResult, patienceSeconds } from './load-options.ts';
import { Tally } from './tally.ts';

/**
 * Sends requests at even distances, whether or not those before them are answered. Latencies begin when a request is due: waiting
 * for a connection is part of them. (autocannon sends what is due in a second at its beginning.)
 *
 * @throws Error when anything but a 200 comes back.
 */
export async function loadAtRate(options: LoadOptions, ratePerSecond: number): Promise<LoadResult> {
  const { url, requests, connections, seconds } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally = new Tally();
  tally.start();
  const begun = performance.now();
  const sent: Promise<boolean>[] = [];
  for (let i = 0; i < ratePerSecond * seconds; i++) {
    const due = begun + (1000 * i) / ratePerSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    // Timers may be early, too.
    const from = Math.min(due, performance.now());
    sent.push(answered(agent, options, requests[i % requests.length] ?? '', from, tally));
  }
  const isAnswered = await Promise.all(sent);
  agent.destroy();
  tally.refuseFailures(url, isAnswered.filter((each) => !each).length);
  return { ...tally.result(), mixed: 0 };
}

/** Whether there was an answer. */
function answered(
  agent: Agent,
  { url, headers }: LoadOptions,
  path: string,
  from: number,
  tally: Tally,
): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`${url}${path}`, { agent, headers, timeout: patienceSeconds * 1000 }, (response) => {
      response.resume();
      response.on('end', () => {
        tally.answer(response.statusCode ?? 0, performance.now() - from);
        resolve(true);
      });
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
