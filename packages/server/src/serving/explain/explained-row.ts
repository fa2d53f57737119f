import { ApiError, errors } from '../../kernel/errors.ts';
import { type Day, dateOf } from '../../warehouse/day.ts';
import type { Engine } from '../../warehouse/engine/engine.ts';
import { stringKinds } from '../list-source.ts';
import type { PublishedVersion } from '../published-versions.ts';
import type { ExplainedField, ExplainedKind } from './measure.ts';

/** A row of a list as the engine has it. */
export type RawRow = Readonly<Record<string, unknown>>;

/** A row, and the ids that it is of. */
export interface ExplainedRow {
  readonly id: string;
  /** The id, and those of ours that became it. */
  readonly ids: readonly string[];
  readonly row: RawRow;
}

/** Finds the row of an entity in a version. @throws ApiError resource-unknown; EngineError */
export async function explainedRow(
  engine: Pick<Engine, 'rows'>,
  { kind, table, idField }: ExplainedKind,
  { id, region }: { readonly id: string; readonly region?: string | undefined },
  { version }: PublishedVersion,
): Promise<ExplainedRow> {
  const names = await identitiesOf(engine, idField, id, version);
  const [row] = await engine.rows<RawRow>(
    `SELECT * FROM {table:Identifier}
     WHERE version = {version:UInt32} AND {id_field:Identifier} = {id:UInt64} AND ({region:String} = '' OR region = {region:String})
     LIMIT 1`,
    { table, version, id_field: idField, id: BigInt(names.id), region: region ?? '' },
  );
  if (row === undefined) throw new ApiError(errors.resourceUnknown, { kind, id: region ? `${id} in ${region}` : id });
  return { ...names, row };
}

/** What an id of ours became, and all ids that became the same. */
export async function identitiesOf(engine: Pick<Engine, 'rows'>, field: string, given: string, version: number) {
  const rows = await engine.rows<{ own: string; became: string }>(
    `SELECT toString(own_id) AS own, toString(id) AS became FROM serving_identity
     WHERE version = {version:UInt32} AND field = {field:String} AND (own_id = {id:UInt64} OR id = {id:UInt64})`,
    { version, field, id: BigInt(given) },
  );
  const id = rows.find(({ own }) => own === given)?.became ?? given;
  return { id, ids: [id, ...rows.flatMap(({ own, became }) => (became === id ? [own] : []))] };
}

/** A value as lists serve it. */
export function servedValue({ kind }: Pick<ExplainedField, 'kind'>, row: RawRow, name: string): string | number {
  return stringKinds.has(kind) ? String(row[name] ?? '') : Number(row[name] ?? 0);
}

/** The day that a video or live was made on, as far as its row says. */
export function madeDayOf({ kind }: ExplainedKind, row: RawRow): Day | undefined {
  const seconds = Number(row['create_time'] ?? 0);
  return (kind === 'video' || kind === 'live') && seconds > 0 ? Math.floor(seconds / 86_400) : undefined;
}

/** The days that a field is about: those of its window, else all. */
export function spanOfField({ name, window }: ExplainedField, asOfDay: Day) {
  const days = window?.days ?? Number(/_(\d+)d_/.exec(name)?.[1] ?? 0);
  if (days === 0) return { firstDay: 0, lastDay: asOfDay, window: null };
  const firstDay = asOfDay - days + 1;
  return { firstDay, lastDay: asOfDay, window: { days, first: dateOf(firstDay), last: dateOf(asOfDay) } };
}
