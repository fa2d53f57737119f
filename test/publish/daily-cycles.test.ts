import { it } from 'vitest';
import { expectFreshRowsAfter } from './daily-cycles.ts';

it('daily cycles with late, re-sent, rolled back, killed and withdrawn days serve the rows of a fresh directory', () =>
  expectFreshRowsAfter(6));
