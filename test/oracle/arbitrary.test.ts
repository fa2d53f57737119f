import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptOfAll, keptOfDetails, states } from '../../scripts/observations/states.ts';
import { observationsByKind } from './arbitraryObservations.ts';
import type { Observation } from './observation.ts';
import type { Sizes } from './sizes.ts';

const size: Sizes = { products: 1, videos: 1, lives: 1, creators: 1, shops: 1, sales: 1 };

test.each(states)('random marketplaces observe every last-seen field of a $kind.name', (state) => {
  const arbitrary = observationsByKind[state.kind.name as Observation['kind']];
  const observed = new Set(fc.sample(arbitrary(size), 1).flatMap((record) => Object.keys(record)));
  const kept = [...keptOfAll(state), ...keptOfDetails(state)].map(({ name }) => name);
  const missing = kept.filter((name) => !observed.has(name));
  expect(missing, `add to test/oracle/arbitraryObservations.ts: ${missing.join(', ')}`).toEqual([]);
});
