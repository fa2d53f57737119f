import { publishedLists } from './lists/published-lists.ts';
import { PublishRefused, withForce } from './refusal.ts';
import { reportName } from './report-names.ts';

/** Rows by list. */
export type RowCounts = Readonly<Record<string, number>>;

/**
 * Holds back a version that has lost much of what is served: more likely than that a market lost half of it is that a day,
 * a file or a batch is wrong.
 *
 * @throws PublishRefused when a list would have less than half its rows.
 */
export function refuseLosses(served: { readonly version: number; readonly rows: RowCounts }, next: RowCounts): void {
  const lost = publishedLists.map(reportName).filter((id) => 2 * (next[id] ?? 0) < (served.rows[id] ?? 0));
  if (lost.length === 0) return;
  const losses = lost.map((id) => `${id} would have ${next[id] ?? 0} rows instead of ${served.rows[id]}`);
  const version = `version ${served.version}, which is still served`;
  throw new PublishRefused(
    `a list would lose more than half its rows compared with ${version}: ${losses.join('; ')}. ${withForce}`,
  );
}
