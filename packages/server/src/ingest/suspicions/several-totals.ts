import { examplesMax } from '../../kernel/suspicion.ts';
import { isPresent, type JsonRecord } from '../fields/records.ts';
import type { Suspect } from './suspect.ts';

/** So many moments are remembered; what comes later is not looked at. */
const momentsMax = 20_000;

/** Exact totals of one thing that differ although they are of the same moment. */
export function severalTotals(kind: string, key: string, field: string): Suspect {
  const totals = new Map<string, number>();
  const examples: string[] = [];
  let count = 0;
  let of = 0;
  return {
    see(record) {
      if (totals.size >= momentsMax || !isPresent(record[field]) || !isExact(record)) return;
      of += 1;
      const moment = `${record[key]} at ${record['observed_at']}`;
      const value = Number(record[field]);
      const before = totals.get(moment);
      totals.set(moment, Math.max(value, before ?? value));
      if (before === undefined || before === value) return;
      count += 1;
      if (examples.length < examplesMax) examples.push(`${moment}: ${before} and ${value}`);
    },
    found() {
      if (count === 0) return [];
      const message = `${count} of ${of} values differ from another of the same moment: the larger one counts`;
      return [{ sign: 'several-totals', field: `${kind}.${field}`, count, of, message, examples }];
    },
  };
}

function isExact({ derived, rounded_to: step }: JsonRecord): boolean {
  return Number(derived ?? 0) === 0 && Number(step ?? 0) <= 1;
}
