import { FEATURES, type Feature, type SimulationOptions } from '@vitrine/simulator';
import { describe, expect, test } from 'vitest';
import { dayOf, groupBy, ofKind, type Row, rowsOf, sightingsOf, stepsOf, textsOf } from './reading.ts';

const base: SimulationOptions = {
  ...{ products: 250, days: 50, seed: 4, endDate: '2026-09-20', regions: ['US'] },
  ...{ gapChance: 0, correctionChance: 0 },
};

interface Run {
  readonly observations: readonly Row[];
  readonly truth: readonly Row[];
}

const runs = new Map<string, Run>();

function runOf(...features: readonly Feature[]): Run {
  const name = features.join();
  const made = runs.get(name) ?? madeRun(features);
  runs.set(name, made);
  return made;
}

function madeRun(features: readonly Feature[]): Run {
  const { observations, truth } = textsOf({ ...base, features });
  return { observations: rowsOf(observations), truth: rowsOf(truth) };
}

function sum(rows: readonly Row[], field: string): number {
  return rows.reduce((total, row) => total + Number(row[field]), 0);
}

/** Growth of the products' totals from their first to their last sighting, and what was sold between. */
function seenAndSold({ observations, truth }: Run): { readonly seen: number; readonly sold: number } {
  const soldOf = groupBy(truth, 'product_id');
  let [seen, sold] = [0, 0];
  for (const [id, rows] of groupBy(ofKind(observations, 'product'), 'product_id')) {
    const sightings = sightingsOf(rows, 'total_sale_cnt');
    const [first, last] = [sightings[0], sightings.at(-1)];
    if (first === undefined || last === undefined) continue;
    seen += last.value - first.value;
    const between = (soldOf.get(id) ?? []).filter((row) => dayOf(row) > first.day && dayOf(row) <= last.day);
    sold += sum(between, 'units');
  }
  return { seen, sold };
}

