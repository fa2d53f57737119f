import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One request that was answered. */
interface RequestMeasure {
  /** Endpoint id, or the route's pattern: never what the caller wrote, which has no bounds. */
  readonly endpoint: string;
  readonly status: number;
  readonly seconds: number;
}

/** How many requests are under way, by who sent them. */
type RequestBudgets = Readonly<Record<'callers' | 'keyless' | 'operator', { readonly underWay: number }>>;

/** What the server counts about itself, in the format of Prometheus. */
export interface Metrics {
  observeRequest(measure: RequestMeasure): void;
  /** Shows how many requests are under way, by who sent them. Asked at each scrape. */
  watchRequests(budgets: RequestBudgets): void;
  /** All metrics as text. */
  render(): Promise<string>;
  /** Content type of {@link render}. */
  readonly contentType: string;
}

export interface MetricsOptions {
  /** Version that is being served; undefined before the first publish. Asked at each scrape. */
  readonly datasetVersion: () => number | undefined;
  /** Pages read so far, by what they were read from. Asked at each scrape. */
  readonly pagesRead?: () => Readonly<Record<string, number>>;
  /** How the recording of usage goes. Asked at each scrape. */
  readonly usage?: UsageState;
  /** How the mirror that this server runs stands; undefined before its first run. Asked at each scrape. */
  readonly mirror?: (() => MirrorState | undefined) | undefined;
}

/** How a mirror stands. */
interface MirrorState {
  readonly isRunning: boolean;
  readonly spent: { readonly credits: number };
  /** Of the last run that ended. */
  readonly last: { readonly finishedAt: number; readonly stale: readonly unknown[] } | undefined;
}

/** How the recording of usage goes. */
interface UsageState {
  /** Records that will not be stored. */
  readonly lostRecords: number;
  /** Bytes that wait on disk for the engine. */
  readonly spoolBytes: number;
}

const latencyBucketsSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const labelNames = ['endpoint', 'status'] as const;

/** Metrics in a registry of their own, process metrics included. */
export function createMetrics({ datasetVersion, pagesRead = () => ({}), usage, mirror }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registerDatasetVersion(registry, datasetVersion);
  registerPagesRead(registry, pagesRead);
  if (usage !== undefined) registerUsage(registry, usage);
  if (mirror !== undefined) registerMirror(registry, mirror);
  const requests = requestCounter(registry);
  const latency = requestLatency(registry);
  return {
    observeRequest: ({ endpoint, status, seconds }) => {
      requests.inc({ endpoint, status });
      latency.observe({ endpoint, status }, seconds);
    },
    watchRequests: (budgets) => registerUnderWay(registry, budgets),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function requestCounter(registry: Registry): Counter<(typeof labelNames)[number]> {
  const name = 'vitrine_http_requests_total';
  return new Counter({ name, help: 'Requests responded to', labelNames, registers: [registry] });
}

function requestLatency(registry: Registry): Histogram<(typeof labelNames)[number]> {
  const name = 'vitrine_http_request_duration_seconds';
  const help = 'Time from the request to the end of its answer, seconds';
  return new Histogram({ name, help, labelNames, buckets: latencyBucketsSeconds, registers: [registry] });
}

function registerDatasetVersion(registry: Registry, datasetVersion: MetricsOptions['datasetVersion']): void {
  const gauge: Gauge = new Gauge({
    name: 'vitrine_dataset_version',
    help: 'Dataset version being served; 0 before the first publish',
    registers: [registry],
    collect: () => gauge.set(datasetVersion() ?? 0),
  });
}

function registerUnderWay(registry: Registry, budgets: RequestBudgets): void {
  const gauge: Gauge<'budget'> = new Gauge({
    name: 'vitrine_http_requests_in_flight',
    help: 'Requests in flight by sender: callers (with a key), keyless, operator. Probes and scrapes are not counted',
    labelNames: ['budget'],
    registers: [registry],
    collect: () => {
      for (const [budget, { underWay }] of Object.entries(budgets)) gauge.set({ budget }, underWay);
    },
  });
}

function registerPagesRead(registry: Registry, pagesRead: () => Readonly<Record<string, number>>): void {
  const counter: Counter<'reader'> = new Counter({
    name: 'vitrine_pages_read_total',
    help: 'Pages read, by reader: snapshot or engine',
    labelNames: ['reader'],
    registers: [registry],
    collect: () => {
      counter.reset();
      for (const [reader, pages] of Object.entries(pagesRead())) counter.inc({ reader }, pages);
    },
  });
}

function registerUsage(registry: Registry, usage: UsageState): void {
  const lost: Gauge = new Gauge({
    name: 'vitrine_usage_records_lost',
    help: 'Usage records lost since the start',
    registers: [registry],
    collect: () => lost.set(usage.lostRecords),
  });
  const waiting: Gauge = new Gauge({
    name: 'vitrine_usage_spool_bytes',
    help: 'Bytes of usage records waiting on disk for the engine',
    registers: [registry],
    collect: () => waiting.set(usage.spoolBytes),
  });
}

function registerMirror(registry: Registry, mirror: () => MirrorState | undefined): void {
  const gauge = (name: string, help: string, of: (state: MirrorState) => number | undefined): Gauge => {
    const made: Gauge = new Gauge({
      name: `vitrine_mirror_${name}`,
      help,
      registers: [registry],
      collect: () => {
        const state = mirror();
        made.set((state && of(state)) ?? 0);
      },
    });
    return made;
  };
  gauge('running', '1 while the mirror runs', ({ isRunning }) => Number(isRunning));
  gauge('credits_spent', 'Credits of the upstream spent on the day of the last run', ({ spent }) => spent.credits);
  gauge('stale_items', 'Watched items that the last run left stale', ({ last }) => last?.stale.length);
  gauge(
    'last_run_seconds',
    'End of the last run, seconds since 1970; 0: none',
    ({ last }) => last && last.finishedAt / 1000,
  );
}
