import { describe, expect, it } from 'vitest';
import { byField, byRelevance, type Candidate, ranked } from '../../../src/serving/search/ranking.ts';

/** Of the same word but for its marks: the better seller first. */
const mat: Candidate = { place: 0, names: 'เสอโยคะ', row: JSON.stringify({ product_name: 'เสื่อโยคะ', sold: 90 }) };
const shirt: Candidate = { place: 1, names: 'เสอยด', row: JSON.stringify({ product_name: 'เสื้อยืด', sold: 5 }) };

function namesFound(text: string, order: typeof byRelevance) {
  const asked = [{ word: 'เสอ', meant: [] }];
  const found = [mat, shirt].map((each) => ranked(each, asked, text)).sort(order);
  return found.map(({ row }) => JSON.parse(row).product_name);
}

describe('candidates that match alike', () => {
  it.each([
    ['by relevance', byRelevance],
    ['by a field', byField('sold')],
  ])('%s: those with the marks of the question come first', (_, order) => {
    expect(namesFound('เสื้อ', order)).toEqual(['เสื้อยืด', 'เสื่อโยคะ']);
    expect(namesFound('เสื่อ', order)).toEqual(['เสื่อโยคะ', 'เสื้อยืด']);
  });

  it('are in their order where the question has no marks', () => {
    expect(namesFound('เสอ', byField('sold'))).toEqual(['เสื่อโยคะ', 'เสื้อยืด']);
  });
});
