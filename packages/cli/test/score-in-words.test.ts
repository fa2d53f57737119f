import type { Accuracy, EstimateScore, KindScore } from '@vitrine/server';
import { expect, it } from 'vitest';
import { scoreInWords } from '../src/commands/estimates/score-in-words.ts';

const accuracy: Accuracy = { wape: 0.2, wapeError: 0.03, bias: -0.05, biasError: 0.02, coverage: 31 / 32 };
const cell = (kind: KindScore['kind'], fields: Partial<KindScore>): KindScore => ({
  ...{ kind, window: 30, sources: 29, links: 32, knownUnits: 82, learned: accuracy, naive: accuracy },
  ...fields,
});
const judged = cell('video', {});
const tooFew = cell('live', { sources: 12, links: 12, knownUnits: 14, learned: null, naive: null });

function said(fields: Partial<EstimateScore>): string {
  return scoreInWords({
    ...{ version: 3, asOf: '2026-10-31', attribution: 'learned', isEnough: true, folds: 5, scores: [judged] },
    ...{ least: { sources: 10, units: 50 } },
    ...{ contradicted: { knownUnits: 100, units: 4, productDays: 2, products: 1 } },
    ...fields,
  });
}

it('gives the part within the interval of the number that is beside it, and how far chance goes', () => {
  expect(said({})).toMatch(/^videos +30 +29 +32 +82 +20\.0 % ± 6\.0 +-5\.0 % ± 4\.0 +96\.9 % +20\.0 % +-5\.0 %$/m);
  expect(said({})).toContain('the fewest units that one is of are 82');
  expect(said({})).not.toContain('Ingest');
  expect(said({})).not.toContain('more than their products sold');
});

it('says which threshold a part of the table fails, and what to ingest', () => {
  const text = said({ scores: [judged, tooFew] });
  expect(text).toMatch(/^lives +30 +12 +12 +14 +too few: 14 of 50 units$/m);
  expect(text).toContain('Too few sales of lives are known: a figure needs 10 sources that sold 50 units');
  expect(text).toContain('--from tiktok-affiliate; orders of Seller\nCenter name none');
});

it('says how much of the known sales contradicts the totals', () => {
  const text = said({ contradicted: { knownUnits: 477, units: 258, productDays: 9, products: 4 } });
  expect(text).toContain('258 of 477 known units are more than their products sold, on 9 days of 4 products');
  expect(text).toContain('another shop, region or time zone');
});
