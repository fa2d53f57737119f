import { invalid } from '../../kernel/field-checks.ts';
import { isZone } from '../../kernel/time-zones.ts';
import { isDate } from '../../warehouse/day.ts';
import { IngestError } from '../ingest-error.ts';

/** What the person says of a file because the file does not say it. */
export interface Told {
  /** Country of the marketplace, such as `US`. */
  readonly region?: string | undefined;
  /** IANA time zone of local times, such as `Asia/Jakarta`. */
  readonly zone?: string | undefined;
  /** ISO 4217 code of amounts, such as `USD`. */
  readonly currency?: string | undefined;
  /** Calendar day of which the numbers are, such as `2026-08-12`. */
  readonly day?: string | undefined;
  /** Handle of the creator whose account made the file, such as `@name`. */
  readonly creator?: string | undefined;
}

export type ToldName = keyof Told;

export interface ToldOption {
  /** For help and documentation. */
  readonly description: string;
  readonly valueHint: string;
  readonly example: string;
  readonly expected: string;
  isGood(value: string): boolean;
}

/** The options, named as on the command line and in a query. */
export const toldOptions: Readonly<Record<ToldName, ToldOption>> = {
  region: {
    description: 'country of the marketplace, if the file does not say',
    valueHint: 'CC',
    example: 'US',
    expected: 'a country of two capital letters, such as US',
    isGood: (value) => /^[A-Z]{2}$/.test(value),
  },
  zone: {
    description: 'time zone of local times in the file',
    valueHint: 'ZONE',
    example: 'Asia/Jakarta',
    expected: 'an IANA time zone, such as Asia/Jakarta',
    isGood: isZone,
  },
  currency: {
    description: 'currency of amounts, if the file does not say',
    valueHint: 'CCC',
    example: 'USD',
    expected: 'a currency of three capital letters, such as USD',
    isGood: (value) => /^[A-Z]{3}$/.test(value),
  },
  day: {
    description: 'day the numbers are of, if the file does not say',
    valueHint: 'YYYY-MM-DD',
    example: '2026-08-12',
    expected: 'a day as YYYY-MM-DD',
    isGood: isDate,
  },
  creator: {
    description: 'handle of the creator whose account made the file, if it does not say',
    valueHint: 'HANDLE',
    example: '@name',
    expected: 'a handle, such as @name',
    isGood: (value) => /^@?[^\s/@]{1,64}$/.test(value),
  },
};

export const toldNames = Object.keys(toldOptions) as readonly ToldName[];

/** Checks what was told. @throws ApiError parameter-invalid that names the option */
export function checkTold(told: Told): void {
  for (const name of toldNames) {
    const value = told[name];
    const { expected, isGood } = toldOptions[name];
    if (value !== undefined && !isGood(value)) throw invalid(name, expected, JSON.stringify(value));
  }
}

/** Asks for what is missing, in a sentence: `… does not say its region: specify it with --region, such as --region US`. */
export function asking(name: ToldName, what: string): IngestError {
  const how = `specify it with --${name} (over HTTP ${name}=), such as --${name} ${toldOptions[name].example}`;
  return new IngestError('source', `${what}: ${how}`, { asks: name });
}
