import type { Engine, SqlParameters } from '../../warehouse/engine/engine.ts';
import { readNamedStatements } from '../../warehouse/sql-files.ts';
import { type Digits, decimalText } from './decimals.ts';
import type { Breakdown, Part } from './explanation.ts';
import type { BreakdownOf } from './measure.ts';

/** Parts of one breakdown that are told; the others are added up. */
export const partsMax = 200;

/** The number whose parts are read. */
export interface PartsQuestion {
  readonly id: string;
  readonly field: string;
  readonly version: number;
  readonly state: string;
  readonly currency: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Parts as they were read: their sum is that of all, shown or not. */
export interface ReadParts {
  readonly parts: readonly Part[];
  readonly more: Breakdown['more'];
  /** In units of the last digit of the breakdown. */
  readonly sum: bigint;
  /** How much of it is known by records of sales or the sources' own totals. */
  readonly stated: bigint;
}

interface PartRow {
  readonly part: string;
  readonly amount: string;
  readonly stated: string;
  readonly whole: string;
  readonly known: string;
  readonly parts: string;
}

/** Reads the parts of numbers from the state and the lists of a version. */
export class PartsReader {
  readonly #engine: Pick<Engine, 'rows'>;
  readonly #tables: ReadonlyMap<string, string>;
  readonly #statements = readNamedStatements(new URL('parts.sql', import.meta.url));

  /** @param tables of lists, by their ids. */
  constructor(engine: Pick<Engine, 'rows'>, tables: ReadonlyMap<string, string>) {
    this.#engine = engine;
    this.#tables = tables;
  }

  /** @throws EngineError */
  async read(breakdown: BreakdownOf, question: PartsQuestion): Promise<ReadParts> {
    const rows = await this.#engine.rows<PartRow>(this.#sqlOf(breakdown), this.#parametersOf(breakdown, question));
    const [first] = rows;
    const sum = BigInt(first?.whole ?? 0);
    const parts = rows.map((row) => partOf(row, breakdown.digits));
    const shown = rows.reduce((total, { amount }) => total + BigInt(amount), 0n);
    const more = { parts: Number(first?.parts ?? 0) - rows.length, value: decimalText(sum - shown, breakdown.digits) };
    return { parts, more, sum, stated: BigInt(first?.known ?? 0) };
  }

  /** Of days the newest come first, of all else the largest. */
  #sqlOf({ by, statement }: BreakdownOf): string {
    const order = by === 'day' ? 'part DESC' : 'abs(each.amount) DESC, part';
    return `SELECT part, toString(each.amount) AS amount, toString(each.stated) AS stated,
        toString(sum(each.amount) OVER ()) AS whole, toString(sum(each.stated) OVER ()) AS known, count() OVER () AS parts
      FROM (${this.#statements.get(statement)}) AS each
      ORDER BY ${order} LIMIT ${partsMax}`;
  }

  #parametersOf({ list, parameters }: BreakdownOf, question: PartsQuestion): SqlParameters {
    const { id, field, version, state, currency, firstDay, lastDay } = question;
    const asked = { id: BigInt(id), version, state, currency, first_day: firstDay, last_day: lastDay, column: field };
    return { ...asked, ...(list !== undefined && { list: this.#tables.get(list) ?? list }), ...parameters };
  }
}

function partOf({ part, amount, stated }: PartRow, digits: Digits): Part {
  const value = decimalText(BigInt(amount), digits);
  return stated === '0' ? { part, value } : { part, value, stated: decimalText(BigInt(stated), digits) };
}
