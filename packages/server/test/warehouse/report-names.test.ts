import { expect, it } from 'vitest';
import { listsNamed, reportName } from '../../src/warehouse/publish/report-names.ts';

it('a list is called by its id in reports, and by its table too where that is not the first', () => {
  expect(reportName({ table: 'serving_shop_videos' })).toBe('shop-videos');
  expect(reportName({ table: 'serving_shop_videos_2' })).toBe('shop-videos-2');
});

it('a version has the lists whose tables it filled, as this release names them or 0.1.0 did', () => {
  expect(listsNamed(['product-list', 'serving_shop_video', 'images'])).toEqual(
    new Set(['product-list', 'shop-videos']),
  );
});

it('a version that was built into another table of a list lacks that list', () => {
  expect(listsNamed(['product-list-2', 'shop-videos'])).toEqual(new Set(['shop-videos']));
});
