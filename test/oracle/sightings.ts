import type {
  CreatorObservation,
  FxObservation,
  LiveObservation,
  ProductObservation,
  SaleObservation,
  VideoObservation,
} from './observation.ts';
import type { Row } from './row.ts';

/** Short ways to write the observations of an example; each is made at noon of its day. */
export function product(day: string, fields: Partial<ProductObservation> = {}): ProductObservation {
  return {
    kind: 'product',
    observed_at: `${day}T12:00:00Z`,
    product_id: '100',
    region: 'US',
    currency: 'USD',
    ...fields,
  };
}

export function video(day: string, fields: Partial<VideoObservation> = {}): VideoObservation {
  return {
    kind: 'video',
    observed_at: `${day}T12:00:00Z`,
    video_id: '1',
    user_id: '7',
    ...promoting100(fields),
    ...fields,
  };
}

export function live(day: string, fields: Partial<LiveObservation> = {}): LiveObservation {
  return {
    kind: 'live',
    observed_at: `${day}T12:00:00Z`,
    live_id: '1',
    user_id: '7',
    ...promoting100(fields),
    ...fields,
  };
}

export function creator(day: string, fields: Partial<CreatorObservation> = {}): CreatorObservation {
  return { kind: 'creator', observed_at: `${day}T12:00:00Z`, user_id: '7', ...fields };
}

/** Told on its day, or on the last one of its range. */
export function sale(day: string, units: number, fields: Partial<SaleObservation> = {}): SaleObservation {
  return {
    kind: 'sale',
    observed_at: `${day}T23:00:00Z`,
    product_id: '100',
    units,
    basis: 'measured',
    ...('day_from' in fields ? { day_to: day } : { day }),
    ...fields,
  };
}

export function fx(date: string, currency: string, per_usd: number, observed_at?: string): FxObservation {
  return { kind: 'fx', date, currency, per_usd, observed_at };
}

export function epochSeconds(moment: string): number {
  return Date.parse(moment) / 1000;
}

function promoting100(fields: object): { products?: [{ product_id: string }] } {
  return 'products' in fields ? {} : { products: [{ product_id: '100' }] };
}

/** The only row of a table. */
export function only(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}
