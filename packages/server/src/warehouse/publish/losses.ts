import { PublishRefused, withForce } from './refusal.ts';
import { servingTables } from './serving-tables.ts';

/** Rows by serving table. */
export type RowCounts = Readonly<Record<string, number>>;

/** Images follow from the rows of lists. */
const lists = servingTables.filter((table) => table !== 'serving_image');

/**
 * Holds back a version that has lost much of what is served: more likely than that a market lost half of it is that a day,
 * a file or a batch is wrong.
 *
 * @throws PublishRefused when a list would have less than half its rows.
 */
export function refuseLosses(served: { readonly version: number; readonly rows: RowCounts }, next: RowCounts): void {
  const lost = lists.filter((table) => 2 * (next[table] ?? 0) < (served.rows[table] ?? 0));
  if (lost.length === 0) return;
  const losses = lost.map((table) => {
    const name = table.replace(/^serving_/, '').replaceAll('_', ' ');
    return `${name} would have ${next[table] ?? 0} rows instead of ${served.rows[table]}`;
  });
  const version = `version ${served.version}, which is still served`;
  throw new PublishRefused(
    `a list would lose more than half its rows compared with ${version}: ${losses.join('; ')}. ${withForce}`,
  );
}
