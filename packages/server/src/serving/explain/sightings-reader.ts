import { type Day, startOf } from '../../warehouse/day.ts';
import type { Engine, SqlParameters } from '../../warehouse/engine/engine.ts';
import { readNamedStatements } from '../../warehouse/sql-files.ts';
import { placesOf } from '../../warehouse/withdrawn-rows.ts';
import type { Place, SeenOf } from './measure.ts';
import type { Counting, Point, Seen } from './series.ts';

/** Observations that are told. */
export const sightingsMax = 200;

/** Batches that were withdrawn whose records are looked for, the latest ones. */
const withdrawnMax = 20;

/** Where the observations of an entity are. */
export const landings: Readonly<Record<Place, { readonly table: string; readonly key: string }>> = {
  product: { table: 'landing_product', key: 'product_id' },
  creator: { table: 'landing_creator', key: 'user_id' },
  video: { table: 'landing_video', key: 'video_id' },
  live: { table: 'landing_live', key: 'live_id' },
  shop: { table: 'landing_shop', key: 'seller_id' },
};

/** Whose observations are read: the id and those of ours that became it. */
export interface SightingsQuestion {
  readonly ids: readonly string[];
  /** The first day that bears on the number. */
  readonly from: Day;
}

interface SeenRow {
  readonly at: string;
  readonly batch: number;
  readonly grade: number;
  readonly value: string;
  readonly beyond: string;
  readonly sightings: string;
}

/** Rows with how many there are of them. */
export interface Limited<Row> {
  readonly rows: readonly Row[];
  readonly more: number;
}

/** A record of a sale as it was read. */
export interface SaleRow extends Omit<Seen, 'value' | 'grade'> {
  readonly units: string;
  readonly gmv: string;
  readonly currency: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly basis: string;
  readonly video: string;
  readonly live: string;
  readonly isLast: boolean;
}

/** Running sales that a video or live stated of a product, as they were read. */
export interface OwnSaleRow extends Omit<Seen, 'value'> {
  readonly product: string;
  readonly units: string;
  readonly gmv: string;
}

