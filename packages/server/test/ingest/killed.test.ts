import { test } from 'vitest';
import { expectRowsOfOneRun } from './killed-ingests.ts';

test('killed upon the first, a middle and the last block and run again, the same rows are in as of one run', () =>
  expectRowsOfOneRun([6, 1, 3]));
