import { meantRegion } from '../../fields/texts.ts';
import type { Told } from '../told.ts';
import { regionOfZone } from './zones.ts';

/** What the shops of a marketplace sell in, by currency. */
const regionsOf: Readonly<Record<string, string>> = {
  USD: 'US EC SV PR',
  EUR: 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
  GBP: 'GB',
  IDR: 'ID',
  THB: 'TH',
  VND: 'VN',
  PHP: 'PH',
  MYR: 'MY',
  SGD: 'SG',
  MXN: 'MX',
  BRL: 'BR',
  JPY: 'JP',
  KRW: 'KR',
  CNY: 'CN',
  TWD: 'TW',
  HKD: 'HK',
  INR: 'IN',
  AUD: 'AU',
  NZD: 'NZ',
  CAD: 'CA',
  CLP: 'CL',
  COP: 'CO',
  ARS: 'AR',
  PEN: 'PE',
  UYU: 'UY',
  PLN: 'PL',
  TRY: 'TR',
  AED: 'AE',
  SAR: 'SA',
  ZAR: 'ZA',
};

const ofRegions: ReadonlyMap<string, string> = new Map(
  Object.entries(regionsOf).flatMap(([currency, regions]) =>
    regions.split(' ').map((each) => [each, currency] as const),
  ),
);

/** The currency in which the shops of a marketplace sell. */
export function currencyOfRegion(region: string): string | undefined {
  return ofRegions.get(meantRegion(region));
}

/** The currency of the marketplace that a row names, or the region or zone told. */
export function localCurrency(region: unknown, { region: toldRegion, zone }: Told): string | undefined {
  const marketplace = typeof region === 'string' ? region : (toldRegion ?? regionOfZone(zone));
  return marketplace === undefined ? undefined : currencyOfRegion(marketplace);
}
