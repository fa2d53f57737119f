import { it } from 'vitest';
import { expectRowsOfUnkilled, numberOf } from './killed-publishes.ts';

/** The step that fills the lists, and the checks after all steps. */
const [lists, checks] = [numberOf('72_lists'), numberOf('80_verify')];

it('a publish killed in the middle serves the old version all along, and then the rows of one that was not', () =>
  expectRowsOfUnkilled([7], [1, 10, lists, checks]));
