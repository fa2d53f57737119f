import { offsetMs } from '../../../kernel/time-zones.ts';

const dayMs = 86_400_000;

/** Zones of marketplaces that have one, or whose seller centre prints one. Elsewhere it has to be told. */
const zones: Readonly<Record<string, string>> = {
  TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh',
  ID: 'Asia/Jakarta',
  MY: 'Asia/Kuala_Lumpur',
  PH: 'Asia/Manila',
  SG: 'Asia/Singapore',
  JP: 'Asia/Tokyo',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  ES: 'Europe/Madrid',
};

/** Zones of marketplaces that have several. */
const severalZones: Readonly<Record<string, RegExp>> = {
  US: /^America\/(New_York|Detroit|Chicago|Denver|Phoenix|Los_Angeles|Anchorage)$|^Pacific\/Honolulu$/,
  MX: /^America\/(Mexico_City|Monterrey|Merida|Cancun|Chihuahua|Hermosillo|Mazatlan|Tijuana)$/,
  BR: /^America\/(Sao_Paulo|Bahia|Fortaleza|Recife|Belem|Manaus|Cuiaba|Rio_Branco)$/,
  AU: /^Australia\/(Sydney|Melbourne|Brisbane|Perth|Adelaide|Hobart|Darwin)$/,
  CL: /^America\/(Santiago|Punta_Arenas)$/,
};

/** The marketplace whose shops live in a zone. */
export function regionOfZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const several = Object.keys(severalZones).find((region) => severalZones[region]?.test(zone));
  return several ?? Object.keys(zones).find((region) => zones[region] === zone);
}

/** The time zone of a country that has one; undefined for those with several. */
export function zoneOf(region: string | undefined): string | undefined {
  return region === undefined ? undefined : zones[region];
}

/**
 * When a clock in a zone shows a time.
 *
 * @param shownMs what it shows, as milliseconds since the epoch if it were UTC.
 * @returns milliseconds since the epoch; of a time that a clock shows twice, the first.
 */
export function momentIn(zone: string, shownMs: number): number {
  const first = shownMs - offsetMs(zone, shownMs - dayMs / 2);
  const offset = offsetMs(zone, first);
  const moment = shownMs - offset;
  return offsetMs(zone, moment) === offset ? moment : shownMs - offsetMs(zone, moment);
}
