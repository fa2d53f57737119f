import { type Digits, decimalText, rounded, unitsOf } from './decimals.ts';
import type { Breakdown } from './explanation.ts';
import type { BreakdownOf, Measure, SumOf } from './measure.ts';
import type { PartsQuestion, PartsReader, ReadParts } from './parts-reader.ts';

/** No served number is larger, in units of its last digit (docs/estimates.md). */
const largest = 9_000_000_000_000_000n;

const unaccounted =
  'what these parts do not account for: the number is at the maximum, or the row is that of an earlier version, because the product is quarantined';

/** The parts of a number. */
export interface NumberParts {
  readonly unrounded: string | null;
  readonly breakdowns: readonly Breakdown[];
  /** Whether records of sales, or sources' own totals, say a part of it. */
  readonly isStated: boolean;
}

/** The served number that parts are of. */
export interface ServedNumber {
  readonly value: string | number;
  readonly digits: Digits;
}

/** Reads all breakdowns of a number, each of which adds up to it before it is rounded. */
export async function numberParts(
  reader: PartsReader,
  { breakdowns = [], rounding }: Measure,
  question: PartsQuestion,
  served: ServedNumber,
): Promise<NumberParts> {
  const told: Breakdown[] = [];
  let unrounded: string | null = null;
  let isStated = false;
  for (const breakdown of breakdowns) {
    const read = await reader.read(breakdown, question);
    const rest = restOf(breakdown, read, served, rounding);
    told.push({ by: breakdown.by, parts: read.parts, more: read.more, rest: restInWords(breakdown, rest) });
    unrounded ??= decimalText(read.sum + rest, breakdown.digits);
    isStated ||= read.stated !== 0n;
  }
  return { unrounded, breakdowns: told, isStated };
}

/** What the number has besides its parts, in units of the digits of the breakdown; 0 where they round to it. */
function restOf(
  { digits }: BreakdownOf,
  { sum }: ReadParts,
  { value, digits: servedDigits }: ServedNumber,
  rounding: Measure['rounding'],
): bigint {
  const number = unitsOf(value, servedDigits);
  if (rounding !== undefined && rounded(sum, digits, servedDigits, rounding) === number) return 0n;
  if (number === largest && rounded(sum, digits, servedDigits, 'half-up') > largest) return 0n;
  const exact = digits >= servedDigits ? number * 10n ** BigInt(digits - servedDigits) : unitsOf(value, digits);
  return exact - sum;
}

function restInWords({ rest = unaccounted, digits }: BreakdownOf, value: bigint): Breakdown['rest'] {
  return value === 0n ? null : { what: rest, value: decimalText(value, digits) };
}

/** Reads a sum of days beside a number. */
export async function sumOf(reader: PartsReader, { what, of, ages }: SumOf, question: PartsQuestion) {
  const [first, last] = ages;
  const span = { firstDay: question.lastDay - first, lastDay: question.lastDay - last };
  const { sum } = await reader.read(of, { ...question, ...span });
  return { field: what, value: decimalText(sum, of.digits) };
}
