import type { StampedType } from '../../packages/server/src/ingest/fields/field-type.ts';
import { creator } from '../../packages/server/src/ingest/kinds/creator.ts';
import { kinds } from '../../packages/server/src/ingest/kinds/index.ts';
import type { Kind } from '../../packages/server/src/ingest/kinds/kind.ts';
import { live } from '../../packages/server/src/ingest/kinds/live.ts';
import { product } from '../../packages/server/src/ingest/kinds/product.ts';
import { shop } from '../../packages/server/src/ingest/kinds/shop.ts';
import { video } from '../../packages/server/src/ingest/kinds/video.ts';
import { type Column, columnsOf } from './columns.ts';

/** Where publish keeps the last-seen values of a kind. */
export interface State {
  readonly kind: Kind;
  /** Its table in the database of a lineage; kinds may share it. */
  readonly table: string;
  readonly key: readonly KeyColumn[];
  /** Whether it keeps when an entity was first seen. */
  readonly hasFirstSeen: boolean;
  /** Names of fields that are others in state, in both tables. */
  readonly names: Readonly<Record<string, string>>;
  /** Ids that may be ones of ours (identity_current), by the number of what they are of: its key, or a field in state. */
  readonly identity?: { readonly of: string; readonly kind: 1 | 2 };
  /** The scratch table of values as of the publish; absent: steps read the stamps. */
  readonly current?: CurrentTable;
}

export interface KeyColumn {
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
  /** SQL of its value in a landing table. */
  readonly value: string;
}

export interface CurrentTable {
  readonly table: string;
  /** A table of what is calculated otherwise, a row an entity: its columns come first. */
  readonly beside?: string;
  /** Whether a number that was never seen is null, not 0. */
  readonly hasNulls?: boolean;
}

/** A field that is kept as a stamp. */
export interface KeptColumn extends Column {
  readonly type: StampedType;
  /** Its name in state. */
  readonly kept: string;
}

/** States that are not as {@link ofItsOwn} has them. */
const special: readonly State[] = [
  {
    ...ofItsOwn(product),
    table: 'product_detail',
    names: {
      total_ifl_cnt: 'ifl_seen',
      total_video_cnt: 'video_seen',
      total_live_cnt: 'live_seen',
      total_views_cnt: 'views_seen',
    },
    identity: { of: 'seller_id', kind: 2 },
    current: { table: 'product_current', beside: 'product_amount' },
  },
  { ...ofItsOwn(creator), hasFirstSeen: true, identity: { of: 'user_id', kind: 1 } },
  { ...ofItsOwn(shop), identity: { of: 'seller_id', kind: 2 } },
  source(video, 'video_id', 1, { create_time: 'made_at' }),
  source(live, 'live_id', 2, { start_time: 'made_at' }),
];

/** Of every kind with values that are last seen. */
export const states: readonly State[] = [
  ...special,
  ...[...kinds.values()]
    .filter((kind) => hasLastSeen(kind) && !special.some((state) => state.kind === kind))
    .map(ofItsOwn),
];

function hasLastSeen({ declaration: { lastSeen, details } }: Kind): boolean {
  return lastSeen !== undefined || details !== undefined;
}

/** The state of a kind that nothing else is said of. */
function ofItsOwn(kind: Kind): State {
  const key = columnsOf(kind.declaration.key).map(({ name, type, meaning }) => ({
    name,
    type: type.column.key,
    meaning,
    value: name,
  }));
  return {
    kind,
    table: `${kind.name}_attribute`,
    key,
    hasFirstSeen: false,
    names: {},
    current: { table: `${kind.name}_current` },
  };
}

/** Videos and lives: what sells a product is a source. */
function source(kind: Kind, id: string, number: 1 | 2, names: State['names']): State {
  const kindColumn = { name: 'kind', type: 'UInt8', meaning: '1 video, 2 live', value: String(number) };
  const key = [kindColumn, { ...idColumn(id), name: 'source_id', meaning: 'ID of the video or live' }];
  return {
    kind,
    table: 'source_attribute',
    key,
    hasFirstSeen: true,
    names,
    identity: { of: 'user_id', kind: 1 },
    current: { table: `${kind.name}_current`, hasNulls: true },
  };
}

function idColumn(name: string): KeyColumn {
  return { name, type: 'UInt64', meaning: '', value: name };
}

/** Names of the columns of its key. */
export function keyOf({ key }: State): string {
  return key.map(({ name }) => name).join(', ');
}

/** What tells entities apart: what of the key is in its records. */
export function idsOf({ kind, key }: State): readonly KeyColumn[] {
  return key.filter(({ value }) => kind.fields.has(value));
}

/** The names of these in records. */
export function idNames(state: State): string {
  return idsOf(state)
    .map(({ value }) => value)
    .join(', ');
}

/** What is kept of every record. A kind without such fields has its required ones kept by hand-written steps. */
export function keptOfAll({ kind, names }: State): readonly KeptColumn[] {
  const { required, lastSeen } = kind.declaration;
  if (lastSeen === undefined) return [];
  if (kind.name === 'product') throw new TypeError('last-seen fields of products are details: lastSeen is not kept');
  const { observed_at: _, ...values } = required;
  return columnsOf({ ...values, ...lastSeen }).map(kept(names));
}

/** What is kept of records that carry details. */
export function keptOfDetails({ kind, names }: State): readonly KeptColumn[] {
  return columnsOf(kind.declaration.details).map(kept(names));
}

function kept(names: State['names']): (column: Column) => KeptColumn {
  return (column) => {
    const { stamp } = column.type;
    if (stamp === undefined) throw new Error(`the last value of ${column.name} cannot be kept: its type has no stamp`);
    return { ...column, type: { ...column.type, stamp }, kept: names[column.name] ?? column.name };
  };
}

/** Type of a column of current values. */
export function currentType({ type }: KeptColumn, current: CurrentTable): string {
  return mayBeNull(type, current) ? `Nullable(${type.stamp.current})` : type.stamp.current;
}

/** SQL of the value that a stamp of the column stands for. */
export function currentValue({ type }: KeptColumn, current: CurrentTable, stamp: string): string {
  const value = type.stamp.read(stamp);
  return mayBeNull(type, current) ? `if(${stamp} = 0, NULL, ${value})` : value;
}

/** Texts that were never seen are empty, and ids are 0. */
function mayBeNull({ stamp }: StampedType, { hasNulls = false }: CurrentTable): boolean {
  return hasNulls && stamp.current !== 'String' && stamp.current !== 'UInt64';
}
