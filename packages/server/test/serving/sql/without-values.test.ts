import { expect, it } from 'vitest';
import { withoutValues } from '../../../src/serving/sql/without-values.ts';

it.each([
  ["SELECT 1 FROM creators WHERE unique_id = 'mara'", 'SELECT 1 FROM creators WHERE unique_id = …'],
  ["SELECT 'it''s \\' mara', 'b'", 'SELECT …, …'],
  [
    'SELECT user_id FROM creators WHERE user_id IN (7100000000000000002, 12)',
    'SELECT user_id FROM creators WHERE user_id IN (…, 12)',
  ],
  ['SELECT 7_100_000_000, 0x62AB, 0b1010, 9999', 'SELECT …, …, …, 9999'],
  ['SELECT ‘mara’, “mara”, ‘mara', 'SELECT …, …, …'],
  ['SELECT 1 -- mara\n, 2 /* mara */ # mara', 'SELECT 1 …\n, 2 … …'],
  ['SELECT $$mara$$, $a$mara$$$a$, 3', 'SELECT …, …, 3'],
  ['SELECT 1 AS "mara", 2 AS `mara`', 'SELECT 1 AS …, 2 AS …'],
  ["SELECT 'mara", 'SELECT …'],
  ['SELECT /* mara', 'SELECT …'],
])('%j has no value left', (sql, shape) => {
  expect(withoutValues(sql)).toBe(shape);
});
