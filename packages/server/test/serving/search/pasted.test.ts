import { describe, expect, it } from 'vitest';
import { pastedOf } from '../../../src/serving/search/pasted.ts';

const id = '1729382420060341472';

describe('what is pasted into a search', () => {
  it.each([
    [` ${id} `, [id], id],
    ['0012', ['12'], '0012'],
    ['99999999999999999999', [], '99999999999999999999'],
    [`https://www.tiktok.com/@mara.tidies/video/${id}?is_from_webapp=1`, [id], '@mara.tidies'],
    [`tiktok.com/@mara.tidies/photo/${id}`, [id], '@mara.tidies'],
    ['https://www.tiktok.com/@mara_tidies', [], '@mara_tidies'],
    ['https://www.tiktok.com/%40mara_tidies/live', [], '@mara_tidies'],
    [`https://shop.tiktok.com/view/product/${id}?region=US`, [id], ''],
    [`https://www.tiktok.com/shop/pdp/drawer-organiser-set-of-10/${id}`, [id], ''],
    [`https://shop.tiktok.com/view?product_id=${id}`, [id], ''],
    ['https://shop.tiktok.com/us/store/tidy-co/7490000000000000001', ['7490000000000000001'], ''],
    [`look at this: https://www.tiktok.com/@mara/video/${id}, nice`, [id], '@mara'],
    ['drawer organiser https://vt.tiktok.com/ZSabc/', [], 'drawer organiser'],
    [`https://m.tiktok.com/v/${id}.html?u=1`, [id], ''],
    ['3.5/5 stars', [], '3.5/5 stars'],
    ['drawer organiser', [], 'drawer organiser'],
    ['https://%', [], 'https://%'],
    ['a.co/%E0%A4%A', [], ''],
  ])('%s is %j and "%s"', (given, ids, text) => {
    expect(pastedOf(given)).toEqual({ ids, text });
  });
});
