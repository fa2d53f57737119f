/// <reference lib="es2024.string" />

import { type FieldCheck, type FieldReport, Instead, mismatch, rewrite, type Verdict } from './field-check.ts';
import { columnOf, declaring, type FieldType, type StampedType } from './field-type.ts';
import { withoutLoneSurrogates } from './json-text.ts';
import { imagesStamp, lettersStamp, textStamp } from './stamps.ts';

const textBytesMax = 64 * 1024;
const jsonBytesMax = 1024 * 1024;
const jsonDepthMax = 64;

/** Text of at most 64 KiB. */
export const text = declaring<StampedType>({
  check: checkText,
  normal: wellFormed,
  name: 'text',
  column: columnOf('String'),
  stamp: textStamp,
});

const regionMends: Readonly<Record<string, string>> = { UK: 'GB' };
const currencyMends: Readonly<Record<string, string>> = { RMB: 'CNY' };

/** The region that a spelling of it stands for. */
export function meantRegion(given: string): string {
  return regionMends[given] ?? given;
}

/** The currency that a code of it stands for. */
export function meantCurrency(given: string): string {
  return currencyMends[given] ?? given;
}

/** The country of a marketplace: two capital letters (ISO 3166). `UK` is read as `GB`. */
export const region = declaring(
  lettersType('region', letters(/^[A-Z]{2}$/, 'a country of two capital letters, such as US', regionMends)),
);

/** A currency: three capital letters (ISO 4217). `RMB` is read as `CNY`. */
export const currency = declaring(
  lettersType('currency', letters(/^[A-Z]{3}$/, 'a currency of three capital letters, such as USD', currencyMends)),
);

/** A language and its country: two small letters, a hyphen and two capital letters, such as `en-US`. */
export const language = declaring<FieldType>({
  ...letters(/^[a-z]{2}-[A-Z]{2}$/, 'a language such as en-US', {}),
  name: 'language',
  column: { key: 'LowCardinality(String)', required: 'String', optional: 'Nullable(String)' },
});

/** A JSON list or object of at most 1 MiB, as itself or in a string. An empty string or `"null"` says nothing. */
export const json = declaring(jsonType(jsonField(() => {})));

/** JSON: `[{"url": …, "index": 0}, …]`. */
export const images = declaring({ ...jsonType(jsonField(() => {})), stamp: imagesStamp });

/** How JSON is kept, whatever it must hold. */
export function jsonType(kind: FieldCheck): StampedType {
  return { ...kind, name: 'JSON', column: columnOf('String'), stamp: textStamp };
}

/**
 * As {@link json}.
 *
 * @param inspect is given the list or object of a good value and reports the names in it that nothing reads.
 */
export function jsonField(inspect: (value: object, report: FieldReport) => void): FieldCheck {
  return {
    isJson: true,
    check(value, _limits, lineBytes, report) {
      const parsed = typeof value === 'string' ? boundedJson(value) : value;
      const verdict = typeof value === 'string' ? checkJsonText(value, parsed) : checkJson(value, lineBytes);
      if (report !== undefined && typeof verdict !== 'string' && isObject(parsed)) inspect(parsed, report);
      return verdict;
    },
    normal: (value) => (typeof value === 'string' ? jsonText(value) : value),
  };
}

function lettersType(name: string, kind: FieldCheck): StampedType {
  const optional = 'LowCardinality(Nullable(String))';
  return {
    ...kind,
    name,
    column: { key: 'LowCardinality(String)', required: optional, optional },
    stamp: lettersStamp,
  };
}

function checkText(value: unknown): Verdict {
  if (typeof value !== 'string') return mismatch('text', value);
  if (longerThan(value, textBytesMax)) return mismatch('text of at most 65,536 bytes', value);
  return value.isWellFormed() ? undefined : rewrite;
}

/** @param mends spellings that are in use, and what the standard has for them. */
function letters(expression: RegExp, expected: string, mends: Readonly<Record<string, string>>): FieldCheck {
  const meant = new Map(Object.entries(mends));
  return {
    check(value, _limits, _lineBytes, report) {
      if (typeof value !== 'string' || !expression.test(value)) return mismatch(expected, value);
      const mended = meant.get(value);
      if (mended === undefined) return undefined;
      report?.mended(value, mended);
      return new Instead(mended);
    },
  };
}

function checkJsonText(value: string, parsed: unknown): Verdict {
  if (jsonText(value) === undefined) return rewrite;
  if (longerThan(value, jsonBytesMax)) return tooLong(value);
  if (parsed === undefined) return mismatch('JSON in the string', value);
  return checkJson(parsed, 0) ?? (withoutLoneSurrogates(value) === value ? undefined : rewrite);
}

function checkJson(value: unknown, lineBytes: number): Verdict {
  if (!isObject(value)) return mismatch('a JSON array or object', value);
  if (deeperThan(value, jsonDepthMax)) return `expected JSON nested at most ${jsonDepthMax} deep`;
  const tooBig = lineBytes > jsonBytesMax && longerThan(JSON.stringify(value), jsonBytesMax);
  return tooBig ? tooLong(value) : undefined;
}

function boundedJson(value: string): unknown {
  return longerThan(value, jsonBytesMax) ? undefined : parsedOrUndefined(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function tooLong(value: unknown): string {
  return mismatch('JSON of at most 1,048,576 bytes', value);
}

/** Whether a parsed JSON value has lists or objects inside each other more than `levels` deep. */
export function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const inner of Object.values(value)) if (deeperThan(inner, levels - 1)) return true;
  return false;
}

/** The value of a JSON text; undefined when it is none. */
export function parsedOrUndefined(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** A character takes one to three bytes for each unit of its length, so most texts need not be measured. */
function longerThan(value: string, bytesMax: number): boolean {
  return value.length * 3 > bytesMax && Buffer.byteLength(value) > bytesMax;
}

function wellFormed(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

function jsonText(value: string): string | undefined {
  return value === '' || value === 'null' ? undefined : withoutLoneSurrogates(value);
}
