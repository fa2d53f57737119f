import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsDatabase, openAccounts } from '../../src/accounts/database.ts';
import { databaseFits, type FitStore } from '../../src/estimates/fits.ts';
import { fittedNow } from '../../src/estimates/served-estimates.ts';
import { engines, type TemporaryLocation } from '../accounts/databases.ts';

describe.each(engines)('fits on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('that are applied', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let fits: FitStore;

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      fits = databaseFits(accounts, { now: () => 1_790_000_000_123 });
    });
    afterAll(async () => {
      await accounts.destroy();
      await place.remove();
    });

    it('hold until they are taken back, the latest first', async () => {
      expect(await fits.current()).toBeUndefined();
      const first = await fits.apply(3, { liveViewWeight: 5.125, unitsPerView: 6.13e-7 });
      expect(await fits.current()).toEqual({ ...first, version: 3, appliedAt: 1_790_000_000_123 });
      const second = await fits.apply(4, { unitsPerView: 0.01 });
      expect(await fits.current()).toEqual(second);
      expect(await fits.undo()).toEqual(second);
      expect(await fits.current()).toEqual(first);
      expect(await fittedNow({ fits, given: ['liveViewWeight'] })).toEqual({ unitsPerView: 6.13e-7 });
      expect(await fits.undo()).toEqual(first);
      expect(await fits.undo()).toBeUndefined();
      expect(await fittedNow({ fits, given: [] })).toEqual({});
    });
  });
});
