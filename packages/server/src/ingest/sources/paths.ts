import { isPresent, isRecord, type JsonRecord } from '../fields/records.ts';

/** The value of a column, or of a member inside members by a dotted path; undefined when nothing is there. */
export function valueAt(values: JsonRecord, path: string): unknown {
  const direct = values[path];
  if (isPresent(direct)) return direct;
  if (direct !== undefined || !path.includes('.')) return undefined;
  let at: unknown = values;
  for (const name of path.split('.')) at = isRecord(at) ? at[name] : Array.isArray(at) ? at[Number(name)] : undefined;
  return isPresent(at) ? at : undefined;
}
