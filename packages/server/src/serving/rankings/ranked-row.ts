import type { RowField } from '../list-source.ts';
import type { Place } from './ranking.ts';
import type { RankingSource } from './ranking-source.ts';

/** A row of a list. */
export type ListRow = Readonly<Record<string, string | number>>;

/** The field of the list that a field of a ranking shows as it is; of a running total without `_history`. */
export function listField(name: string): string {
  return name.replace('_history_', '_');
}

/** A row of a ranking: growth in the period, and for the rest the row of the list. */
export function rankedRow(source: RankingSource, { growth }: Place, listed: ListRow): ListRow {
  const valueIn = ({ name, kind }: RowField) => {
    const grown = growth.get(name);
    if (grown === undefined) return listed[listField(name)] ?? '';
    return kind === 'amount' ? grown / 100 : grown;
  };
  return Object.fromEntries(source.row.map((field) => [field.name, valueIn(field)]));
}
