import ipaddr from 'ipaddr.js';

/**
 * A value of the environment that cannot be used. The message names the variable, what was expected and what was given.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  readonly variable: string;

  constructor(variable: string, expected: string, given: string) {
    super(`${variable}: expected ${expected}, got ${JSON.stringify(given.slice(0, 80))}`);
    this.variable = variable;
  }
}

/** A variable's text, or undefined where it is absent or empty. */
export type Lookup = (variable: string) => string | undefined;

/** A path without a slash at its end; given with one or without. @throws ConfigError */
export function basePath(lookup: Lookup, variable: string): string {
  const given = lookup(variable) ?? '/';
  if (/^\/([\w~-][\w.~-]*\/?)*$/.test(given)) return given.replace(/\/$/, '');
  throw new ConfigError(variable, 'a path such as /vitrine', given);
}

export const tokenLengthMin = 16;

/** Whether a text can be a token: long enough, and one word of a header. */
export function isToken(text: string): boolean {
  return /^\S+$/.test(text) && text.length >= tokenLengthMin;
}

/** @throws ConfigError */
export function token(lookup: Lookup, variable: string): string | undefined {
  const given = lookup(variable);
  if (given === undefined || isToken(given)) return given;
  throw new ConfigError(variable, `at least ${tokenLengthMin} characters without spaces`, '(hidden)');
}

/** @throws ConfigError */
export function whole(lookup: Lookup, variable: string, otherwise: number, min: number, max: number): number {
  const given = lookup(variable);
  if (given === undefined) return otherwise;
  const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new ConfigError(variable, `a whole number from ${min} to ${max}`, given);
}

/** Decimals that are taken. */
export interface DecimalRange {
  readonly expected: string;
  readonly holds: (value: number) => boolean;
}

/** A number of at most three decimals. @throws ConfigError */
export function thousandths(lookup: Lookup, variable: string, otherwise: number, range: DecimalRange): number {
  const given = lookup(variable);
  if (given === undefined) return otherwise;
  if (/^\d{1,7}(\.\d{1,3})?$/.test(given) && range.holds(Number(given))) return Number(given);
  throw new ConfigError(variable, `${range.expected} with at most three decimals`, given);
}

const namedNetworks = ['loopback', 'linklocal', 'uniquelocal'];

/** Networks whose proxies are believed. @throws ConfigError */
export function proxies(lookup: Lookup, variable: string): readonly string[] {
  const given = lookup(variable);
  if (given === undefined) return [];
  const names = given.split(',').map((each) => each.trim());
  const isNetwork = (name: string) => namedNetworks.includes(name) || ipaddr.isValid(name) || ipaddr.isValidCIDR(name);
  if (names.every(isNetwork)) return names;
  throw new ConfigError(variable, `comma-separated addresses, CIDR blocks or ${namedNetworks.join(', ')}`, given);
}

/** @throws ConfigError */
export function origins(lookup: Lookup, variable: string): readonly string[] {
  const given = lookup(variable);
  if (given === undefined) return [];
  const names = given.split(',').map((each) => each.trim());
  if (names.every((name) => name === '*' || isOrigin(name))) return names;
  throw new ConfigError(variable, 'comma-separated origins such as https://app.example without a path, or *', given);
}

function isOrigin(name: string): boolean {
  return /^https?:\/\//.test(name) && URL.canParse(name) && new URL(name).origin === name;
}

/** @throws ConfigError */
export function currency(lookup: Lookup, variable: string): string | undefined {
  const given = lookup(variable);
  if (given === undefined || /^[A-Z]{3}$/.test(given)) return given;
  throw new ConfigError(variable, 'an ISO 4217 code such as USD', given);
}

/** @throws ConfigError */
export function oneOf<Choice extends string>(
  lookup: Lookup,
  variable: string,
  otherwise: Choice,
  choices: readonly Choice[],
): Choice {
  const given = lookup(variable);
  if (given === undefined) return otherwise;
  const choice = choices.find((each) => each === given);
  if (choice === undefined) throw new ConfigError(variable, `one of ${choices.join(', ')}`, given);
  return choice;
}

/** @throws ConfigError */
export function url(lookup: Lookup, variable: string, protocols: readonly string[]): string | undefined {
  const given = lookup(variable);
  if (given === undefined) return undefined;
  if (URL.canParse(given) && protocols.includes(new URL(given).protocol)) return given;
  throw new ConfigError(variable, `a URL that begins with ${protocols[0]}//`, hidden(given));
}

/** URLs hold passwords, and messages are logged. */
export function hidden(given: string): string {
  return given.replace(/\/\/[^/]*@/, '//…@');
}
