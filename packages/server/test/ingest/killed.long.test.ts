import { test } from 'vitest';
import { expectRowsOfOneRun } from './killed-ingests.ts';

test('killed ten times and run again, the same rows are in as of one run', () =>
  expectRowsOfOneRun([1, 3, 6, 2, 5, 4, 1, 6, 3, 5]));
