import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { oracleOptions } from '../oracle/arbitrary.ts';
import { isReference } from '../oracle/market.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { archipelagos } from '../publish/islands.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { explainedDifferences } from './adds-up.ts';

/** Tests of so many random marketplaces, each published and then explained. */
export function testExplained(numRuns: number): void {
  let fixture: PublishFixture;
  beforeAll(async () => {
    fixture = await openPublishFixture();
  });
  afterAll(() => fixture.remove());

  it('explain agrees with the oracle on random marketplaces: the parts of a number add up to it', async () => {
    await fc.assert(
      fc.asyncProperty(archipelagos(6), oracleOptions(), fc.nat(5), async (observations, options, seed) => {
        await fixture.empty();
        const { weights, reportingCurrency, asOf } = options;
        const settings = { ...weights, reportingCurrency };
        // What a second publish changes is added to what the first one wrote.
        if (seed % 2 === 1) {
          await fixture.take(firstHalf(observations));
          await fixture.publish({ settings, force: true });
        }
        await fixture.take(observations);
        await fixture.publish({ asOf, settings, force: true });
        const found = await explainedDifferences(fixture, oracle(observations, options), seed);
        expect(found.slice(0, 10)).toEqual([]);
      }),
      { numRuns, endOnFailure: true },
    );
  });
}

/** There must be something to publish. */
function firstHalf(observations: readonly Observation[]): readonly Observation[] {
  const first = observations.findIndex((one) => !isReference(one));
  return observations.slice(0, Math.max(observations.length / 2, first + 1));
}
