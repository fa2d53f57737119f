import type { Day } from './day.ts';
import { isSeen } from './exact.ts';
import type { Reservations, Timed } from './observation.ts';
import { valueByDay } from './state.ts';

/** How far the totals of a record are to be trusted: the better ones first. */
export type Grade = 'exact' | 'rounded' | 'derived';

/** The totals of a field by day, each grade by itself. */
export type GradedTotals = Readonly<Partial<Record<Grade, ReadonlyMap<Day, bigint>>>>;

export function gradeOf({ derived, rounded_to }: Reservations): Grade {
  if (isSeen(derived) && Number(derived) === 1) return 'derived';
  return isSeen(rounded_to) && rounded_to > 1 ? 'rounded' : 'exact';
}

/** Derived records were not seen: they are no state of a day, and no current value. */
export function seenRecords<R extends Reservations>(records: readonly R[]): R[] {
  return records.filter((record) => gradeOf(record) !== 'derived');
}

export function gradedTotals<R extends Timed & Reservations>(
  records: readonly R[],
  read: (record: R) => bigint | undefined,
): GradedTotals {
  const of = (grade: Grade) =>
    valueByDay(
      records.filter((record) => gradeOf(record) === grade),
      read,
    );
  return { exact: of('exact'), rounded: of('rounded'), derived: of('derived') };
}
