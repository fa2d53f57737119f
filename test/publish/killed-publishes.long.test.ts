import { it } from 'vitest';
import { expectRowsOfUnkilled } from './killed-publishes.ts';

const steps = Array.from({ length: 15 }, (_, index) => index + 1);

it('a publish killed in each of fifteen steps serves the old version all along, and then the rows of one that was not', () =>
  expectRowsOfUnkilled(steps, steps));
