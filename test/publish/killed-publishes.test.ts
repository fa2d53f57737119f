import { it } from 'vitest';
import { expectRowsOfUnkilled } from './killed-publishes.ts';

it('a publish killed in the middle serves the old version all along, and then the rows of one that was not', () =>
  expectRowsOfUnkilled([7], [1, 4, 10, 15]));
