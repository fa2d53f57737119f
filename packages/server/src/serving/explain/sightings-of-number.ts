import type { Engine } from '../../warehouse/engine/engine.ts';
import type { PublishedVersion } from '../published-versions.ts';
import { type Digits, decimalText } from './decimals.ts';
import { type ExplainedRow, identitiesOf, madeDayOf } from './explained-row.ts';
import type { Explanation, OwnSaleRecord, SaleRecord, Sighting, SightingsOf } from './explanation.ts';
import type { ExplainedField, ExplainedKind, Measure, SeenOf } from './measure.ts';
import type { PartsQuestion } from './parts-reader.ts';
import {
  type Counting,
  changesOf,
  dipsOf,
  lateOnes,
  type Seen,
  setAsideFor,
  type Verdict,
  verdictsOfLast,
  verdictsOfTotal,
} from './series.ts';
import { landings, type OwnSaleRow, type SaleRow, SightingsReader } from './sightings-reader.ts';

/** Knows what batches were called. */
export interface BatchNames {
  find(batch: number): Promise<{ readonly source: string } | undefined>;
}

interface NumberOfRow {
  readonly kind: ExplainedKind;
  readonly field: ExplainedField;
  readonly measure: Measure;
  readonly found: ExplainedRow;
  readonly asked: PartsQuestion;
  readonly published: PublishedVersion & { readonly watermark: number };
}

const changesMax = 200;
const grades = ['exact', 'rounded', 'derived'] as const;

/** Reads the observations that bear on a number, and says what came of each. */
export class SightingsOfNumber {
  readonly #engine: Engine;
  readonly #batches: BatchNames;
  readonly #reader: SightingsReader;

  constructor({ engine, batches }: { readonly engine: Engine; readonly batches: BatchNames }) {
    this.#engine = engine;
    this.#batches = batches;
    this.#reader = new SightingsReader(engine);
  }

  /** @throws EngineError */
  async of(number: NumberOfRow): Promise<Pick<Explanation, 'sightings' | 'sales' | 'ownSales'>> {
    const sightings: SightingsOf[] = [];
    for (const seen of number.measure.seen ?? []) {
      const told = await this.#seen(seen, number);
      if (told !== undefined) sightings.push(told);
    }
    return { sightings, sales: await this.#sales(number), ownSales: await this.#ownSales(number) };
  }

  async #seen(seen: SeenOf, number: NumberOfRow): Promise<SightingsOf | undefined> {
    const ids = await this.#idsOf(seen, number);
    if (ids === undefined) return undefined;
    if (seen.as === 'first') return this.#first(seen, ids, number);
    const counting = await this.#counting(seen, ids, number);
    const series = await this.#series(seen, ids, counting, number);
    const { rows, more } = await this.#reader.sightings(seen, { ids, from: series.from });
    const digits = digitsOf(seen);
    const verdicts =
      seen.as === 'total' ? verdictsOfTotal(rows, counting, series.points, digits) : verdictsOfLast(rows, counting);
    return {
      of: `${seen.place}.${seen.isCents ? 'price' : seen.column}`,
      id: ids[0] ?? '',
      sightings: await this.#told(rows, verdicts, seen),
      more,
      gaps: series.gaps,
      corrections: series.corrections,
      dips: series.dips,
    };
  }

