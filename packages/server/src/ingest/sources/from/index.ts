import { invalid } from '../../../kernel/field-checks.ts';
import type { Source } from '../source.ts';
import { apify } from './apify.ts';
import { echotikXlsx } from './echotik-xlsx.ts';
import { fastmoss } from './fastmoss.ts';
import { kalodata } from './kalodata.ts';
import { keyapi } from './keyapi.ts';
import { tabcut } from './tabcut.ts';
import { tiktokAffiliate } from './tiktok-affiliate.ts';
import { tiktokLive } from './tiktok-live.ts';
import { tiktokOrders } from './tiktok-orders.ts';
import { tiktokResearch } from './tiktok-research.ts';

/** Every source whose files are read, in the order of docs/sources.md. */
export const sources: readonly Source[] = [
  keyapi,
  echotikXlsx,
  kalodata,
  fastmoss,
  tabcut,
  apify,
  tiktokOrders,
  tiktokAffiliate,
  tiktokLive,
  tiktokResearch,
];

/** Names that `--from` takes. */
export const sourceNames: readonly string[] = sources.flatMap(({ name, otherNames = [] }) => [name, ...otherNames]);

/** The sources that a name of `--from` means: all for `auto`. @throws ApiError parameter-invalid */
export function sourcesNamed(name: string): readonly Source[] {
  if (name === 'auto') return sources;
  const found = sources.find((source) => source.name === name || source.otherNames?.includes(name));
  if (found !== undefined) return [found];
  throw invalid('from', `auto or one of ${sourceNames.join(', ')}`, JSON.stringify(name));
}
