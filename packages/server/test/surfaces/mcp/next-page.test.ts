import { describe, expect, it } from 'vitest';
import { nextPage } from '../../../src/surfaces/mcp/next-page.ts';

describe('the hint below a page', () => {
  it.each([
    ['a full page', { page_num: '2', page_size: '10' }, undefined, 10, 'There may be more rows: page_num=3.'],
    ['a page that is not full', { page_num: '2', page_size: '10' }, undefined, 9, undefined],
    ['a page of all', { page_num: '2', page_size: '10' }, 21, 10, 'There are 21 rows in all: page_num=3 has the next.'],
    ['the last page of all', { page_num: '2', page_size: '10' }, 20, 10, undefined],
    [
      'a page past all',
      { page_num: '3', page_size: '10' },
      20,
      0,
      'There are 20 rows in all, on pages before this one.',
    ],
    ['a page of nothing', { page_num: '1', page_size: '10' }, 0, 0, undefined],
    ['rows without pages', {}, undefined, 3, undefined],
  ])('of %s names the next one where there is one', (_, asked, total, rows, hint) => {
    expect(nextPage(asked, total, rows)).toBe(hint);
  });

  it('names no page that would be refused', () => {
    const last = { page_num: '100000', page_size: '10' };
    for (const total of [undefined, 2_000_000]) {
      expect(nextPage(last, total, 10)).toBe(
        'Page 100000 is the last that can be asked for; narrower filters find the other rows.',
      );
    }
  });
});
