import { productList } from '../catalogue/lists/product-list.ts';
import type { CurrentDataset } from '../serving/current-dataset.ts';
import type { Engine } from '../warehouse/engine/engine.ts';

/** Path and query of a call that has an answer: the product list of the region with most products. */
export async function sampleQuestion(engine: Engine, dataset: CurrentDataset): Promise<string> {
  const [fullest] = await engine.rows<{ region: string }>(
    `SELECT region FROM serving_product_list WHERE version = {version:UInt32} AND region != ''
     GROUP BY region ORDER BY count() DESC, region LIMIT 1`,
    { version: dataset.current()?.version ?? 0 },
  );
  const region = fullest?.region ?? 'US';
  return `${productList.path}?${new URLSearchParams({ region, page_num: '1', page_size: '10' })}`;
}