/** Units per view of each video that was observed, by its id. */
function conversions({ observations, truth }: Run): ReadonlyMap<string, number> {
  const soldOf = groupBy(
    truth.filter((row) => row['source'] === 'video'),
    'source_id',
  );
  const rates = new Map<string, number>();
  for (const [id, rows] of groupBy(ofKind(observations, 'video'), 'video_id')) {
    const views = Number(rows.at(-1)?.['total_views_cnt']) - Number(rows[0]?.['total_views_cnt']);
    const since = dayOf(rows[0] ?? {});
    const sold = (soldOf.get(id) ?? []).filter((row) => dayOf(row) > since);
    if (views > 200) rates.set(id, sum(sold, 'units') / views);
  }
  return rates;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

describe('features', () => {
  test('one nobody knows is refused', () => {
    expect(() => textsOf({ ...base, features: ['magic' as Feature] })).toThrow('got "magic"');
  });

  test.each(FEATURES.map((feature) => [feature]))('%s: other sales or other observations than without', (feature) => {
    expect(runOf(feature)).not.toEqual(runOf());
  });

  test('days i to j written alone are days i to j of the whole run', () => {
    const features = FEATURES;
    const whole = rowsOf(textsOf({ ...base, features }).truth);
    const part = rowsOf(textsOf({ ...base, features, fromDay: 20, toDay: 30 }).truth);
    const first = Math.min(...part.map(dayOf));
    expect(part).toEqual(whole.filter((row) => dayOf(row) >= first && dayOf(row) <= first + 10));
  });

  test.each(FEATURES.filter((each) => each !== 'rounded' && each !== 'returns').map((feature) => [feature]))(
    '%s: the totals grow by the true sales',
    (feature) => {
      const { seen, sold } = seenAndSold(runOf(feature));
      expect(sold).toBeGreaterThan(1_000);
      expect(seen).toBe(sold);
    },
  );
});

describe('each feature is what it says', () => {
  test('hidden: a quarter of the videos that sold is never observed', () => {
    const { observations, truth } = runOf('hidden');
    const observed = groupBy(ofKind(observations, 'video'), 'video_id');
    const sellers = [
      ...groupBy(
        truth.filter((row) => row['source'] === 'video'),
        'source_id',
      ).keys(),
    ];
    expect(sellers.filter((id) => !observed.has(id)).length / sellers.length).toBeCloseTo(0.25, 1);
  });

  test('rounded: three digits', () => {
    const totals = ofKind(runOf('rounded').observations, 'product').map((row) => String(row['total_sale_cnt']));
    expect(totals.some((total) => total.length > 3)).toBe(true);
    expect(totals.every((total) => /^0*$/.test(total.slice(3)))).toBe(true);
  });

  test('returns: totals grow by less than was sold', () => {
    const { seen, sold } = seenAndSold(runOf('returns'));
    expect(seen).toBeLessThan(sold);
    expect(seen).toBeGreaterThan(0.9 * sold);
  });

  test('thin: many products are seen late and not every day', () => {
    const sightings = (run: Run) => ofKind(run.observations, 'product').length;
    expect(sightings(runOf('thin')) / sightings(runOf())).toBeLessThan(0.8);
  });

  test('own: those that show their own sales are the larger ones', () => {
    const { observations } = runOf('own');
    const shows = ({ products }: Row) => JSON.stringify(products ?? []).includes('total_video_sale_cnt');
    const viewsOf = (rows: readonly Row[]) => Number(rows.at(-1)?.['total_views_cnt']);
    const videos = [...groupBy(ofKind(observations, 'video'), 'video_id').values()];
    const [own, others] = [videos.filter((rows) => rows.some(shows)), videos.filter((rows) => !rows.some(shows))];
    expect(own.length).toBeGreaterThan(20);
    expect(mean(own.map(viewsOf))).toBeGreaterThan(2 * mean(others.map(viewsOf)));
  });

  test('ads: convert better', () => {
    const isAd = (run: Run) =>
      new Set(
        ofKind(run.observations, 'video').flatMap((row) => (row['is_ad'] === 1 ? [String(row['video_id'])] : [])),
      );
    const rate = (run: Run) => {
      const ads = isAd(run);
      return mean([...conversions(run)].flatMap(([id, each]) => (ads.has(id) ? [each] : [])));
    };
    expect(rate(runOf('ads')) / rate(runOf())).toBeCloseTo(2.6, 0);
  });

  test('wear: old videos convert less than young ones', () => {
    const oldShare = (run: Run) => {
      const made = new Map(
        ofKind(run.observations, 'video').flatMap((row) =>
          row['create_time'] === undefined ? [] : [[String(row['video_id']), Number(row['create_time']) / 86_400]],
        ),
      );
      const sold = run.truth.filter((row) => row['source'] === 'video' && made.has(String(row['source_id'])));
      const isOld = (row: Row) => dayOf(row) - (made.get(String(row['source_id'])) ?? 0) > 10;
      return sum(sold.filter(isOld), 'units') / sum(sold, 'units');
    };
    expect(oldShare(runOf('wear'))).toBeLessThan(0.85 * oldShare(runOf()));
  });

  test('noise: days differ by more than chance', () => {
    const dispersion = (run: Run) => {
      const storefronts = groupBy(
        run.truth.filter((row) => row['source'] === 'storefront'),
        'product_id',
      );
      const large = [...storefronts.values()].filter((rows) => sum(rows, 'units') > 300);
      return mean(
        large.map((rows) => {
          const steps = stepsOf(rows.map((row) => ({ day: dayOf(row), value: Number(row['units']) })));
          return mean(steps.map(({ from, to }) => (to.value - from.value) ** 2 / (to.value + from.value)));
        }),
      );
    };
    expect(dispersion(runOf('noise'))).toBeGreaterThan(1.3 * dispersion(runOf('hidden')));
  });

  test('lives: sell by who holds them', () => {
    const perLive = (run: Run) =>
      [
        ...groupBy(
          run.truth.filter((row) => row['source'] === 'live'),
          'source_id',
        ).values(),
      ].map((rows) => sum(rows, 'units'));
    expect(perLive(runOf('lives')).toSorted()).not.toEqual(perLive(runOf()).toSorted());
  });

  test('storefront: what it sells of a product differs more', () => {
    const spread = (run: Run) => {
      const units = [
        ...groupBy(
          run.truth.filter((row) => row['source'] === 'storefront'),
          'product_id',
        ).values(),
      ];
      const logs = units.map((rows) => Math.log(sum(rows, 'units')));
      return mean(logs.map((log) => (log - mean(logs)) ** 2));
    };
    expect(spread(runOf('storefront'))).toBeGreaterThan(1.1 * spread(runOf()));
  });

  test('creators: those of one creator convert alike', () => {
    const between = (run: Run) => {
      const rates = conversions(run);
      const videos = [...groupBy(ofKind(run.observations, 'video'), 'video_id')];
      const creatorOf = new Map(videos.map(([id, rows]) => [id, String(rows[0]?.['user_id'])]));
      const byCreator = new Map<string, number[]>();
      for (const [id, rate] of rates) {
        const creator = creatorOf.get(id) ?? '';
        byCreator.set(creator, [...(byCreator.get(creator) ?? []), rate]);
      }
      const means = [...byCreator.values()].filter((each) => each.length > 8).map(mean);
      return mean(means.map((each) => (each / mean(means) - 1) ** 2));
    };
    expect(between(runOf('creators'))).toBeGreaterThan(between(runOf()));
  });

  test('promotions: a product sells more while its price is low', () => {
    const ratio = (run: Run) => {
      const gmvs = run.truth.filter((row) => row['source'] === 'storefront');
      const ratios = [...groupBy(gmvs, 'product_id').values()].flatMap((rows) => {
        const price = (row: Row) => Math.round((100 * Number(row['gmv_amt'])) / Number(row['units']));
        const prices = [...new Set(rows.map(price))].toSorted((a, b) => a - b);
        const [low, high] = [prices[0], prices.at(-1)];
        if (low === undefined || high === undefined || low > 0.85 * high || sum(rows, 'units') < 60) return [];
        const at = (wanted: number) =>
          mean(rows.filter((row) => price(row) === wanted).map((row) => Number(row['units'])));
        return [at(low) / at(high)];
      });
      return mean(ratios.map((each) => Math.log(each)));
    };
    expect(ratio(runOf('promotions'))).toBeGreaterThan(ratio(runOf()) + 0.2);
  });
});
