import type { StampedType } from '../../packages/server/src/ingest/fields/field-type.ts';
import { creator } from '../../packages/server/src/ingest/kinds/creator.ts';
import type { Kind } from '../../packages/server/src/ingest/kinds/kind.ts';
import { live } from '../../packages/server/src/ingest/kinds/live.ts';
import { product } from '../../packages/server/src/ingest/kinds/product.ts';
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
}

/** A field that is kept as a stamp. */
export interface KeptColumn extends Column {
  readonly type: StampedType;
  /** Its name in state. */
  readonly kept: string;
}

export const states: readonly State[] = [
  {
    kind: product,
    table: 'product_detail',
    key: [idColumn('product_id')],
    hasFirstSeen: false,
    names: {
      total_ifl_cnt: 'ifl_seen',
      total_video_cnt: 'video_seen',
      total_live_cnt: 'live_seen',
      total_views_cnt: 'views_seen',
    },
    current: { table: 'product_current', beside: 'product_amount' },
  },
  {
    kind: creator,
    table: 'creator_attribute',
    key: [idColumn('user_id')],
    hasFirstSeen: false,
    names: {},
    current: { table: 'creator_current' },
  },
  source(video, 'video_id', 1, { create_time: 'made_at' }),
  source(live, 'live_id', 2, { start_time: 'made_at' }),
];

/** Videos and lives: what sells a product is a source. */
function source(kind: Kind, id: string, number: 1 | 2, names: State['names']): State {
  const kindColumn = { name: 'kind', type: 'UInt8', meaning: '1 video, 2 live', value: String(number) };
  const key = [kindColumn, { ...idColumn(id), name: 'source_id', meaning: 'ID of the video or live' }];
  return { kind, table: 'source_attribute', key, hasFirstSeen: true, names };
}

function idColumn(name: string): KeyColumn {
  return { name, type: 'UInt64', meaning: '', value: name };
}

/** Names of the columns of its key. */
export function keyOf({ key }: State): string {
  return key.map(({ name }) => name).join(', ');
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
