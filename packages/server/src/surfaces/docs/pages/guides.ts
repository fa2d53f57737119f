/** A document that is a page of the docs. */
export interface Guide {
  /** Last part of its address. */
  readonly slug: string;
  /** Where it is in this repository; its first heading is the title. */
  readonly file: string;
  /** Heading in the navigation. */
  readonly group: string;
  /** One line. */
  readonly summary: string;
}

/** Where the documents of the first group come in the navigation: before the endpoints; the others come after. */
export const firstGroup = 'Get started';

/** In the order of the navigation. A new one is a line here and a file. */
export const guides: readonly Guide[] = [
  {
    slug: 'first-call',
    file: 'docs/guides/first-call.md',
    group: firstGroup,
    summary: 'From an empty folder to a page of products in five minutes.',
  },
  {
    slug: 'your-own-data',
    file: 'docs/guides/your-own-data.md',
    group: firstGroup,
    summary: 'Ingest an export or your observations, publish them, query them.',
  },
  {
    slug: 'migrating',
    file: 'docs/guides/migrating.md',
    group: firstGroup,
    summary: 'Migrate from another provider by changing the base URL, and what differs.',
  },
  {
    slug: 'questions',
    file: 'docs/guides/questions.md',
    group: 'Guides',
    summary: 'Which call answers which question: what rises, who sells it, what did a shop launch.',
  },
  {
    slug: 'paging',
    file: 'docs/guides/paging.md',
    group: 'Guides',
    summary: 'Pagination, sorting and filters, and how to read a whole list.',
  },
  {
    slug: 'estimates',
    file: 'docs/estimates.md',
    group: 'Guides',
    summary: 'How every number is calculated, in plain arithmetic.',
  },
  {
    slug: 'credits-and-limits',
    file: 'docs/guides/credits-and-limits.md',
    group: 'Guides',
    summary: 'What a call costs, how often you may call, and what to do when a call is refused.',
  },
  {
    slug: 'sql',
    file: 'docs/sql.md',
    group: 'Guides',
    summary: 'Questions that no endpoint answers: one SELECT over views of the served version.',
  },
  {
    slug: 'export',
    file: 'docs/export.md',
    group: 'Guides',
    summary:
      'Whole lists and the days of a whole region as CSV, NDJSON, Parquet or XLSX: price, limits, and interrupted streams.',
  },
  {
    slug: 'notebooks',
    file: 'docs/guides/notebooks.md',
    group: 'Guides',
    summary: 'Lists and answers of SQL in pandas, Polars and DuckDB.',
  },
  {
    slug: 'console',
    file: 'docs/guides/console.md',
    group: 'Guides',
    summary: 'Look at a market in a browser: tables, filters, charts, rankings, and how to take a view away.',
  },
  {
    slug: 'how-sure',
    file: 'docs/guides/how-sure.md',
    group: 'Guides',
    summary: 'What is counted and what is estimated, how far off estimates are, and what makes them surer.',
  },
  {
    slug: 'clients',
    file: 'docs/clients.md',
    group: 'Guides',
    summary: 'HTTP headers, MCP for agents, the TypeScript SDK, the command line.',
  },
  {
    slug: 'self-hosting',
    file: 'docs/guides/self-hosting.md',
    group: 'Guides',
    summary: 'Run a server: data directory, databases, proxy, backups, upgrades.',
  },
  {
    slug: 'explain',
    file: 'docs/explain.md',
    group: 'For operators',
    summary: 'Where a served number comes from: its rule, its parts, and the observations behind it.',
  },
  {
    slug: 'accuracy',
    file: 'docs/accuracy.md',
    group: 'For operators',
    summary: 'How good the estimates are on your own marketplace, by the sales that you know, and how to fit them.',
  },
  {
    slug: 'sources',
    file: 'docs/sources.md',
    group: 'For operators',
    summary: 'Files of other tools that are read as they are: what of each is read, left out and asked for.',
  },
  {
    slug: 'observations',
    file: 'docs/observations.md',
    group: 'For operators',
    summary: 'Kinds and fields of observations, formats, rejected lines, retries.',
  },
  {
    slug: 'mirror',
    file: 'docs/mirror.md',
    group: 'For operators',
    summary: 'Follow another server of the API within a number of credits a day.',
  },
  {
    slug: 'keys',
    file: 'docs/keys.md',
    group: 'For operators',
    summary: 'API keys, rate limits, scopes, rotation and failed attempts.',
  },
  {
    slug: 'credits',
    file: 'docs/credits.md',
    group: 'For operators',
    summary: 'Grants, quotas, expiry, refunds, and guarantees when a server crashes.',
  },
  {
    slug: 'usage',
    file: 'docs/usage.md',
    group: 'For operators',
    summary: 'Usage by key, endpoint and day: what is recorded and how to query it.',
  },
  {
    slug: 'media',
    file: 'docs/media.md',
    group: 'Guides',
    summary: 'Images whose source URLs expire, and playback URLs of videos.',
  },
  {
    slug: 'outages',
    file: 'docs/outages.md',
    group: 'For operators',
    summary: 'What callers get while a component is unavailable, and what recovers automatically.',
  },
  {
    slug: 'operations',
    file: 'docs/operations.md',
    group: 'For operators',
    summary: 'Data retention, and how to withdraw a batch.',
  },
  {
    slug: 'security',
    file: 'SECURITY.md',
    group: 'For operators',
    summary: 'Threat model, audit log, and erasing a person.',
  },
];
