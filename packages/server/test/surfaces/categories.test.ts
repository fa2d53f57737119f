import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { categoryLookups } from '../../src/surfaces/category-lookups.ts';
import { type TemporaryEngine, temporaryEngine } from '../serving/temporary-engine.ts';

let place: TemporaryEngine;
let batch = 0;
beforeAll(async () => {
  place = await temporaryEngine();
  await land('1', 'en-US', 1, 'Home', { parent_id: '0' });
  await land('1', 'id-ID', 1, 'Rumah', { parent_id: '0' });
  await land('2', 'en-US', 1, 'Pets');
  await land('10', 'en-US', 2, 'Old name', { parent_id: '1', observed_at: '2026-11-01 10:00:00' });
  await land('10', 'en-US', 2, 'Shelves', { observed_at: '2026-11-02 10:00:00' });
  await land('11', 'vi-VN', 2, 'Giá', { parent_id: '2' });
  await land('11', 'th-TH', 2, 'ชั้น', { parent_id: '2' });
  await land('100', 'en-US', 3, 'Wall shelves', { parent_id: '10' });
});
afterAll(() => place.remove());

/** Each in a part of its own, as records come. */
async function land(
  category_id: string,
  language: string,
  category_level: number,
  category_name: string,
  others: { readonly parent_id?: string; readonly observed_at?: string } = {},
): Promise<void> {
  const row = { category_id, language, category_level, category_name, observed_at: '2026-11-01 10:00:00', ...others };
  await place.engine.insert('landing_category', Buffer.from(JSON.stringify({ ...row, batch: ++batch })));
}

const ask = async (level: string, query: Readonly<Record<string, string>>) =>
  (await categoryLookups(place.engine)[`category-${level}`]?.(query, '')) ?? [];

describe('categories', () => {
  it('of a level come by their ids, in the language asked for where they have a name in it', async () => {
    expect(await ask('primary', { language: 'id-ID' })).toEqual([
      { category_id: '1', category_level: '1', category_name: 'Rumah', language: 'id-ID', parent_id: '0' },
      { category_id: '2', category_level: '1', category_name: 'Pets', language: 'en-US', parent_id: '0' },
    ]);
  });

  it('without a name in that language and in en-US have the first there is, and say so', async () => {
    expect(await ask('secondary', { language: 'zh-CN' })).toMatchObject([
      { category_id: '10', category_name: 'Shelves', language: 'en-US' },
      { category_id: '11', category_name: 'ชั้น', language: 'th-TH' },
    ]);
    expect(await ask('secondary', { language: 'vi-VN' })).toMatchObject([{ category_id: '10' }, { language: 'vi-VN' }]);
  });

  it('have the last name and the last parent that were seen, each by itself', async () => {
    const [shelves] = await ask('secondary', { language: 'en-US' });
    expect(shelves).toMatchObject({ category_name: 'Shelves', parent_id: '1' });
  });

  it.each([
    ['secondary', { parent_id: '2' }, ['11']],
    ['secondary', { category_id: '1' }, ['10']],
    ['tertiary', { category_l2_id: '10' }, ['100']],
    ['tertiary', { parent_id: '10', category_l2_id: '7' }, ['100']],
    ['tertiary', { parent_id: '77' }, []],
  ])('of the %s level are those below %j', async (level, query, ids) => {
    const found = await ask(level, { language: 'en-US', ...query });
    expect(found.map(({ category_id }) => category_id)).toEqual(ids);
  });
});