/** Reads observations with the batches they came in, also those of withdrawn ones. */
export class SightingsReader {
  readonly #engine: Engine;
  readonly #statements = readNamedStatements(new URL('sightings.sql', import.meta.url));

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Observations of a field, newest first. @throws EngineError */
  async sightings({ place, column }: SeenOf, { ids, from }: SightingsQuestion): Promise<Limited<Seen>> {
    const { table, key } = landings[place];
    const read = await this.#everywhere<SeenRow>('sightings', table, {
      ...bounds(ids, from),
      table,
      key,
      column,
    });
    return limited(read, ({ value, grade, ...row }) => ({ ...seenOf(row), value, grade }));
  }

  /**
   * The points of a running total that count, and the days that it was seen exactly on.
   *
   * @param madeDay when a video or live was made; a total seen soon after began at 0.
   * @throws EngineError
   */
  async points(
    { place, column, isAmount = false }: SeenOf,
    ids: readonly string[],
    { asOfDay, watermark, elsewhere }: Counting,
    madeDay: Day | undefined,
  ): Promise<{ readonly points: readonly Point[]; readonly days: readonly Point[] }> {
    const [read] = await this.#engine.rows<{ points: readonly RawPoint[]; days: readonly RawPoint[] }>(
      this.#sql('points'),
      {
        ...landings[place],
        column,
        ids: ids.map(BigInt),
        is_amount: isAmount ? 1 : 0,
        made_day: madeDay ?? -1,
        watermark,
        until: startOf(asOfDay + 1),
        elsewhere: [...elsewhere],
      },
    );
    return { points: (read?.points ?? []).map(pointOf), days: (read?.days ?? []).map(pointOf) };
  }

  /** The first observation of an entity. @throws EngineError */
  async first({ place }: SeenOf, ids: readonly string[], watermark: number): Promise<readonly Seen[]> {
    const parameters = { ...landings[place], ids: ids.map(BigInt), watermark };
    const rows = await this.#engine.rows<SeenRow>(this.#sql('first'), parameters);
    return rows.map(({ value, grade, ...row }) => ({ ...seenOf({ ...row, isWithdrawn: false }), value, grade }));
  }

  /** Moments at which a product was seen in another currency than its own. @throws EngineError */
  async inOtherCurrency(ids: readonly string[], currency: string): Promise<ReadonlySet<number>> {
    const rows = await this.#engine.rows<{ at: string }>(this.#sql('other-currency'), {
      ids: ids.map(BigInt),
      currency,
    });
    return new Set(rows.map(({ at }) => Number(at)));
  }

  /** Running sales that a video or live states of its products, newest first. @throws EngineError */
  async ownSales(place: Place, { ids, from }: SightingsQuestion): Promise<Limited<OwnSaleRow>> {
    const { table, key } = landings[place];
    const read = await this.#everywhere<SeenRow & { product_id: string; units: string; gmv: string }>(
      'own-sales',
      table,
      { ...bounds(ids, from), table, key },
    );
    return limited(read, ({ product_id: product, units, gmv, grade, ...row }) => ({
      ...seenOf(row),
      grade,
      product,
      units,
      gmv,
    }));
  }

  /** Records that state sales, newest first. @throws EngineError */
  async sales(key: string, { ids, from }: SightingsQuestion, state: string): Promise<Limited<SaleRow>> {
    const products = key === 'product_id' ? ids.map(BigInt) : [0n];
    const read = await this.#everywhere<RawSale>('sales', 'landing_sale', {
      ...bounds(ids, from),
      key,
      state,
      products,
    });
    return limited(read, saleOf);
  }

  async #everywhere<Row extends { readonly at: string; readonly sightings: string }>(
    statement: string,
    table: string,
    parameters: SqlParameters,
  ): Promise<readonly (Row & { readonly isWithdrawn: boolean })[]> {
    const all: (Row & { readonly isWithdrawn: boolean })[] = [];
    for (const database of await this.#databases(table)) {
      const rows = await this.#engine.rows<Row>(this.#sql(statement), { ...parameters, database });
      all.push(...rows.map((row) => ({ ...row, isWithdrawn: database !== 'default' })));
    }
    return all.toSorted((a, b) => Number(b.at) - Number(a.at));
  }

  async #databases(table: string): Promise<readonly string[]> {
    const [, ...withdrawn] = await placesOf(this.#engine, table);
    return ['default', ...withdrawn.slice(-withdrawnMax).map((place) => place.slice(0, -table.length - 1))];
  }

  #sql(name: string): string {
    return this.#statements.get(name) ?? '';
  }
}

function bounds(ids: readonly string[], from: Day): SqlParameters {
  return { ids: ids.map(BigInt), from: startOf(Math.max(0, from)), limit: sightingsMax };
}

type RawPoint = readonly [day: number, total: string];

function pointOf([day, total]: RawPoint): Point {
  return [day, BigInt(total)];
}

interface RawSeen {
  readonly at: string;
  readonly batch: number;
  readonly beyond: string;
  readonly isWithdrawn: boolean;
}

function seenOf({ at, batch, beyond, isWithdrawn }: RawSeen) {
  return { at: Number(at), batch: Number(batch), beyond, isWithdrawn };
}

interface RawSale extends RawSeen {
  readonly units: string;
  readonly gmv: string;
  readonly currency: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly basis: string;
  readonly video: string;
  readonly live: string;
  readonly is_last: number;
  readonly sightings: string;
}

function saleOf({ units, gmv, currency, first_day, last_day, basis, video, live, is_last, ...row }: RawSale): SaleRow {
  const said = { units, gmv, currency, firstDay: first_day, lastDay: last_day, basis, video, live };
  return { ...seenOf(row), ...said, isLast: Boolean(is_last) };
}

/** The newest of rows that each statement limited, which say how many it found. */
function limited<Row extends { readonly sightings: string; readonly isWithdrawn: boolean }, Read>(
  rows: readonly Row[],
  readAs: (row: Row) => Read,
): Limited<Read> {
  const found = rows.filter(({ isWithdrawn }) => !isWithdrawn);
  const all = Number(found[0]?.sightings ?? 0) + rows.length - found.length;
  const shown = rows.slice(0, sightingsMax);
  return { rows: shown.map(readAs), more: all - shown.length };
}
