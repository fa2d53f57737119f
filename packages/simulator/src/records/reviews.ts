import { at } from '../columns.ts';
import { draw } from '../random.ts';
import { regionAt } from '../regions.ts';
import { saleProperty } from './productDetails.ts';
import type { RecordSource, Stage } from './stage.ts';

const DAYS_BETWEEN = 9;
const DAYS_MAX = 4_096;
const HOUR_MS = 3_600_000;

/** Reviews: of every product that sold, one in nine days, written in the hours before it is seen. */
export function reviewRecords(stage: Stage): RecordSource {
  const { products } = stage.world;
  return {
    range: () => ({ first: 0, end: products.count }),
    lines(product, day) {
      const isDue = (product + day) % DAYS_BETWEEN === 0 && at(stage.market.productUnits, product) > 0;
      return isDue && stage.observing.isProductSeen(product, day) ? reviewLine(stage, product, day) : '';
    },
  };
}

function reviewLine(stage: Stage, product: number, day: number): string {
  const { world, texts, keys } = stage;
  const bits = draw(keys.detail, product, 9) + day;
  const observedAt = stage.observedAt(product, day);
  const { language } = regionAt(world.products.ranges, product);
  const [name, values] = saleProperty(stage, product);
  return `${JSON.stringify({
    kind: 'review',
    review_id: `7488${String(product * DAYS_MAX + day).padStart(15, '0')}`,
    product_id: world.products.ids[product],
    observed_at: observedAt,
    rating: [5, 5, 4, 5, 3, 1, 4][bits % 7],
    display_text: texts.productText(language, product, bits % 3),
    review_timestamp: Date.parse(observedAt) - (1 + (bits % 20)) * HOUR_MS,
    sku_id: `${world.products.ids[product]?.slice(0, 18)}0`,
    sku_specification: `${name}: ${values[0]}`,
  })}\n`;
}
