import { it } from 'vitest';
import { steps } from '../../packages/server/src/warehouse/publish/steps.ts';
import { expectRowsOfUnkilled } from './killed-publishes.ts';

/** Every step, and the checks after them. */
const moments = Array.from({ length: steps.length + 1 }, (_, index) => index + 1);

it('a publish killed in any step serves the old version all along, and then the rows of one that was not', () =>
  expectRowsOfUnkilled(moments, moments));
