/** What a server says of its own memory, bytes. */
export interface MemorySample {
  readonly residentBytes: number;
  readonly heapBytes: number;
}

export async function memoryOf(url: string): Promise<MemorySample> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return { residentBytes: gauge('process_resident_memory_bytes'), heapBytes: gauge('nodejs_heap_size_used_bytes') };
}

/** How many requests of each sort hold a slot. */
export async function requestsUnderWay(url: string): Promise<readonly number[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(/^vitrine_http_requests_in_flight\{[^}]*\} (\d+)$/gm)].map(([, count]) => Number(count));
}

/** The second third of a run against the last: the first one is for warming up. */
export interface Growth {
  readonly residentMiB: readonly [before: number, after: number];
  readonly heapMiB: readonly [before: number, after: number];
}

/** Of each third the least: what is left when garbage has just been collected. */
export function growthOf(samples: readonly MemorySample[]): Growth {
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
  const least = (of: readonly MemorySample[], what: keyof MemorySample) =>
    Math.round(Math.min(...of.map((sample) => sample[what])) / 2 ** 20);
  return {
    residentMiB: [least(middle, 'residentBytes'), least(last, 'residentBytes')],
    heapMiB: [least(middle, 'heapBytes'), least(last, 'heapBytes')],
  };
}
