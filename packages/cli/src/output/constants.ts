import type { EstimateConstants } from '@vitrine/sdk';
import { plainNumber } from './format.ts';

/** What the estimates of a version assume: `learned, live viewer 5.21, 0.00061 units a view`; empty where that is not known. */
export function constantsInWords(constants: EstimateConstants | null): string {
  if (constants === null) return '';
  const { attribution, videoViewWeight, liveViewWeight, storefrontShare, unitsPerView } = constants;
  return [
    attribution,
    ...(videoViewWeight === 1 ? [] : [`video view ${videoViewWeight}`]),
    `live viewer ${liveViewWeight}`,
    `storefront ${storefrontShare}`,
    ...(unitsPerView === null ? [] : [`${plainNumber(unitsPerView)} units a view`]),
  ].join(', ');
}
