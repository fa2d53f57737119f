import { apify } from './apify.ts';
import { echotikXlsx } from './echotik-xlsx.ts';
import { fastmoss } from './fastmoss.ts';
import { kalodata } from './kalodata.ts';
import { keyapi } from './keyapi.ts';
import type { SourceForm } from './source-form.ts';
import { tiktokAffiliate } from './tiktok-affiliate.ts';
import { tiktokLive } from './tiktok-live.ts';
import { tiktokOrders } from './tiktok-orders.ts';
import { tiktokResearch } from './tiktok-research.ts';

/** Every source whose files can be simulated. */
export const sourceForms: readonly SourceForm[] = [
  keyapi,
  echotikXlsx,
  kalodata,
  fastmoss,
  apify,
  tiktokResearch,
  tiktokOrders,
  tiktokAffiliate,
  tiktokLive,
];

/** @throws RangeError that names those there are. */
export function sourceFormNamed(name: string): SourceForm {
  const form = sourceForms.find((each) => each.name === name);
  if (form !== undefined) return form;
  throw new RangeError(`as: expected one of ${sourceForms.map((each) => each.name).join(', ')}, got "${name}"`);
}
