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
  /** Days on which products sold, roughly. */
  readonly sold: number;
  /** Days of sources by what is known of them, roughly. */
  readonly known: number;
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
  for (const { week, rows, sold, known } of weeks) {
    const cells = sold + known;
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

/** The weeks from which a publish learns, in ascending order, and in how many parts: those in which something was sold. */
export async function weeksToLearn(context: StepContext): Promise<readonly AttributionSpan[]> {
  const weeks = await weeksToAttribute(context);
  return weeks.filter(({ sold }) => sold > 0).flatMap((week) => attributionSpans([week]));
}

/** The weeks in which a publish has cells to split, in ascending order. */
export async function weeksToAttribute({ engine, plan, parameters }: StepContext): Promise<readonly WeekToAttribute[]> {
  // Also weeks in which nothing is seen of any source: the storefront is learned from them.
  const isFirst = plan.base === undefined ? 1 : 0;
  const days =
    plan.base === undefined
      ? 'SELECT day FROM {state:Identifier}.stated_day'
      : 'SELECT day FROM {state:Identifier}.touched_cell';
  const counted = (table: string) =>
    `(SELECT toMonday(day) AS monday, count() AS counted FROM {state:Identifier}.${table} GROUP BY monday)`;
  const weeks = await engine.rows<{ week: number; rows: string; sold: string; known: string }>(
    `SELECT toInt32(monday) AS week, sum(rows) AS rows, sum(sold) AS sold, sum(known) AS known, max(wanted) AS is_wanted FROM (
       SELECT monday, counted AS rows, 0 AS sold, 0 AS known, ${isFirst} AS wanted FROM ${counted('source_day')}
       UNION ALL SELECT monday, 0, counted, 0, ${isFirst} FROM ${counted('product_day')}
       UNION ALL SELECT monday, 0, 0, counted, 0 FROM ${counted('stated_day')}
       UNION ALL SELECT DISTINCT toMonday(day), 0, 0, 0, 1 FROM (${days})
     ) GROUP BY monday HAVING is_wanted = 1 ORDER BY monday`,
    parameters,
  );
  return weeks.map(({ week, rows, sold, known }) => ({
    week,
    rows: Number(rows),
    sold: Number(sold),
    known: Number(known),
  }));
}
