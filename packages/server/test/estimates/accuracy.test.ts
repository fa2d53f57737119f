import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accuracyOf } from '../../src/estimates/accuracy.ts';
import type { HiddenSale } from '../../src/estimates/hidden-sales.ts';
import { interval80 } from '../../src/estimates/interval.ts';

const sale = (source: string, known: number, estimated: number): HiddenSale => ({
  ...{ product: '1', kind: 'video', source, window: 30, known, estimated, ofProduct: 1_000 },
});

it('says by how much chance moves a figure: by nothing where all sources are missed alike', () => {
  const alike = accuracyOf([sale('1', 10, 12), sale('2', 20, 24), sale('3', 30, 36)]);
  expect(alike.wape).toBeCloseTo(0.2);
  expect(alike.wapeError).toBeCloseTo(0);
  expect(alike.biasError).toBeCloseTo(0);
});

it('says by how much chance moves a figure: the less the more sources there are', () => {
  const few = [sale('1', 10, 20), sale('2', 10, 10), sale('3', 10, 5), sale('4', 10, 10)];
  const many = Array.from({ length: 25 }, (_, i) =>
    few.map((each) => ({ ...each, source: `${each.source}.${i}` })),
  ).flat();
  const [one, hundred] = [accuracyOf(few), accuracyOf(many)];
  // Misses 10, 0, 5, 0 of 10 each: 0.375 of 40, deviations 6.25, −3.75, 1.25, −3.75: √(4/3 · 68.75) / 40.
  expect(one.wapeError).toBeCloseTo(Math.sqrt((4 / 3) * 68.75) / 40);
  expect(hundred.wape).toBe(one.wape);
  expect(hundred.wapeError).toBeLessThan(one.wapeError / 5);
});

it('takes a source with several products for one', () => {
  const [first, second] = [sale('1', 10, 20), sale('2', 10, 10)];
  const twice = [first, { ...first, product: '2' }, second, { ...second, product: '2' }];
  expect(accuracyOf(twice).wapeError).toBeCloseTo(accuracyOf([first, second]).wapeError);
});

it('is by the interval of the example in the guide', () => {
  const guide = readFileSync(new URL('../../../../docs/guides/how-sure.md', import.meta.url), 'utf8');
  const said = /That is (\d+) of the (\d+) units .* gives (\d+) to (\d+)\./.exec(guide) ?? [];
  const [units = 0, all = 0, low, high] = said.slice(1).map(Number);
  expect(interval80(units, all)).toEqual({ low, high });
  expect(guide).toContain(`"total_video_sale_cnt_low": ${low}, "total_video_sale_cnt_high": ${high}`);
});
