import type { JsonRecord } from '../../fields/records.ts';
import { amount } from './amounts.ts';
import { count } from './counts.ts';
import { dayIn, dayShown } from './moments.ts';
import { type OrderState, stateOf } from './order-states.ts';
import { type Reading, Rounded, readingTogether, saysNothing, Unreadable, unreadable } from './reader.ts';

/** What a line of an order says of itself; the names are those that headings give. */
interface OrderLine {
  readonly units: number;
  readonly returned: number;
  readonly state: OrderState;
}

/** Units of a line: those ordered less those returned; none where it was cancelled or is not paid. */
export const soldUnits = readingTogether('quantity − returned; 0 of a cancelled or unpaid line', (line, known) => {
  const read = orderLine(line, known);
  return read instanceof Unreadable || read === undefined ? read : unitsOf(read);
});

/** What the units of a line sold for: of a line that was returned in part, its share. */
export const soldFor = readingTogether('amount of the line × units left / quantity', (line, known) => {
  const read = orderLine(line, known);
  const paid = line['line_amount'] === undefined ? undefined : amount().reader.read(line['line_amount'], known);
  if (read === undefined || read instanceof Unreadable) return undefined;
  if (paid instanceof Unreadable) return paid.in('line_amount');
  if (typeof paid !== 'number') return paid instanceof Rounded ? paid.value : paid;
  return read.units === 0 ? 0 : Number(((paid * unitsOf(read)) / read.units).toFixed(4));
});

/**
 * When a line was stated: its day, and the further the order had come, the later. It is paid after it was not, then
 * more and more of it is returned, or it is cancelled. Thus of two exports the one that knows most counts, whichever
 * came first.
 *
 * @param preference of two exports that know the same the one with the larger counts: 0 or 1.
 */
export function statedAt(preference: 0 | 1) {
  return readingTogether('start of the day, milliseconds later the further the order had come', (line, known) => {
    const day = dayShown(line['ordered_at'], known);
    const read = orderLine(line, known);
    if (typeof day !== 'string') return day?.in('ordered_at');
    if (read === undefined || read instanceof Unreadable) return read;
    return `${day}T00:00:00.${String(progressOf(read) * 2 + preference).padStart(3, '0')}Z`;
  });
}

/** 0 to 499: how far the order had come. */
function progressOf({ state, returned }: OrderLine): number {
  if (state === 'unpaid') return 0;
  return state === 'cancelled' ? 499 : Math.min(498, 1 + returned);
}

/** The same for all exports of a line. Lines of a SKU in one order are told apart by their quantity, then by their number. */
export const orderLineId = readingTogether('order, SKU, quantity, and which of such lines', (line, known) => {
  const { sku_id: sku, product_id: product, occurrence } = line;
  const order = orderId(line['order_id']);
  if (typeof order !== 'string') return order.in('order_id');
  const ordered = countIn(line, 'quantity', known);
  return `order ${order} ${sku ?? product ?? ''} ${typeof ordered === 'number' ? ordered : ''} ${occurrence}`;
});

/** Spreadsheets show long numbers as `5.82026E+17`, whose last digits are lost. */
function orderId(value: unknown): string | Unreadable {
  const order = String(value ?? '')
    .trim()
    .replace(/^'/, '');
  if (saysNothing(order) || /^\d+([.,]\d+)?E\+?\d+$/i.test(order))
    return unreadable('an order ID with all its digits', order);
  return order;
}

function orderLine(line: JsonRecord, known: Reading): OrderLine | Unreadable | undefined {
  const units = countIn(line, 'quantity', known);
  const isReturned = typeof line['is_returned'] === 'string' && /^(yes|true|ya|ใช่|có|是|1)$/i.test(line['is_returned']);
  const returned = isReturned ? units : (countIn(line, 'returned', known) ?? 0);
  if (units === undefined) return undefined;
  if (typeof units !== 'number') return units;
  if (typeof returned !== 'number') return returned;
  if (returned > units)
    return unreadable(`at most the ${units} ordered to be returned`, line['returned']).in('returned');
  return { units, returned, state: stateOf(line) };
}

function unitsOf({ units, returned, state }: OrderLine): number {
  return state === 'sold' ? units - returned : 0;
}

function countIn(line: JsonRecord, column: string, known: Reading): number | Unreadable | undefined {
  const value = line[column];
  const read = value === undefined ? undefined : count().reader.read(value, known);
  if (read instanceof Unreadable) return read.in(column);
  if (read instanceof Rounded) return read.value;
  return typeof read === 'number' || read === undefined ? read : unreadable('a count', value).in(column);
}

/** First and last day of a range such as `2026-08-09~2026-09-07`. */
export const firstDay = rangeDay('first', 0);
export const lastDay = rangeDay('last', 1);

/** The last second of the last day of a range. */
export const endOfRange = rangeDay('end of the last', 1, 'T23:59:59Z');

function rangeDay(which: string, index: 0 | 1, ending = '') {
  const read = (value: unknown) => {
    const given = typeof value === 'string' ? value.trim().split(/\s*(?:~|～|–|—| - | to )\s*/) : [];
    const days = given.map(dayIn).filter((day) => typeof day === 'string');
    const [first = '', last = first] = days;
    const isRange = days.length === given.length && days.length > 0 && days.length < 3 && first <= last;
    if (isRange) return `${index === 0 ? first : last}${ending}`;
    return unreadable('a range of days, such as 2026-08-09~2026-09-07', value);
  };
  return (...from: string[]) => ({ from, reader: { reads: `${which} day of \`2026-08-09~2026-09-07\``, read } });
}
