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
    summary: 'Send what you observe, publish it, ask for it.',
  },
  {
    slug: 'migrating',
    file: 'docs/guides/migrating.md',
    group: firstGroup,
    summary: 'Migrate from another provider by changing the base URL, and what is different afterwards.',
  },
  {
    slug: 'paging',
    file: 'docs/guides/paging.md',
    group: 'Guides',
    summary: 'Pages, order and filters, and how to read a whole list.',
  },
  {
    slug: 'estimates',
    file: 'docs/estimates.md',
    group: 'Guides',
    summary: 'How every number is calculated, as plain arithmetic.',
  },
  {
    slug: 'credits-and-limits',
    file: 'docs/guides/credits-and-limits.md',
    group: 'Guides',
    summary: 'What a call costs, how often you may call, and what to do when you are refused.',
  },
  {
    slug: 'export',
    file: 'docs/export.md',
    group: 'Guides',
    summary: 'Whole lists as CSV, NDJSON or Parquet: what they cost, and when a stream breaks off.',
  },
  {
    slug: 'clients',
    file: 'docs/clients.md',
    group: 'Guides',
    summary: 'HTTP and its headers, agents over MCP, the TypeScript SDK, the command line.',
  },
  {
    slug: 'self-hosting',
    file: 'docs/guides/self-hosting.md',
    group: 'Guides',
    summary: 'Run a server: directory, databases, proxy, backups, upgrades.',
  },
  {
    slug: 'observations',
    file: 'docs/observations.md',
    group: 'For operators',
    summary: 'Kinds and fields of observations, formats, rejects, sending again.',
  },
  {
    slug: 'keys',
    file: 'docs/keys.md',
    group: 'For operators',
    summary: 'Who may call, how often, from where; rotation, scopes, failed attempts.',
  },
  {
    slug: 'credits',
    file: 'docs/credits.md',
    group: 'For operators',
    summary: 'Grants, quotas, expiry, refunds, and what holds when a server dies.',
  },
  {
    slug: 'usage',
    file: 'docs/usage.md',
    group: 'For operators',
    summary: 'Usage by key, endpoint and day: what is recorded, how to ask.',
  },
  {
    slug: 'media',
    file: 'docs/media.md',
    group: 'Guides',
    summary: 'Images whose own addresses expire, and playback addresses of videos.',
  },
  {
    slug: 'outages',
    file: 'docs/outages.md',
    group: 'For operators',
    summary: 'What callers get while a part is unavailable, and what recovers by itself.',
  },
  {
    slug: 'operations',
    file: 'docs/operations.md',
    group: 'For operators',
    summary: 'What is kept how long, and how a batch is taken out again.',
  },
  {
    slug: 'security',
    file: 'SECURITY.md',
    group: 'For operators',
    summary: 'Who attacks and what stops them, the audit log, forgetting a person.',
  },
];
