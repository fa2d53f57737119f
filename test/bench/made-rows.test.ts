import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { madeRows, measuredLists } from '../../bench/reading/measured-lists.ts';
import { selectedNames } from '../../scripts/lists/list-columns.ts';

test.each(measuredLists)('the made rows of $id have every field', (list) => {
  const words = new Set(readFileSync(madeRows(list), 'utf8').match(/\w+/g));
  const missing = selectedNames(list).filter((name) => !words.has(name));
  expect(missing, `add to bench/reading/making/lists/${list.id}.sql: ${missing.join(', ')}`).toEqual([]);
});
