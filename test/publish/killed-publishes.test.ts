import { it } from 'vitest';
import { steps } from '../../packages/server/src/warehouse/publish/steps.ts';
import { expectRowsOfUnkilled } from './killed-publishes.ts';

/** Numbers of the step that fills the lists, and of the checks after all steps; 0 makes the state. */
const [lists, checks] = [steps.findIndex(({ name }) => name === '72_lists') + 1, steps.length + 1];

it('a publish killed in the middle serves the old version all along, and then the rows of one that was not', () =>
  expectRowsOfUnkilled([7], [1, 10, lists, checks]));
