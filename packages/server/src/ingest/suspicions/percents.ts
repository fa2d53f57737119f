import { examplesMax } from '../../kernel/suspicion.ts';
import { isPresent } from '../fields/records.ts';
import type { Suspect } from './suspect.ts';

/** Rates of 1 or more, which are left out: those below 1 beside them may be percents too. */
export function percents(kind: string, field: string): Suspect {
  const examples: string[] = [];
  let count = 0;
  let of = 0;
  return {
    see(record) {
      const value = record[field];
      if (!isPresent(value)) return;
      of += 1;
      if (!(Number(value) >= 1)) return;
      count += 1;
      if (examples.length < examplesMax) examples.push(String(value));
    },
    found() {
      if (count === 0) return [];
      const rest = of === count ? '' : `; the other ${of - count} were read as fractions`;
      const message = `${count} of ${of} values are 1 or more, as percents are, and were left out: send 0.05 for 5 %${rest}`;
      return [{ sign: 'percent', field: `${kind}.${field}`, count, of, message, examples }];
    },
  };
}
