import { chosenFields } from './fields-parameter.ts';
import type { Choice, ParameterDomain } from './parameter.ts';

/** Largest id and largest count that the tables hold. */
const idMax = 2n ** 64n - 1n;
const countMax = 2n ** 63n - 1n;

const decimalPattern = /^(\d{1,15})(?:\.(\d{1,6}))?$/;

/**
 * Reads a value of the domain.
 *
 * @returns its canonical text, or undefined when it is none.
 */
export function canonical(domain: ParameterDomain, given: string): string | undefined {
  switch (domain.kind) {
    case 'id':
      return integer(given, 20, 0n, idMax);
    case 'ids':
      return ids(given, domain.countMax);
    case 'count':
      return integer(withoutPoint(given), 19, 0n, countMax);
    case 'integer':
      return smallInteger(withoutPoint(given), domain.min, domain.max);
    case 'choice':
      return choice(withoutPoint(given), domain.choices);
    case 'decimal':
      return decimal(given);
    case 'day':
      return day(withoutPoint(given));
    case 'date':
      return date(given);
    case 'region':
      return /^[A-Za-z]{2}$/.test(given) ? given.toUpperCase() : undefined;
    case 'addresses':
      return addresses(given, domain.countMax);
    case 'words':
      return words(given);
    case 'phrase':
      return phrase(given, domain.charactersMax);
    case 'name':
      return domain.names.find((name) => name.toLowerCase() === given.trim().toLowerCase());
    case 'fields':
      return chosenFields(domain, given);
    case 'handle':
      return handle(given);
    case 'handles':
      return handles(given, domain.countMax);
  }
}

/** What the domain takes, as the end of the sentence "expected …". */
export function expectation(domain: ParameterDomain): string {
  switch (domain.kind) {
    case 'id':
      return `an id of 1 to 20 digits, at most ${idMax}`;
    case 'ids':
      return `1 to ${domain.countMax} comma-separated ids of 1 to 20 digits, at most ${idMax}`;
    case 'count':
      return `a whole number from 0 to ${countMax}, digits only`;
    case 'integer':
      return `a whole number from ${domain.min} to ${domain.max}`;
    case 'choice':
      return `one of ${domain.choices.map(({ value, label }) => `${value} (${label})`).join(', ')}`;
    case 'decimal':
      return 'a non-negative number without exponent, with at most 15 digits before and 6 after the decimal point';
    case 'day':
      return 'a calendar day as yyyyMMdd, such as 20260131';
    case 'date':
      return 'a calendar day as yyyy-MM-dd, such as 2026-01-31';
    case 'region':
      return 'two letters, such as US';
    case 'addresses':
      return `1 to ${domain.countMax} comma-separated http or https URLs of at most ${addressCharactersMax} characters each`;
    case 'name':
      return `one of ${domain.names.join(', ')}`;
    case 'words':
      return `1 to ${wordsMax} words, at most ${wordsCharactersMax} characters in all`;
    case 'phrase':
      return `1 to ${domain.charactersMax} characters, none of them a control character`;
    case 'fields':
      return `all, or comma-separated fields out of ${[...domain.names, ...domain.onRequest].join(', ')}`;
    case 'handle':
      return 'a handle of 1 to 64 letters, digits, dots, hyphens and underscores';
    case 'handles':
      return `1 to ${domain.countMax} comma-separated handles of 1 to 64 letters, digits, dots, hyphens and underscores`;
  }
}

/** Tables of data frames write whole numbers as `100.0`. */
function withoutPoint(given: string): string {
  return given.includes('.') ? given.replace(/^(\d+)\.0+$/, '$1') : given;
}

/** 10 digits and more may be zeros in front: BigInt drops them and compares what is left. */
function integer(given: string, digitsMax: number, min: bigint, max: bigint): string | undefined {
  if (given.length > digitsMax || !/^\d+$/.test(given)) return undefined;
  const value = BigInt(given);
  return value >= min && value <= max ? value.toString() : undefined;
}

/** Each once, in the order given. */
function ids(given: string, countMax: number): string | undefined {
  const list = given.split(',').map((each) => integer(each.trim(), 20, 0n, idMax));
  return list.length <= countMax && !list.includes(undefined) ? [...new Set(list)].join(',') : undefined;
}

function handle(given: string): string | undefined {
  return /^@?([\w.-]{1,64})$/.exec(given)?.[1]?.toLowerCase();
}

/** Each once, in the order given. */
function handles(given: string, countMax: number): string | undefined {
  const list = given.split(',').map((each) => handle(each.trim()));
  return list.length <= countMax && !list.includes(undefined) ? [...new Set(list)].join(',') : undefined;
}

/** At most 10 digits, which a number holds exactly. */
function smallInteger(given: string, min: number, max: number): string | undefined {
  if (given.length > 10 || !/^\d+$/.test(given)) return undefined;
  const value = Number(given);
  return value >= min && value <= max ? String(value) : undefined;
}

const wordsMax = 10;
const wordsCharactersMax = 100;

/** Each once, in lower case and in one order, joined by blanks. */
function words(given: string): string | undefined {
  const list = [...new Set(given.toLowerCase().split(/\s+/).filter(Boolean))].sort();
  const isRight = list.length > 0 && list.length <= wordsMax && given.length <= wordsCharactersMax;
  return isRight && !/[\p{Cc}\p{Cs}]/u.test(list.join('')) ? list.join(' ') : undefined;
}

/** Without blanks around it. */
function phrase(given: string, charactersMax: number): string | undefined {
  const text = given.trim();
  const isRight = text !== '' && given.length <= charactersMax;
  return isRight && !/[\p{Cc}\p{Cs}]/u.test(text) ? text : undefined;
}

/** What is between the addresses of a canonical text: no address holds it. */
export const addressSeparator = '\n';

/** Longer ones than any that was observed. */
export const addressCharactersMax = 2_048;

/** Addresses hold commas themselves: only one that another address follows stands between two. */
function addresses(given: string, countMax: number): string | undefined {
  const list = given.trim().split(/\s*,\s*(?=https?:\/\/)/i);
  return list.length <= countMax && list.every(isAddress) ? list.join(addressSeparator) : undefined;
}

function isAddress(given: string): boolean {
  return given.length <= addressCharactersMax && /^https?:\/\/\S+$/i.test(given) && URL.canParse(given);
}

function choice(given: string, choices: readonly Choice[]): string | undefined {
  return choices.map(({ value }) => String(value)).find((value) => value === given);
}

function decimal(given: string): string | undefined {
  const [, whole, fraction = ''] = decimalPattern.exec(given) ?? [];
  if (whole === undefined) return undefined;
  const kept = fraction.replace(/0+$/, '');
  return kept === '' ? BigInt(whole).toString() : `${BigInt(whole)}.${kept}`;
}

function day(given: string): string | undefined {
  const [, year, month, dayOfMonth] = /^(\d{4})(\d{2})(\d{2})$/.exec(given) ?? [];
  return date(`${year}-${month}-${dayOfMonth}`) === undefined ? undefined : given;
}

function date(given: string): string | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(given)) return undefined;
  const midnight = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(given) ? given : undefined;
}
