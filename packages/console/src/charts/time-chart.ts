import { extent, max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, line } from 'd3-shape';

/** A measure of days; null where a day is not known. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What a chart is drawn from: the same days for all series. */
export interface TimeData {
  /** yyyy-MM-dd, ascending. */
  readonly days: readonly string[];
  readonly series: readonly Series[];
}

export interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Marks of a chart: what is drawn, without how it looks. */
export interface TimeMarks {
  readonly lines: readonly {
    readonly name: string;
    readonly path: string;
    readonly fill: string;
    readonly dots: readonly Dot[];
  }[];
  readonly valueTicks: readonly { readonly value: number; readonly yPx: number }[];
  readonly dayTicks: readonly { readonly day: string; readonly xPx: number }[];
  /** Where each day is. */
  readonly xPxs: readonly number[];
}

export interface Dot {
  readonly xPx: number;
  readonly yPx: number;
}

const dayTicksMax = 7;

/** Draws days as lines from zero. A day without a value interrupts its line; a value alone between two such is a dot. */
export function timeMarks({ days, series }: TimeData, frame: Frame): TimeMarks {
  const { widthPx, heightPx, leftPx, rightPx, topPx, bottomPx } = frame;
  const moments = days.map((day) => new Date(`${day}T00:00:00Z`));
  const [first = new Date(0), last = first] = extent(moments);
  const x = scaleUtc([first, last], [leftPx, widthPx - rightPx]);
  const lowest = Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const highest =
    max(
      series.flatMap(({ values }) => values),
      (value) => value ?? 0,
    ) ?? 0;
  const y = scaleLinear([lowest, highest === lowest ? lowest + 1 : highest], [heightPx - bottomPx, topPx]).nice(4);
  const xOf = (i: number) => rounded(x(moments[i] ?? first));
  const drawn = line<number | null>(
    (_, i) => xOf(i),
    (value) => rounded(y(value ?? 0)),
  ).defined((value) => value !== null);
  const filled = area<number | null>(
    (_, i) => xOf(i),
    rounded(y(0)),
    (value) => rounded(y(value ?? 0)),
  ).defined((value) => value !== null);
  return {
    lines: series.map(({ name, values }) => ({
      name,
      path: drawn(values) ?? '',
      fill: filled(values) ?? '',
      dots: values.flatMap((value, i) =>
        value !== null && isAlone(values, i) ? [{ xPx: xOf(i), yPx: rounded(y(value)) }] : [],
      ),
    })),
    valueTicks: y.ticks(4).map((value) => ({ value, yPx: rounded(y(value)) })),
    dayTicks: everyFew(days.length).map((i) => ({ day: days[i] ?? '', xPx: xOf(i) })),
    xPxs: days.map((_, i) => xOf(i)),
  };
}

/** The day that is nearest to a place. */
export function nearestDay({ xPxs }: TimeMarks, xPx: number): number {
  let nearest = 0;
  xPxs.forEach((each, i) => {
    if (Math.abs(each - xPx) < Math.abs((xPxs[nearest] ?? 0) - xPx)) nearest = i;
  });
  return nearest;
}

function isAlone(values: readonly (number | null)[], i: number): boolean {
  return (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null;
}

function everyFew(count: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / dayTicksMax));
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => count - 1 - i * step).reverse();
}

function rounded(px: number): number {
  return Math.round(px * 10) / 10;
}
