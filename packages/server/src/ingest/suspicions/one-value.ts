import { examplesMax } from '../../kernel/suspicion.ts';
import { isPresent } from '../fields/records.ts';
import type { Suspect } from './suspect.ts';

const entitiesMin = 10;

/** A running total that is the same, and not 0, in every record of a file. */
export function oneValue(kind: string, key: string, field: string): Suspect {
  const entities = new Set<unknown>();
  let only: number | undefined;
  let count = 0;
  return {
    see(record) {
      const value = record[field];
      if (Number.isNaN(only) || !isPresent(value)) return;
      only ??= Number(value);
      if (only === 0 || Number(value) !== only) only = Number.NaN;
      count += 1;
      if (entities.size < entitiesMin) entities.add(record[key]);
    },
    found() {
      if (only === undefined || Number.isNaN(only) || entities.size < entitiesMin) return [];
      const message = `all ${count} values are ${only}: is it the column that was meant?`;
      const examples = [...entities].slice(0, examplesMax).map(String);
      return [{ sign: 'one-value', field: `${kind}.${field}`, count, of: count, message, examples }];
    },
  };
}
