import { catalogue } from '../../../../src/catalogue/catalogue.ts';

const clients = 64;

/** Statuses of answers that came in full, and how often each came. */
export type Statuses = Readonly<Record<number, number>>;

/** 64 clients, spread over servers, that call one after the other; each `callsEach` times. */
export async function spend(urls: readonly string[], key: string, callsEach: number): Promise<Statuses> {
  const counts: Record<number, number> = {};
  const client = async (_: unknown, index: number) => {
    for (let call = 0; call < callsEach; call++) {
      const status = await statusOf(urls[index % urls.length] ?? '', key);
      counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return counts;
}

/** What 64 clients saw of a server that was killed while they called it. */
export interface Seen {
  /** Answers with 200 that came in full. */
  readonly paid: number;
  /** Calls that were sent and not yet answered in full when it was killed. */
  readonly inFlight: number;
}

/** Calls a server until so many answers with 200 have come, and kills it there. */
export async function spendUntilKilled(
  url: string,
  key: string,
  { paidMin, kill }: { readonly paidMin: number; kill(): void },
): Promise<Seen> {
  let paid = 0;
  let open = 0;
  let inFlight: number | undefined;
  const client = async () => {
    while (inFlight === undefined) {
      open++;
      const status = await statusOf(url, key).catch((error: unknown) => {
        if (inFlight === undefined) throw error;
      });
      open--;
      if (status === 200) paid++;
      if (inFlight !== undefined || paid < paidMin) continue;
      inFlight = open;
      kill();
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { paid, inFlight: inFlight ?? 0 };
}

const [endpoint] = catalogue;
const question = endpoint && `${endpoint.path}?${new URLSearchParams(endpoint.example.query)}`;

/** @throws Error when the answer does not come in full. */
async function statusOf(url: string, key: string): Promise<number> {
  const response = await fetch(`${url}${question}`, { headers: { authorization: `Bearer ${key}` } });
  const { code } = (await response.json()) as { readonly code: number };
  if (code !== 0 && code !== response.status) throw new Error(`status ${response.status} came with code ${code}`);
  return response.status;
}
