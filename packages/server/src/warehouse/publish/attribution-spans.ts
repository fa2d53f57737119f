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
  /** What else the week has: days on which products sold, or sources by what is known of them. */
  readonly cells: number;
}

/** Days that are split in one go, a bucket of products at a time. */
export interface AttributionSpan {
  readonly firstDay: number;
  /** The last one, which belongs to it. */
  readonly lastDay: number;
  readonly buckets: number;
}

/** Cuts weeks, in ascending order, into spans: a large week is one of its own, small ones that follow each other share one. */
export function attributionSpans(weeks: readonly WeekToAttribute[]): readonly AttributionSpan[] {
  const spans: { firstDay: number; lastDay: number; rows: number; cells: number }[] = [];
  for (const { week, rows, cells } of weeks) {
    const last = spans.at(-1);
    const isNext = last !== undefined && week === last.lastDay + 1 && week < last.firstDay + weeksMax * 7;
    if (isNext && last.rows + last.cells + rows + cells <= togetherRowsMax) {
      last.lastDay = week + 6;
      last.rows += rows;
      last.cells += cells;
    } else spans.push({ firstDay: week, lastDay: week + 6, rows, cells });
  }
  return spans.map(({ firstDay, lastDay, rows }) => ({
    firstDay,
    lastDay,
    buckets: Math.max(1, Math.ceil(rows / bucketRowsMax)),
  }));
}

/** The weeks in which a publish has cells to split, in ascending order. */
export async function weeksToAttribute({ engine, plan, parameters }: StepContext): Promise<readonly WeekToAttribute[]> {
  const days =
    plan.base === undefined
      ? 'SELECT day FROM {state:Identifier}.stated_day'
      : 'SELECT day FROM {state:Identifier}.touched_cell';
  const counted = (table: string) =>
    `(SELECT toMonday(day) AS monday, count() AS counted FROM {state:Identifier}.${table} GROUP BY monday)`;
  const weeks = await engine.rows<{ week: number; rows: string; cells: string }>(
    `SELECT toInt32(monday) AS week, sum(rows) AS rows, sum(cells) AS cells, max(wanted) AS is_wanted FROM (
       SELECT monday, counted AS rows, 0 AS cells, ${plan.base === undefined ? 1 : 0} AS wanted FROM ${counted('source_day')}
       UNION ALL SELECT monday, 0, counted, 0 FROM ${counted('product_day')}
       UNION ALL SELECT monday, 0, counted, 0 FROM ${counted('stated_day')}
       UNION ALL SELECT DISTINCT toMonday(day), 0, 0, 1 FROM (${days})
     ) GROUP BY monday HAVING is_wanted = 1 ORDER BY monday`,
    parameters,
  );
  return weeks.map(({ week, rows, cells }) => ({ week, rows: Number(rows), cells: Number(cells) }));
}
