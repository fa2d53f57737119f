import type { RawQuery } from '../../catalogue/parameters.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { type Day, dateOf, dayOf } from '../../warehouse/day.ts';
import { type UsageGrain, type UsageQuestion, usageGrains } from '../../warehouse/usage/usage-report.ts';

/** Days that are told when `from` is not given, `to` among them. */
const daysByDefault: Readonly<Record<UsageGrain, number>> = { day: 30, hour: 1 };
/** Longest range. */
const daysMax: Readonly<Record<UsageGrain, number>> = { day: 3_660, hour: 93 };
const textLengthMax = 100;
const dayMs = 86_400_000;

/**
 * Checks what is asked about usage: `by` (day, hour; default day), `from` and `to` (UTC days, both included; default:
 * the 30 days, or by hour the one day, until today), `key_id`, `endpoint`. Empty ones are absent, unknown ones ignored.
 *
 * @param now epoch milliseconds.
 * @throws ApiError parameter-invalid, parameter-repeated
 */
export function usageQuestion(raw: RawQuery, now: number): UsageQuestion {
  const by = grainGiven(raw);
  const to = dayGiven(raw, 'to') ?? Math.floor(now / dayMs);
  const from = dayGiven(raw, 'from') ?? to - daysByDefault[by] + 1;
  checkRange(from, to, by);
  return {
    by,
    from: dateOf(from),
    to: dateOf(to),
    keyId: textGiven(raw, 'key_id'),
    endpoint: textGiven(raw, 'endpoint'),
  };
}

function grainGiven(raw: RawQuery): UsageGrain {
  const given = textGiven(raw, 'by') ?? 'day';
  return usageGrains.find((grain) => grain === given) ?? invalid('by', usageGrains.join(' or '), given);
}

function dayGiven(raw: RawQuery, name: string): Day | undefined {
  const given = textGiven(raw, name);
  if (given === undefined) return undefined;
  try {
    const day = dayOf(given);
    if (day >= 0 && given < '2100') return day;
  } catch {}
  return invalid(name, 'a day of 1970 to 2099 as YYYY-MM-DD', given);
}

function checkRange(from: Day, to: Day, by: UsageGrain): void {
  if (from > to) invalid('from', `a day up to ${dateOf(to)}, the last day`, dateOf(from));
  const first = to - daysMax[by] + 1;
  if (from < first) invalid('from', `${dateOf(first)} or later (at most ${daysMax[by]} days by ${by})`, dateOf(from));
}

/** The value as text; undefined when absent or empty. */
function textGiven(raw: RawQuery, name: string): string | undefined {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
  if (value === undefined || value === '') return undefined;
  if (Array.isArray(value)) throw new ApiError(errors.parameterRepeated, { name, count: value.length });
  if (typeof value !== 'string') return invalid(name, 'a text', typeof value);
  if (value.length > textLengthMax) invalid(name, `at most ${textLengthMax} characters`, `${value.length} of them`);
  return value;
}

function invalid(name: string, expected: string, given: string): never {
  throw new ApiError(errors.parameterInvalid, { name, expected, given: JSON.stringify(given) });
}
