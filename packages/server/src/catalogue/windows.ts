import { amount, count, type DocumentedField, type FieldMaker } from './field.ts';

/** Lengths of the windows, in days up to and including the as-of day. */
const windowDays = [1, 7, 15, 30, 60, 90] as const;

/** A figure that is served for every window: `of(7)` is the name of its field for the last 7 days. */
export interface WindowedFigure {
  readonly of: (days: number) => string;
  readonly make: FieldMaker;
  /** A plausible day's worth, for examples. */
  readonly examplePerDay: number;
  /** What is counted; "in the last N days" is added to it. */
  readonly description: string;
  /** Section of docs/estimates.md. */
  readonly section: number;
}

/** The figures of a product that have windows. */
export const productFigures: readonly WindowedFigure[] = [
  cnt('total_sale', 120, 'Units sold'),
  amt('total_sale_gmv', 1798.8, 'GMV'),
  cnt('total_video_sale', 70, 'Units sold through videos (estimated)', 6),
  amt('total_video_sale_gmv', 1049.3, 'GMV of sales through videos (estimated)', 6),
  cnt('total_live_sale', 18, 'Units sold through lives (estimated)', 6),
  amt('total_live_sale_gmv', 269.82, 'GMV of sales through lives (estimated)', 6),
  cnt('total_views', 4100, 'Views gained by the videos that promote the product'),
  cnt('total_video', 2, 'New videos that promote the product', 5),
  cnt('total_live', 1, 'New lives that promote the product', 5),
  cnt('total_ifl_video', 2, 'Creators who posted their first video of the product', 5),
  cnt('total_ifl_live', 1, 'Creators who hosted their first live with the product', 5),
];

/** The fields of a figure, one a window. */
export function windowed({ of, make, description, section }: WindowedFigure): readonly DocumentedField[] {
  return windowDays.map((days) => make(of(days), `${description} in the last ${spelled(days)}`, section));
}

/** Example values of the same fields: a product that does as well every day. */
export function windowedExample({ of, examplePerDay }: WindowedFigure): readonly (readonly [string, number])[] {
  return windowDays.map((days) => [of(days), Math.round(examplePerDay * days * 100) / 100]);
}

function cnt(stem: string, examplePerDay: number, description: string, section = 4): WindowedFigure {
  return { of: (days) => `${stem}_${days}d_cnt`, make: count, examplePerDay, description, section };
}

function amt(stem: string, examplePerDay: number, description: string, section = 4): WindowedFigure {
  return { of: (days) => `${stem}_${days}d_amt`, make: amount, examplePerDay, description, section };
}

function spelled(days: number): string {
  return days === 1 ? 'day' : `${days} days`;
}