  async #first(seen: SeenOf, ids: readonly string[], { published }: NumberOfRow): Promise<SightingsOf> {
    const rows = await this.#reader.first(seen, ids, published.watermark);
    const verdicts = rows.map(() => ({ counts: true, why: 'the first one' }));
    const sightings = await this.#told(rows, verdicts, seen);
    return { of: seen.place, id: ids[0] ?? '', sightings, more: 0, gaps: [], corrections: [], dips: [] };
  }

  /** Of what is of another entity, such as the creator of a video, none where that is unknown. */
  async #idsOf({ idField, place }: SeenOf, { found, published }: NumberOfRow): Promise<readonly string[] | undefined> {
    if (idField === undefined) return found.ids;
    const id = String(found.row[idField] ?? '0');
    if (id === '0') return undefined;
    return (await identitiesOf(this.#engine, landings[place].key, id, published.version)).ids;
  }

  async #counting(seen: SeenOf, ids: readonly string[], { published }: NumberOfRow): Promise<Counting> {
    const isOfProduct = seen.place === 'product' && (seen.isAmount || seen.isCents || pricesOf.has(seen.column));
    const elsewhere = isOfProduct ? await this.#elsewhere(ids, published) : new Set<number>();
    return { asOfDay: published.asOfDay, watermark: published.watermark, elsewhere };
  }

  async #elsewhere(ids: readonly string[], { version, state }: PublishedVersion): Promise<ReadonlySet<number>> {
    const [own] = await this.#engine.rows<{ currency: string }>(
      `SELECT currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32} AND product_id IN {ids:Array(UInt64)}`,
      { state, version, ids: ids.map(BigInt) },
    );
    return own === undefined ? new Set() : this.#reader.inOtherCurrency(ids, own.currency);
  }

  /** The points that count, what became of the days between, and the first day that bears on the number. */
  async #series(seen: SeenOf, ids: readonly string[], counting: Counting, { kind, found, asked }: NumberOfRow) {
    if (seen.as === 'last') return { points: [], from: 0, gaps: [], corrections: [], dips: [] };
    const made = seen.idField === undefined ? madeDayOf(kind, found.row) : undefined;
    const { points, days } = await this.#reader.points(seen, ids, counting, made);
    const before = points.filter(([day]) => day < asked.firstDay).at(-1);
    const from = before?.[0] ?? 0;
    const { gaps, corrections } = changesOf(points, asked.firstDay, digitsOf(seen), seen.isWonAndLost ?? false);
    return {
      points,
      from,
      gaps: gaps.slice(0, changesMax),
      corrections: corrections.slice(0, changesMax),
      dips: dipsOf(days, points, from).slice(0, changesMax),
    };
  }

  async #told(rows: readonly Seen[], verdicts: readonly Verdict[], { isCents }: SeenOf): Promise<readonly Sighting[]> {
    const late = lateOnes(rows);
    const sources = await this.#sourcesOf(rows);
    return rows.map(({ at, value, grade, batch }, index) => ({
      at: new Date(at).toISOString(),
      value: isCents ? decimalText(BigInt(value), 2) : value,
      grade: grades[grade as 0 | 1 | 2] ?? 'exact',
      batch,
      source: sources.get(batch) ?? '',
      counts: verdicts[index]?.counts ?? false,
      why: verdicts[index]?.why ?? '',
      late: late[index] ?? false,
    }));
  }

  async #sales({ measure, found, asked, published }: NumberOfRow): Promise<Explanation['sales']> {
    if (measure.sales === undefined) return null;
    const { rows, more } = await this.#reader.sales(measure.sales.key, { ids: found.ids, from: 0 }, asked.state);
    const sources = await this.#sourcesOf(rows);
    const counting = { ...published, elsewhere: new Set<number>() };
    return { records: rows.map((row) => saleTold(row, counting, sources.get(row.batch) ?? '')), more };
  }

  async #ownSales({ kind, measure, found, published }: NumberOfRow): Promise<Explanation['ownSales']> {
    if (!measure.hasOwnSales) return null;
    const { rows, more } = await this.#reader.ownSales(kind.kind, { ids: found.ids, from: 0 });
    const sources = await this.#sourcesOf(rows);
    const counting = { ...published, elsewhere: new Set<number>() };
    return { records: rows.map((row) => ownSaleTold(row, counting, sources.get(row.batch) ?? '')), more };
  }

  async #sourcesOf(rows: readonly { readonly batch: number }[]): Promise<ReadonlyMap<number, string>> {
    const batches = [...new Set(rows.map(({ batch }) => batch))];
    const found = await Promise.all(batches.map((batch) => this.#batches.find(batch)));
    return new Map(batches.map((batch, index) => [batch, found[index]?.source ?? '']));
  }
}

/** Prices that count in the product's currency alone. */
const pricesOf: ReadonlySet<string> = new Set(['min_price', 'max_price']);

function digitsOf({ isAmount = false }: SeenOf): Digits {
  return isAmount ? 2 : 0;
}

/** A sale counts from the as-of day that is its last one. */
function saleTold(row: SaleRow, counting: Counting, source: string): SaleRecord {
  const aside = setAsideFor({ ...row, value: '', grade: 0 }, counting);
  const { counts, why } = aside ?? verdictOfSale(row, counting);
  return {
    at: new Date(row.at).toISOString(),
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    basis: row.basis,
    units: row.units,
    gmv: row.gmv || null,
    currency: row.currency || null,
    video: row.video || null,
    live: row.live || null,
    batch: row.batch,
    source,
    counts,
    why,
  };
}

function verdictOfSale({ isLast, lastDay }: SaleRow, { asOfDay }: Counting): Verdict {
  if (!isLast) return { counts: false, why: 'a later statement of the same sale counts' };
  if (Date.parse(lastDay) / 86_400_000 > asOfDay) return { counts: false, why: 'its last day is after the as-of day' };
  return { counts: true, why: 'the last statement of the sale' };
}

function ownSaleTold(row: OwnSaleRow, counting: Counting, source: string): OwnSaleRecord {
  const aside = setAsideFor({ ...row, value: '' }, counting);
  return {
    at: new Date(row.at).toISOString(),
    product: row.product,
    units: row.units || null,
    gmv: row.gmv || null,
    batch: row.batch,
    source,
    counts: aside === undefined,
    why: aside?.why ?? 'a point of its running total of the product',
  };
}
