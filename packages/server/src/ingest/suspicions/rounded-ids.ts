import { examplesMax } from '../../kernel/suspicion.ts';
import type { Suspect } from './suspect.ts';

/** One id in a hundred ends in 00 by chance. A double is written with 17 digits, so that one of 19 ends so. */
const metMin = 5;

/**
 * Ids, also within a text, that went through a program which keeps 15 or 16 digits: different ones became the same.
 *
 * @param idsMin least different ones: one thing may be met again and again, but not one order.
 */
export function roundedIds(kind: string, field: string, idsMin = metMin): Suspect {
  const rounded = new Set<string>();
  let count = 0;
  let of = 0;
  return {
    see(record) {
      const id = typeof record[field] === 'string' ? /\d{15,}|^\d+$/.exec(record[field])?.[0] : undefined;
      if (id === undefined) return;
      of += 1;
      if (id.length < 17 || !id.endsWith('00')) return;
      count += 1;
      if (rounded.size < metMin) rounded.add(id);
    },
    found() {
      if (count < metMin || rounded.size < idsMin || count * 2 <= of) return [];
      const message = `${count} of ${of} ids end in 00: a program that keeps ids as numbers has rounded them`;
      const examples = [...rounded].slice(0, examplesMax);
      return [{ sign: 'rounded-ids', field: `${kind}.${field}`, count, of, message, examples }];
    },
  };
}
