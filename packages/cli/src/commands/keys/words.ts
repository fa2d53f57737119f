import type { KeyRecord } from '@vitrine/sdk';
import { count, moment } from '../../output/format.ts';

/** `1,000`, or `1,000 (500 per month)` with a quota. */
export function creditsInWords({ credits, mode, monthlyQuota }: KeyRecord): string {
  if (mode === 'test') return 'free';
  if (credits === null) return 'unlimited';
  return monthlyQuota === null ? count(credits) : `${count(credits)} (${count(monthlyQuota)} per month)`;
}

/** `10`, or `10+50` with a burst. */
export function qpsInWords({ qps, burst }: KeyRecord): string {
  const steady = qps === null ? 'default' : count(qps);
  return burst === 0 ? steady : `${steady}+${count(burst)}`;
}

export function scopesInWords({ scopes }: KeyRecord): string {
  return scopes === null ? 'all' : scopes.join(',');
}

/** What a key may do, in a line. */
export function keyInWords(key: KeyRecord): string {
  const from = key.notBefore === null ? [] : [`Valid from: ${moment(key.notBefore)} UTC.`];
  const until = key.expiresAt === null ? [] : [`Valid until: ${moment(key.expiresAt)} UTC.`];
  const renewal = key.renewsAt === null ? [] : [`Quota renews: ${moment(key.renewsAt)} UTC.`];
  return [
    `Credits: ${creditsInWords(key)}.`,
    ...renewal,
    `Calls per second: ${qpsInWords(key)}.`,
    `Endpoints: ${scopesInWords(key)}.`,
    ...from,
    ...until,
  ].join(' ');
}
