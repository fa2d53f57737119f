import { handleId, normalHandle, normalShopName, shopNameId } from '../fields/named-ids.ts';
import { meantRegion } from '../fields/texts.ts';
import type { NamedId } from './kind.ts';

/** A creator of whom the handle is known. */
export const creatorByHandle: NamedId = {
  id: 'user_id',
  by: ['unique_id'],
  normal: "vitrineHandle(ifNull(unique_id, ''))",
  own: "vitrineHandleId(ifNull(unique_id, ''))",
  of: ({ unique_id: handle }) =>
    typeof handle === 'string' && normalHandle(handle) !== '' ? handleId(handle) : undefined,
};

/** A shop of which the name is known. @param field of the name */
export function shopByName(field: string): NamedId {
  return {
    id: 'seller_id',
    by: [field, 'region'],
    normal: `vitrineShopName(ifNull(${field}, ''))`,
    own: `vitrineShopNameId(ifNull(toString(region), ''), ifNull(${field}, ''))`,
    of({ [field]: name, region }) {
      if (typeof name !== 'string' || typeof region !== 'string' || normalShopName(name) === '') return undefined;
      return shopNameId(meantRegion(region), name);
    },
  };
}
