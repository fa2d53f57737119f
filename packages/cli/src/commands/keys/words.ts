import type { KeyRecord } from '@vitrine/sdk';
import { count } from '../../output/format.ts';

export function creditsInWords({ credits }: KeyRecord): string {
  return credits === null ? 'unlimited' : count(credits);
}

export function qpsInWords({ qps }: KeyRecord): string {
  return qps === null ? 'default' : count(qps);
}
