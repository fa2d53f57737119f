import { describe, expect, it } from 'vitest';
import { comparedDays } from '../../src/entities/compared-days.ts';

const units = { name: 'total_sale_1d_cnt', kind: 'count', description: '' } as const;
const gmv = { name: 'total_sale_gmv_1d_amt', kind: 'amount', description: '' } as const;
const price = { name: 'spu_avg_price', kind: 'amount', description: '' } as const;

const day = (dt: string, more: object) => ({ dt, currency: 'USD', total_sale_1d_cnt: 1, ...more });
const one = { name: 'one', rows: [day('2026-08-03', { total_sale_1d_cnt: 7 }), day('2026-08-01', {})] };
const other = { name: 'other', rows: [day('2026-08-02', { total_sale_1d_cnt: 5, currency: 'IDR' })] };

describe('days of several things', () => {
  it('are those that any of them has, in order, and null where a thing has none', () => {
    expect(comparedDays([one, other], units, 90)).toEqual({
      data: {
        days: ['2026-08-01', '2026-08-02', '2026-08-03'],
        series: [
          { name: 'one', values: [1, null, 7] },
          { name: 'other', values: [null, 5, null] },
        ],
      },
      leftOut: [],
    });
  });

  it('are the last of them', () => {
    expect(comparedDays([one, other], units, 2).data.days).toEqual(['2026-08-02', '2026-08-03']);
  });

  it('leave out amounts in another currency than those of the first', () => {
    const { data, leftOut } = comparedDays([one, other], gmv, 90);
    expect(data.series.map(({ name }) => name)).toEqual(['one']);
    expect(data.days).toEqual(['2026-08-01', '2026-08-03']);
    expect(leftOut).toEqual(['other']);
  });

  it('have no price where it is not known', () => {
    const rows = [day('2026-08-01', { spu_avg_price: 0 }), day('2026-08-02', { spu_avg_price: 9.5 })];
    expect(comparedDays([{ name: 'one', rows }], price, 90).data.series).toEqual([
      { name: 'one', values: [null, 9.5] },
    ]);
  });
});
