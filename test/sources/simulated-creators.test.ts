import { expect, it } from 'vitest';
import { influencerList } from '../../packages/server/src/catalogue/lists/influencer-list.ts';
import { checkQuery } from '../../packages/server/src/catalogue/parameters.ts';
import { simulated } from '../publish/simulated.ts';

it('simulated creators are in content categories that can be asked for', () => {
  const records = simulated({ products: 60, days: 1, endDate: '2026-06-30', seed: 3 });
  const niches = new Set(records.flatMap((record) => (record.kind === 'creator' ? [record.category ?? ''] : [])));
  niches.delete('');
  expect(niches.size).toBeGreaterThan(4);
  const filtersOf = (influencer_category_name: string) =>
    checkQuery(influencerList, { region: 'US', influencer_category_name, page_num: 1, page_size: 10 }).filters;
  for (const niche of niches) expect(filtersOf(niche)).toMatchObject([{ field: 'category' }]);
});
