import fc from 'fast-check';
import {
  CURRENCIES,
  DAY_MS,
  handles,
  IDS,
  idOf,
  isoDate,
  mostly,
  observedAt,
  promotedId,
  rarely,
  runningAmount,
  smallCount,
  sometimes,
} from './arbitraryValues.ts';
import type { SaleObservation } from './observation.ts';
import type { Sizes } from './sizes.ts';

/** Sales that state the same days again and again, of sources that are seen and of one that is not. */
export function saleObservation(size: Sizes): fc.Arbitrary<SaleObservation> {
  return observedAt.chain((observed) =>
    fc
      .tuple(
        fc.record({
          observed_at: fc.constant(observed),
          sale_id: rarely(fc.constantFrom('a', 'b', 'c')),
          units: smallCount,
          user_id: rarely(idOf(size.creators)),
          unique_id: rarely(handles),
          channel: rarely(fc.constantFrom('video' as const, 'card' as const, 'store' as const)),
        }),
        soldProduct(size),
        fc.oneof(
          fc.constant({}),
          fc.record({ video_id: idOf(size.videos + 1) }),
          fc.record({ live_id: idOf(size.lives + 1) }),
        ),
        sometimes(fc.record({ gmv: runningAmount, currency: fc.constantFrom(...CURRENCIES) })),
        stretch(observed),
      )
      .map(([told, product, content, money, days]) => ({
        kind: 'sale' as const,
        ...told,
        ...product,
        ...content,
        ...money,
        ...days,
      })),
  );
}

function soldProduct(size: Sizes): fc.Arbitrary<Pick<SaleObservation, 'product_id' | 'sku_id'>> {
  return mostly<Pick<SaleObservation, 'product_id' | 'sku_id'>>(
    fc.record({ product_id: promotedId(size) }),
    fc.record({ sku_id: fc.constantFrom(...IDS) }),
  );
}

/** A day that was measured, or the days a window stands for; mostly those before it was stated. */
function stretch(observed: string): fc.Arbitrary<Pick<SaleObservation, 'basis' | 'day' | 'day_from' | 'day_to'>> {
  const end = fc.constantFrom(0, 0, -1, -2, -5, 1).map((ahead) => Date.parse(observed.slice(0, 10)) + ahead * DAY_MS);
  return fc.tuple(end, fc.constantFrom(0, 1, 2, 3, 7, 7, 30)).map(([last, days]) => {
    if (days === 0) return { basis: 'measured', day: isoDate(last) };
    if (days === 1) return { basis: 'stated', day: isoDate(last) };
    return { basis: 'stated', day_from: isoDate(last - (days - 1) * DAY_MS), day_to: isoDate(last) };
  });
}
