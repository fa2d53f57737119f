import { examplesMax, type Suspicion } from '../../kernel/suspicion.ts';
import type { JsonRecord } from '../fields/records.ts';
import type { Suspect } from './suspect.ts';

/** What sells for the first time has sold as much in a window as ever. */
const recordsMin = 5;
const pairsMax = 50;
const namesMax = 1_000;

interface Pair {
  readonly total: string;
  readonly window: string;
  same: number;
  of: number;
  readonly examples: string[];
}

/** Totals that equal a field beside them whose name says that it is of some days: most likely both are. */
export function windowsAsTotals(
  kind: string,
  key: string,
  totals: readonly string[],
  known: ReadonlySet<string>,
): Suspect {
  const windowNames = new Map<string, boolean>();
  const pairs = new Map<string, Pair>();
  return {
    see(record) {
      for (const name in record) if (!known.has(name) && isWindow(name, windowNames)) compare(record, name);
    },
    found: () => [...pairs.values()].flatMap((pair) => suspicionOf(kind, pair)),
  };

  function compare(record: JsonRecord, window: string): void {
    for (const total of totals) {
      const value = Number(record[total] ?? 0);
      const pair = value > 0 ? pairOf(total, window) : undefined;
      if (pair === undefined) continue;
      pair.of += 1;
      if (Number(record[window]) !== value) continue;
      pair.same += 1;
      if (pair.examples.length < examplesMax) pair.examples.push(`${String(record[key])}: ${value}`);
    }
  }

  function pairOf(total: string, window: string): Pair | undefined {
    const name = `${total} ${window}`;
    if (!pairs.has(name) && pairs.size < pairsMax) pairs.set(name, { total, window, same: 0, of: 0, examples: [] });
    return pairs.get(name);
  }
}

/** The same few names stand in every record, so what was found of them is remembered. */
function isWindow(name: string, remembered: Map<string, boolean>): boolean {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const found = /(^|[^a-z])(\d+d(ays?)?|day_?\d+|yday|yesterday|(last|past)_?\d+\w*)([^a-z]|$)/i.test(name);
  if (remembered.size < namesMax) remembered.set(name, found);
  return found;
}

function suspicionOf(kind: string, { total, window, same: count, of, examples }: Pair): readonly Suspicion[] {
  if (count < recordsMin || count * 10 < of * 9) return [];
  const message = `${count} of ${of} values equal ${window}: a count of some days is no running total`;
  return [{ sign: 'window-as-total', field: `${kind}.${total}`, count, of, message, examples }];
}
