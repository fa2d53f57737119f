import { filePath } from './files.ts';
import type { ListPlan } from './plan.ts';
import type { StoredRows } from './stored-rows.ts';
import { ValueRows } from './value-rows.ts';
import { WholeRows } from './whole-rows.ts';

/** Opens the file of a list's rows as they are stored. */
export function openRows(directory: string, { id, rowFormat, fields }: ListPlan): StoredRows {
  const path = filePath(directory, id, 'rows');
  return rowFormat === 'whole'
    ? new WholeRows(path)
    : new ValueRows(
        path,
        fields.map(({ name }) => name),
      );
}
