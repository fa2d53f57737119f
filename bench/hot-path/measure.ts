import autocannon from 'autocannon';
import { requests } from './pages.ts';
import type { RunningSide } from './running-side.ts';

/** What one round showed of a side. */
export interface Measurement {
  readonly answersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the side's process, microseconds. */
  readonly cpuMicrosPerAnswer: number;
  /** Share of one processor that the load generator took; near 1, a faster side could not have shown it. */
  readonly generatorShare: number;
}

const connections = 16;

/** Keeps 16 connections busy with one request after the other. @throws Error when anything but a 200 comes back */
export async function measure(side: RunningSide, seconds: number): Promise<Measurement> {
  const latenciesMs: number[] = [];
  const cpuBefore = await side.cpuMicros();
  const ownBefore = process.cpuUsage();
  const begunMs = performance.now();
  await load(side, seconds, latenciesMs);
  const micros = (performance.now() - begunMs) * 1000;
  const own = process.cpuUsage(ownBefore);
  const cpuMicros = (await side.cpuMicros()) - cpuBefore;
  const sorted = Float64Array.from(latenciesMs).sort();
  return {
    answersPerSecond: (sorted.length / micros) * 1e6,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    cpuMicrosPerAnswer: cpuMicros / sorted.length,
    generatorShare: (own.user + own.system) / micros,
  };
}

async function load(side: RunningSide, seconds: number, latenciesMs: number[]): Promise<void> {
  const { errors, timeouts, non2xx } = await run(side, seconds, (latencyMs) => latenciesMs.push(latencyMs));
  if (errors + timeouts + non2xx === 0) return;
  throw new Error(`${side.name}: every answer has to be a 200; ${non2xx} were not, ${errors + timeouts} did not come`);
}

function run({ url, key }: RunningSide, seconds: number, onAnswer: (latencyMs: number) => void) {
  const headers = { authorization: `Bearer ${key}` };
  const asked = requests.map((path) => ({ method: 'GET' as const, path, headers }));
  return new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url, connections, duration: seconds, requests: asked };
    const load = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    load.on('response', (_client, _status, _bytes, latencyMs) => onAnswer(latencyMs));
  });
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
