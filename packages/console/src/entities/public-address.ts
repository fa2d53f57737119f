import type { EntityKind } from '../explore/entities.ts';
import type { Row } from '../server/catalogue.ts';

const site = 'https://www.tiktok.com';

/** Where the marketplace itself shows a thing; undefined where that cannot be told. */
export function publicAddress(kind: EntityKind, row: Row): string | undefined {
  const handle = encodeURIComponent(String(row['unique_id'] ?? ''));
  switch (kind) {
    case 'creators':
      return handle === '' ? undefined : `${site}/@${handle}`;
    case 'videos':
      return handle === '' ? undefined : `${site}/@${handle}/video/${row['video_id']}`;
    case 'products':
      return `${site}/view/product/${row['product_id']}`;
    case 'shops':
      return undefined;
  }
}
