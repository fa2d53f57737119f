import { IngestError } from '../ingest-error.ts';
import type { DateOrder } from './readers/reader.ts';
import { regionOfZone } from './readers/zones.ts';
import type { SourceRow } from './source-table.ts';
import { asking, type Told } from './told.ts';

/** So many rows are looked through for a date that can be read in one way only. */
const rowsMax = 50_000;
const slashed = /^(\d\d?)[-/.](\d\d?)[-/.]\d{4}/;

/** Rows whose dates were looked through, and what they tell. */
export interface OrderedRows {
  /** Undefined: no date has both in numbers. */
  readonly order: DateOrder | undefined;
  /** All rows, those that were looked through among them. */
  readonly rows: AsyncIterable<readonly SourceRow[]>;
}

/**
 * Tells by the dates of a table which comes first in them, the day or the month: 31/03/2026 can be read in one way only.
 *
 * @param name of the file, for messages.
 * @param columns that hold dates.
 * @throws IngestError `source` when the dates can be read both ways and no region says which, or contradict each other.
 */
export async function withDateOrder(
  name: string,
  groups: AsyncIterable<readonly SourceRow[]>,
  columns: readonly string[],
  told: Told,
): Promise<OrderedRows> {
  const rest = groups[Symbol.asyncIterator]();
  const seen: (readonly SourceRow[])[] = [];
  const dates = new Dates();
  for (let count = 0; count < rowsMax && dates.order === undefined; ) {
    const { value, done = false } = await rest.next();
    if (done) break;
    seen.push(value);
    count += value.length;
    for (const { values } of value) for (const column of columns) dates.see(name, values[column]);
  }
  return { order: dates.order ?? dates.asked(name, told), rows: resumed(seen, rest) };
}

class Dates {
  order: DateOrder | undefined;
  /** A date that can be read both ways. */
  #ambiguous: string | undefined;

  see(name: string, value: unknown): void {
    const [date, first, second] = typeof value === 'string' ? (slashed.exec(value.trim()) ?? []) : [];
    if (date === undefined) return;
    const order = Number(first) > 12 ? 'day-first' : Number(second) > 12 ? 'month-first' : undefined;
    if (order === undefined) {
      if (first !== second) this.#ambiguous ??= date;
    } else if (this.order !== undefined && order !== this.order) {
      throw new IngestError(
        'source',
        `${name}: the day comes first in some dates and the month in others, as in ${date}`,
      );
    } else this.order = order;
  }

  /** In the United States the month comes first. */
  asked(name: string, { region: told, zone }: Told): DateOrder | undefined {
    if (this.#ambiguous === undefined) return undefined;
    const region = told ?? regionOfZone(zone);
    if (region !== undefined) return region === 'US' ? 'month-first' : 'day-first';
    throw asking('region', `${name}: in ${this.#ambiguous}, day or month may come first`);
  }
}

async function* resumed(
  seen: readonly (readonly SourceRow[])[],
  rest: AsyncIterator<readonly SourceRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  yield* seen;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
