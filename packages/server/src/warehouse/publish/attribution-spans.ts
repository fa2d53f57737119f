import type { StepContext } from './step.ts';

/** Rows a bucket of attribution holds in memory at most, roughly. */
const bucketRowsMax = 6_000_000;

/** Weeks that have fewer rows together are split together: what a statement costs before it reads a row adds up. */
const togetherRowsMax = 1_000_000;

/** `50_attribution.sql` keeps the days a product sells on as bits of a number of 64. */
const weeksMax = 9;

/** A week of days in which cells must be split again. */
export interface WeekToAttribute {
  /** Its Monday. */
  readonly week: number;
  /** Traffic rows of the week, roughly. */
  readonly rows: number;
}

/** Days that are split in one go, a bucket of products at a time. */
export interface AttributionSpan {
  readonly firstDay: number;
  /** The last one, which belongs to it. */
  readonly lastDay: number;
  readonly buckets: number;
}

/** Cuts weeks, in ascending order, into spans: a large week is one of its own, small ones share one. */
export function attributionSpans(weeks: readonly WeekToAttribute[]): readonly AttributionSpan[] {
  const spans: { firstDay: number; lastDay: number; rows: number }[] = [];
  for (const { week, rows } of weeks) {
    const last = spans.at(-1);
    if (last !== undefined && week < last.firstDay + weeksMax * 7 && last.rows + rows <= togetherRowsMax) {
      last.lastDay = week + 6;
      last.rows += rows;
    } else spans.push({ firstDay: week, lastDay: week + 6, rows });
  }
  return spans.map(({ rows, ...days }) => ({ ...days, buckets: Math.max(1, Math.ceil(rows / bucketRowsMax)) }));
}

/** The weeks in which a publish has cells to split, in ascending order. */
export async function weeksToAttribute({ engine, plan, parameters }: StepContext): Promise<readonly WeekToAttribute[]> {
  const days =
    plan.base === undefined
      ? 'SELECT day FROM {state:Identifier}.own_day'
      : 'SELECT day FROM {state:Identifier}.touched_cell';
  const traffic = 'SELECT toMonday(day) AS monday, count() AS rows FROM {state:Identifier}.source_day GROUP BY monday';
  const weeks = await engine.rows<{ week: number; rows: string }>(
    `SELECT toInt32(monday) AS week, sum(rows) AS rows, max(wanted) AS is_wanted FROM (
       SELECT monday, rows, ${plan.base === undefined ? 1 : 0} AS wanted FROM (${traffic})
       UNION ALL SELECT DISTINCT toMonday(day), 0, 1 FROM (${days})
     ) GROUP BY monday HAVING is_wanted = 1 ORDER BY monday`,
    parameters,
  );
  return weeks.map(({ week, rows }) => ({ week, rows: Number(rows) }));
}
