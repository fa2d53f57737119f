import type { KeyRecord } from '@vitrine/sdk';
import { count, moment } from '../../output/format.ts';

export function creditsInWords({ credits, mode }: KeyRecord): string {
  if (mode === 'test') return 'free';
  return credits === null ? 'unlimited' : count(credits);
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
  const from = key.notBefore === null ? [] : [`Works from: ${moment(key.notBefore)} UTC.`];
  const until = key.expiresAt === null ? [] : [`Works until: ${moment(key.expiresAt)} UTC.`];
  return [
    `Credits: ${creditsInWords(key)}.`,
    `Calls a second: ${qpsInWords(key)}.`,
    `Endpoints: ${scopesInWords(key)}.`,
    ...from,
    ...until,
  ].join(' ');
}
