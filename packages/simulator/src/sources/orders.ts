import { draw } from '../random.ts';
import { skus } from '../records/productDetails.ts';
import type { ShownDay, ShownSale } from './shown-day.ts';

/** A line of an order. Its quantity without returns is what was sold, unless it was cancelled. */
export interface OrderLine {
  readonly orderId: string;
  readonly sale: ShownSale;
  readonly skuId: string;
  readonly quantity: number;
  readonly returned: number;
  readonly isCancelled: boolean;
  /** Local time of the shop, as the country writes it. */
  readonly created: string;
}

const UNITS_MAX = 3;
const KEY = 0x51a7;

/**
 * Orders of the last so many days that come to what was sold, some of it returned, with some that were cancelled. Days of the
 * simulation are taken for those of the shop. An order is the same whatever days are asked for.
 */
export function* orderLines(
  shown: ShownDay,
  days: number,
  isWanted: (sale: ShownSale) => boolean,
): Generator<OrderLine, void, undefined> {
  let [date, number] = ['', 0];
  for (const sale of shown.sales(days)) {
    if (sale.date !== date) [date, number] = [sale.date, 0];
    for (let left = sale.units; left > 0; number++) {
      const units = Math.min(left, 1 + (draw(KEY, number) % UNITS_MAX));
      left -= units;
      if (isWanted(sale)) yield* linesOf(shown, sale, number, units);
    }
  }
}

/** A line, which some orders have more than one of, and now and then a cancelled order before it. */
function* linesOf(shown: ShownDay, sale: ShownSale, number: number, units: number): Iterable<OrderLine> {
  const date = sale.date.replaceAll('-', '');
  const bits = draw(KEY ^ Number(date), number, 1);
  const variants = skus(shown.stage, sale.of.region, sale.product, sale.of.prices);
  const skuId = variants[bits % variants.length]?.sku_id ?? '';
  const line = (order: number) => ({
    sale,
    skuId,
    orderId: `58${date}${String(order).padStart(8, '0')}`,
    created: shownTime(sale, draw(KEY ^ Number(date), order, 2) % 86_400),
  });
  const isCancelledBefore = bits % 11 === 0;
  if (isCancelledBefore) yield { ...line(2 * number), quantity: 1, returned: 0, isCancelled: true };
  const belongsToLast = !isCancelledBefore && number > 0 && bits % 5 === 0;
  const returned = bits % 9 === 0 ? 1 : 0;
  const order = 2 * (belongsToLast ? number - 1 : number) + 1;
  yield { ...line(order), quantity: units + returned, returned, isCancelled: false };
}

/** `31/03/2026 21:09:23`; in the United States `03/31/2026 9:09:23 PM`. */
function shownTime({ date, of: { region } }: ShownSale, second: number): string {
  const [year, month, day] = date.split('-');
  const clock = new Date(second * 1_000).toISOString().slice(11, 19);
  if (region.code !== 'US') return `${day}/${month}/${year} ${clock}`;
  const hour = Number(clock.slice(0, 2));
  return `${month}/${day}/${year} ${hour % 12 === 0 ? 12 : hour % 12}${clock.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}
