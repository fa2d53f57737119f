import { it } from 'vitest';
import { stepGroups } from '../../packages/server/src/warehouse/publish/steps.ts';
import { expectRowsOfUnkilled, numberOf } from './killed-publishes.ts';

/** Making the state, every step, the checks after them, and the index of search. */
const moments = Array.from({ length: stepGroups.flat().length + 3 }, (_, index) => index + 1);

/**
 * The next publish after a first one that was killed makes another state, and finds nothing of it but what is served: every
 * moment from there on, and some before.
 */
const ofFirst = [1, 2, numberOf('36_known_lines'), ...moments.slice(numberOf('72_lists') - 1)];

it('a publish killed in any step serves the old version all along, and then the rows of one that was not', () =>
  expectRowsOfUnkilled(ofFirst, moments));
