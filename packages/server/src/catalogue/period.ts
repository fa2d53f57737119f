import { firstDateOf, periodKindOf, periodKinds } from '../serving/rankings/period.ts';
import { type Key, ofChoice } from './key.ts';
import { equal } from './parameter.ts';

/** Of which period the list is: its kind, and the date of its first day. */
export function ofPeriod(date: string, kind: string): readonly Key[] {
  const description =
    'First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the ' +
    'growth so far.';
  const choices = Object.entries(periodKinds).map(([value, label]) => ({ value: Number(value), label }));
  const use = { as: 'key', ...equal(date), periodKind: kind } as const;
  return [
    { field: date, parameters: [{ name: date, required: true, domain: { kind: 'date' }, use, description }] },
    ofChoice(kind, choices, 'Length of the period.'),
  ];
}

const beginnings = { day: 'the day', week: 'the Monday', month: 'the 1st' } as const;

/** The date on which the period around a date begins, in words; undefined if that is the date itself. */
export function otherFirstDate(rankType: string, date: string): string | undefined {
  const kind = periodKindOf(rankType);
  const first = firstDateOf(kind, date);
  return first === date ? undefined : `${beginnings[kind]} of the ${kind}, ${first},`;
}
